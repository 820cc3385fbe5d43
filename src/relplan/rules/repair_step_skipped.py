"""RP712."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.repair import Skipped, skipped
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class RepairStepSkipped:
    """A repair that is further on than what was done.

    **Why:** the steps stand in an order (relationship marketing in a professional firm): who goes
    forward before they had peace, before the ice was broken or before we asked what we could have
    done differently, leaves the wrong where it was.

    **Instead:** go back to the step that is wanting, or write what shows that it was taken: the day in
    `until:`, a line of the log, their `answer:`. `relplan repair next` goes on only when that is there.

    Fails:

        status: damaged
        repair: {began: 2026-10-30, our_faults: [Two filings late], step: break-ice, until: 2026-12-04}

    Passes:

        status: damaged
        repair: {began: 2026-10-30, our_faults: [Two filings late], step: break-ice, until: 2026-11-20}
    """

    code = "RP712"
    name = "repair-step-skipped"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The repair whose `step` is written before an earlier one was taken."""
        one = skipped(plan, context.touches, context.today) if context.log_is_whole else None
        if one is not None and plan.repair:
            said = f"the repair stands at `{plan.repair.step}` and {_wanting(one, context)}"
            yield Finding(said, ("repair", "step"))


def _wanting(one: Skipped, context: Context) -> str:
    day = spoken(one.day, context.today)
    if one.step == "breathe":
        return (
            f"the breathing period lasts until {day}; go back to `breathe`, or write under `until:`"
            " the day on which it ended"
        )
    if one.step == "break-ice":
        return f"no touch since {day} is logged; go back to `break-ice`, or log the first contact"
    return (
        "their answer is not written; ask what we could have done differently, and write it under"
        " `answer:`"
    )
