"""RP705."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan, Repair
from relplan.rules.finding import Context, Finding


class EndlessBreathing:
    """A breathing period without an end, or past it.

    **Why:** the breathing period is short, and then somebody breaks the ice (relationship marketing
    in a professional firm). One that nobody ends is how a client becomes a former one.

    **Instead:** add `until:`, some weeks after `began:`; once it has passed, break the ice and
    write `step: break-ice`.

    Fails:

        status: damaged
        repair: {began: 2026-11-02, step: breathe}

    Passes:

        status: damaged
        repair: {began: 2026-11-02, step: breathe, until: 2026-12-04}
    """

    code = "RP705"
    name = "endless-breathing"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Repair

    def check(self, repair: Repair, context: Context) -> Iterator[Finding]:
        """The repair that breathes with no `until`, or more than a week after it."""
        plan = context.plan
        damaged = isinstance(plan, Plan) and plan.status == "damaged"
        if not damaged or repair.step != "breathe":
            return
        if repair.until is None:
            began = spoken(repair.began, context.today)
            yield Finding(
                f"nobody calls since {began}, and no day ends it; add `until:` with the last day of"
                " the breathing period",
                ("step",),
            )
        elif (context.today - repair.until).days > 7:
            ended = spoken(repair.until, context.today)
            yield Finding(
                f"the breathing period ended on {ended} and nobody broke the ice; do it humbly, and"
                " write `step: break-ice`",
                ("until",),
            )
