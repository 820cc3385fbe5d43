"""RP508."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.habits import MANY, empty_run, is_newest
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Touch
from relplan.rules.finding import Context, Finding


class EmptyTouches:
    """Five touches in a row of which nothing is written.

    **Why:** each owner keeps good notes and listens; half of the service is the person
    (relationship marketing in a professional firm). A log of dates counts calls, as a sales system
    does, and tells the next caller nothing.

    **Instead:** write with the next one what was said (`note:`) or what we now know (`learned:`); a
    promise made or kept says something too. One line that says something is enough.

    Fails:

        # touches/acme.yaml
        - {date: 2026-07-02, with: [jane], by: ben, how: call}
        - {date: 2026-08-04, with: [jane], by: ben, how: call}
        - {date: 2026-09-03, with: [raj], by: ben, how: lunch}
        - {date: 2026-10-06, with: [jane], by: amara, how: call}
        - {date: 2026-11-05, with: [jane], by: ben, how: call}

    Passes:

        # touches/acme.yaml
        - {date: 2026-07-02, with: [jane], by: ben, how: call}
        - {date: 2026-08-04, with: [jane], by: ben, how: call}
        - {date: 2026-09-03, with: [raj], by: ben, how: lunch}
        - {date: 2026-10-06, with: [jane], by: amara, how: call}
        - {date: 2026-11-05, with: [jane], by: ben, how: call, learned: The board wants figures by plant}
    """

    code = "RP508"
    name = "empty-touches"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Touch

    def check(self, touch: Touch, context: Context) -> Iterator[Finding]:
        """The newest line of a log whose last five touches, or more, say nothing."""
        if touch.note or touch.learned or not touch.counts:
            return
        if not is_newest(touch, context.touches, context.today):
            return
        run = empty_run(context.touches, context.today)
        if len(run) >= MANY and touch is run[0]:
            yield Finding(
                f"the last {len(run)} touches say nothing of what was said or learned; write"
                " `note:` or `learned:` with the next, for whoever calls after you",
                ("date",),
            )
