"""RP505."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import strikes_nothing
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Touch
from relplan.rules.finding import Context, Finding


class VoidWithoutLine:
    """A line that strikes nothing.

    **Why:** the mistake that it was to strike still counts: somebody is thought to have been in
    touch (relationship marketing in a professional firm: regularity).

    **Instead:** name the date and the person of a line that stands above, as they are written there.

    Fails:

        # touches/acme.yaml
        - {date: 2026-11-06, with: [jane], by: ben, how: call, note: Asked for the benchmark}
        - {date: 2026-11-18, by: ben, void: 2026-11-05 jane}

    Passes:

        # touches/acme.yaml
        - {date: 2026-11-06, with: [jane], by: ben, how: call, note: Asked for the benchmark}
        - {date: 2026-11-18, by: ben, void: 2026-11-06 jane}
    """

    code = "RP505"
    name = "void-without-line"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Touch

    def check(self, touch: Touch, context: Context) -> Iterator[Finding]:
        """The `void` line that names no line above it."""
        log = context.book.touches.get(context.plan_id, ())
        if (
            touch.void
            and context.log_is_whole
            and any(one is touch for one in strikes_nothing(log))
        ):
            day = touch.void.split(maxsplit=1)[0] if touch.void.strip() else ""
            near = [one for one in log if one.date.isoformat() == day and not one.void]
            if near:
                who = ", ".join(near[0].people)
                advice = f"the line of {day} is with {who}: write `void: {day} {who.split(',')[0]}`"
            else:
                advice = "write the date and the person of a line above, such as 2026-11-03 jane"
            yield Finding(f"`void: {touch.void[:40]}` strikes no line above; {advice}", ("void",))
