"""RP703."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import breathing_until
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan, Touch
from relplan.rules.finding import Context, Finding


class CallInBreathing:
    """A touch within the breathing period of a repair.

    **Why:** a damaged relationship is left a short breathing period before we break the ice
    (relationship marketing in a professional firm); whoever calls in it begins the repair anew.

    **Instead:** keep still until the day in `repair: {until: …}`. When the client called us, say so
    in a comment: `# relplan: ignore[RP703] Dominic rang us`. If the ice is broken, write the next
    `step:`.

    Fails:

        status: damaged
        repair: {began: 2026-11-02, step: breathe, until: 2026-12-04}
        # touches/acme.yaml
        - {date: 2026-11-10, with: [jane], by: ben, how: call}

    Passes:

        status: damaged
        repair: {began: 2026-11-02, step: breathe, until: 2026-12-04}
        # touches/acme.yaml
        - {date: 2026-10-30, with: [jane], by: ben, how: visit}
    """

    code = "RP703"
    name = "call-in-breathing"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Touch

    def check(self, touch: Touch, context: Context) -> Iterator[Finding]:
        """The line that was or is meant to be a contact on a day of the breathing period."""
        plan = context.plan
        still = touch.cancelled or touch.is_note
        if still or not isinstance(plan, Plan) or plan.repair is None:
            return
        until = breathing_until(plan, touch.date)
        if until is None or touch.date == plan.repair.began:
            return
        how = touch.how or "touch"
        yield Finding(
            f"this {how} falls into the breathing period, in which nobody calls until"
            f" {spoken(until, context.today)}; wait, or write the next `step:` of the repair if the"
            " ice is broken",
            ("date",),
        )
