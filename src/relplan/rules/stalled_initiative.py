"""RP213."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.stalled import STALLS_AFTER, stalled
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago, quoted


class StalledInitiative:
    """An initiative that is said to be in hand while nothing happens.

    **Why:** persistence and regularity are the two keys (relationship marketing in a professional
    firm), and a review asks what was done (the customer relationship plan in six steps, step six).
    "Doing" is easily written and easily forgotten.

    **Instead:** do the next piece and log it with `for:` and the initiative's id; or write
    `status: planned` with a new `by:`, or `status: dropped`. A touch within eight weeks keeps an
    initiative alive, when it names it or is with somebody whom it is for; so does a planned one.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, by: 2026-12-18, for: [raj], status: doing}
        # touches/acme.yaml
        - {date: 2026-09-02, with: [raj], by: ben, how: visit, for: close-clinic}

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, by: 2026-12-18, for: [raj], status: doing}
        # touches/acme.yaml
        - {date: 2026-09-02, with: [raj], by: ben, how: visit, for: close-clinic}
        - {date: 2026-11-12, with: [raj], by: ben, how: visit, for: close-clinic}
    """

    code = "RP213"
    name = "stalled-initiative"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """Each initiative in hand of which the log has heard nothing for eight weeks."""
        if not context.log_is_whole:
            return
        for one in stalled(plan, context.touches, context.today):
            weeks = f"{STALLS_AFTER.days // 7} weeks"
            heard = f"nothing is logged for it in {weeks}"
            if one.last:
                how = one.last.how or "touch"
                heard = f"the last sign of it is a {how} on {ago(one.last.date, context.today)}"
            yield Finding(
                f"{quoted(one.initiative.what)} is said to be in hand, and {heard}; log what was"
                f" done with `for: {one.id}`, or write what its `status:` is",
                ("goals", one.goal, "initiatives", one.id, "status"),
            )
