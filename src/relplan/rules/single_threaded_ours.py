"""RP405."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.absence import present
from relplan.analysis.bus_factor import only_one_of_ours, tied
from relplan.analysis.contacts import keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class SingleThreadedOurs:
    """A relationship that hangs on one of ours.

    **Why:** everyone is responsible, each at their level (relationship marketing in a professional
    firm). Where one member keeps every tie and nobody else was in touch for a year, the client is a
    client of that member, and leaves with them.

    **Instead:** give one of the ties to a colleague with `ours:`, or take one along and log it.

    Fails:

        roles:
          jane: {name: Jane Porter, ours: ben, tie: trusted-adviser}
          raj: {name: Raj Patel, ours: ben, tie: credible}

    Passes:

        roles:
          jane: {name: Jane Porter, ours: ben, tie: trusted-adviser}
          raj: {name: Raj Patel, ours: priya, tie: credible}
    """

    code = "RP405"
    name = "single-threaded-ours"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan with two ties or more, all kept by one member, where others could help."""
        ties = tied(plan, context.today)
        alone = len(present(context.settings, context.today)) < 2
        if len(ties) < 2 or alone or not keeps_in_touch(plan) or not context.log_is_whole:
            return
        member = only_one_of_ours(plan, context.touches, context.today)
        if member is None:
            return
        ours = context.settings.team.get(member)
        many = "both ties" if len(ties) == 2 else f"all {len(ties)} ties"
        yield Finding(
            f"{ours.name if ours else member} keeps {many} at {plan.client}, and nobody else of ours"
            " was in touch for a year; give one to a colleague with `ours:`, or take one along",
            ("roles", ties[0]),
        )
