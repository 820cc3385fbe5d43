"""RP411."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.absence import present
from relplan.analysis.lists import both_sides
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding

_WANTED = 3


class ThreeByThree:
    """A client of priority A who is not held by three on each side.

    **Why:** coverage, and with whom, is part of the analysis (the customer relationship plan in six
    steps, step three). Three of theirs who find us credible and three of ours whom they know: then
    one may leave on either side, and one may be ill. A firm of two is asked for two.

    **Instead:** plan an initiative for a third of theirs, or take a third of ours along. Theirs
    count from `tie: credible` upwards; ours by a tie that they keep, or a touch in the last year.

    Fails:

        priority: A
        roles:
          jane: {name: Jane Porter, role: decision-maker, ours: ben, tie: trusted-adviser}
          raj: {name: Raj Patel, ours: amara, tie: credible}

    Passes:

        priority: A
        roles:
          jane: {name: Jane Porter, role: decision-maker, ours: ben, tie: trusted-adviser}
          raj: {name: Raj Patel, ours: amara, tie: credible}
          dawn: {name: Dawn Hill, ours: priya, tie: credible}
    """

    code = "RP411"
    name = "three-by-three"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "strict"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The active client of priority A with fewer than three on one side."""
        if plan.priority != "A" or plan.status != "active" or not context.log_is_whole:
            return
        theirs, ours = both_sides(plan, context.touches, context.today)
        wanted = min(_WANTED, len(present(context.settings, context.today)))
        if len(theirs) >= _WANTED and len(ours) >= wanted:
            return
        yield Finding(
            f"{len(theirs)} of theirs and {len(ours)} of ours hold this client of priority A, where"
            f" {_WANTED} and {wanted} would be safe; plan an initiative for another, or take a"
            " colleague along",
            ("roles",),
        )
