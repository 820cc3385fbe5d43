"""RP502."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Touch
from relplan.rules.finding import Context, Finding


class FutureTouch:
    """A touch that has not happened yet.

    **Why:** the log says what happened (relationship marketing in a professional firm: good notes).
    A touch of tomorrow does not count, so the person would come back as due without an explanation.

    **Instead:** mend the date; or write `planned: true` while it is only in the calendar.

    Fails:

        # touches/acme.yaml
        - {date: 2027-11-03, with: [jane], by: ben, how: lunch}

    Passes:

        # touches/acme.yaml
        - {date: 2026-12-03, with: [jane], by: ben, how: lunch, planned: true}
    """

    code = "RP502"
    name = "future-touch"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Touch

    def check(self, touch: Touch, context: Context) -> Iterator[Finding]:
        """The line dated after today, unless it is planned, cancelled or a snooze."""
        waiting = touch.planned or touch.cancelled or touch.is_note
        if touch.date > context.today and not waiting:
            today = spoken(context.today, touch.date)
            yield Finding(
                f"{spoken(touch.date, context.today)} is after today ({today}); mend the date, or"
                " add `planned: true` — a touch counts once it happened",
                ("date",),
            )
