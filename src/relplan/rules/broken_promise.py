"""RP503."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.promises import promises
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Touch
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago, quoted


class BrokenPromise:
    """A promise whose day has passed and that no line keeps.

    **Why:** persistence and regularity (relationship marketing in a professional firm) are what a
    client sees of us; a promise that was forgotten undoes a year of lunches.

    **Instead:** keep it and add a line with `kept:` in the same words; or tell the client, and
    write a new line with the new promise and `void:` for the old one.

    Fails:

        # touches/acme.yaml
        - {date: 2026-11-06, with: [jane], by: ben, promise: {what: send the benchmark, by: 2026-11-20}}

    Passes:

        # touches/acme.yaml
        - {date: 2026-11-06, with: [jane], by: ben, promise: {what: send the benchmark, by: 2026-11-20}}
        - {date: 2026-11-18, with: [jane], by: ben, how: email, kept: send the benchmark}
    """

    code = "RP503"
    name = "broken-promise"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Touch

    def check(self, touch: Touch, context: Context) -> Iterator[Finding]:
        """The line with a promise, from the day after it was due until it is kept."""
        if touch.promise is None or touch.promise.by >= context.today:
            return
        for given in promises(context.touches):
            if given.touch is touch and given.is_open(context.today):
                who = context.plan.roles.get(given.people[0]) if context.plan else None
                to = f" to {who.name}" if who else ""
                yield Finding(
                    f"{quoted(given.what)} was promised{to} by {ago(given.by, context.today)}; keep"
                    " it and log a line with `kept:` in these words, or say when it comes",
                    ("promise", "by"),
                )
