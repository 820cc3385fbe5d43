"""RP711."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.repair import STUCK_AFTER, stuck
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago


class RepairStuck:
    """A repair whose next step nobody takes.

    **Why:** a damaged relationship is repaired in steps: finish the task, breathe, break the ice, ask,
    go forward (relationship marketing in a professional firm). Only the breathing period is silent by
    intent; any other step that hears nothing for four weeks has been given up without saying so.

    **Instead:** take the step and log it, or write the next `step:`. The breathing period is left to
    RP705, and what follows `forward` to the usual rhythm.

    Fails:

        status: damaged
        repair: {began: 2026-09-01, our_faults: [Two filings late], step: ask}
        # touches/acme.yaml
        - {date: 2026-09-28, with: [jane], by: amara, how: visit, note: Broke the ice}

    Passes:

        status: damaged
        repair: {began: 2026-09-01, our_faults: [Two filings late], step: ask}
        # touches/acme.yaml
        - {date: 2026-09-28, with: [jane], by: amara, how: visit, note: Broke the ice}
        - {date: 2026-11-05, with: [jane], by: amara, how: visit, note: Asked what we ought to have done}
    """

    code = "RP711"
    name = "repair-stuck"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The repair that finishes, breaks the ice or asks, and has heard nothing for four weeks."""
        one = stuck(plan, context.touches, context.today) if context.log_is_whole else None
        if one is None:
            return
        weeks = f"{STUCK_AFTER.days // 7} weeks"
        if one.last:
            heard = f"since the {one.last.how or 'touch'} of {ago(one.last.date, context.today)}"
        else:
            heard = f"since {spoken(one.since, context.today)}, more than {weeks} ago"
        yield Finding(
            f"the repair stands at `{one.step}` and nothing is logged {heard}; take the step and log"
            " it, or write the next `step:`",
            ("repair", "step"),
        )
