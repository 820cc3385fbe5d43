"""RP704."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class DamagedWithoutRepair:
    """A damaged relationship that nobody repairs.

    **Why:** a damaged relationship is repaired in steps (relationship marketing in a professional
    firm): finish the task, breathe, break the ice humbly, ask, go forward. Without a step written
    down it is left to chance.

    **Instead:** add `repair:` with the day it began, our faults in plain words, and the step.

    Fails:

        status: damaged

    Passes:

        status: damaged
        repair: {began: 2026-11-02, our_faults: [Two filings late], step: finish}
    """

    code = "RP704"
    name = "damaged-without-repair"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Plan

    def check(self, plan: Plan, _context: Context) -> Iterator[Finding]:
        """The plan with the status `damaged` and no `repair`."""
        if plan.status == "damaged" and plan.repair is None:
            yield Finding(
                "the relationship is damaged and no repair is written; add `repair:` with `began:`,"
                " `our_faults:` and `step: finish` — it is mended in steps, or not at all",
                ("status",),
            )
