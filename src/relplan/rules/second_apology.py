"""RP709."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.repair import apologised_again
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Touch
from relplan.rules.finding import Context, Finding


class SecondApology:
    """An apology to somebody who had one already.

    **Why:** break the ice humbly and own the problems; then go forward, and do not apologise again
    (relationship marketing in a professional firm). A second apology reopens the first.

    **Instead:** show it by what is done, and return to persistence and regularity. Counted are the
    notes of the log since the repair began, by person; what stands in double quotes is somebody's
    own words.

    Fails:

        status: damaged
        repair: {began: 2026-10-05, our_faults: [Two filings late], step: ask}
        # touches/acme.yaml
        - {date: 2026-10-12, with: [jane], by: amara, how: visit, note: Apologised for both filings}
        - {date: 2026-11-19, with: [jane], by: amara, how: call, note: Apologised once more for the filings}

    Passes:

        status: damaged
        repair: {began: 2026-10-05, our_faults: [Two filings late], step: ask}
        # touches/acme.yaml
        - {date: 2026-10-12, with: [jane], by: amara, how: visit, note: Apologised for both filings}
        - {date: 2026-11-19, with: [jane], by: amara, how: call, note: Asked what we ought to have done differently}
    """

    code = "RP709"
    name = "second-apology"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Touch

    def check(self, touch: Touch, context: Context) -> Iterator[Finding]:
        """The line that apologises to people who had an apology on an earlier day of the repair."""
        plan = context.plan
        if plan is None:
            return
        if again := apologised_again(touch, context.touches, plan, context.settings):
            who = ", ".join(plan.roles[id_].name for id_ in again.people if id_ in plan.roles)
            before = spoken(again.before, context.today)
            yield Finding(
                f"this is a second apology to {who}, after that of {before}; go forward and show it"
                " by what is done — each apology reopens the one before",
                ("note",),
            )
