"""RP402."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.lists import second_thread_in_hand, threads
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class SingleThreaded:
    """A relationship that hangs on one person.

    **Why:** coverage and "with whom" are part of the analysis (the customer relationship plan in
    six steps, step three). When that one person leaves, the relationship leaves with them.

    **Instead:** plan something for somebody else there: an open initiative with them in `for:` is
    enough. A tie counts from `tie: credible` upwards.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker, tie: problem-solver}
          raj: {name: Raj Patel, role: user, tie: vendor}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker, tie: problem-solver}
          raj: {name: Raj Patel, role: user, tie: vendor}
        goals:
          raj-rings: {goal: Raj rings us by himself, initiatives: {day: {what: A day at Raj's side, for: [raj]}}}
    """

    code = "RP402"
    name = "single-threaded"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan with exactly one real tie, while nothing is in hand for anybody else."""
        real = threads(plan, context.today)
        if len(real) != 1 or not keeps_in_touch(plan):
            return
        if not second_thread_in_hand(plan, real[0], context.today):
            yield Finding(
                f"the relationship hangs on {plan.roles[real[0]].name} alone; plan an initiative"
                " with somebody else of theirs in `for:`",
                ("roles", real[0]),
            )
