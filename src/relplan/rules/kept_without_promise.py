"""RP504."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.promises import keeps_nothing, promises
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Touch
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class KeptWithoutPromise:
    """A line that keeps, or takes over, a promise which nobody made.

    **Why:** mostly the words differ from those of the promise, which then stays open and is listed
    as broken (relationship marketing in a professional firm: persistence).

    **Instead:** write `kept:` or `taken_over:` in the words of the promise; case, spaces and punctuation do not
    matter.

    Fails:

        # touches/acme.yaml
        - {date: 2026-11-06, with: [jane], by: ben, promise: {what: send the benchmark, by: 2026-11-30}}
        - {date: 2026-11-18, with: [jane], by: ben, how: email, kept: benchmark sent}

    Passes:

        # touches/acme.yaml
        - {date: 2026-11-06, with: [jane], by: ben, promise: {what: send the benchmark, by: 2026-11-30}}
        - {date: 2026-11-18, with: [jane], by: ben, how: email, kept: Send the benchmark.}
    """

    code = "RP504"
    name = "kept-without-promise"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Touch

    def check(self, touch: Touch, context: Context) -> Iterator[Finding]:
        """The line whose `kept` or `taken_over` fits no promise made before it."""
        field = "kept" if touch.kept else "taken_over"
        said = touch.kept or touch.taken_over
        if not (said and context.log_is_whole) or all(
            one is not touch for one in keeps_nothing(context.touches)
        ):
            return
        still = [one.what for one in promises(context.touches) if one.kept is None]
        if len(still) == 1:
            advice = f"the open one reads {quoted(still[0])}: write that"
        elif still:
            advice = f"open are {', '.join(map(quoted, still[:4]))}: write one of these"
        else:
            advice = "no promise is open: write what you did in `note:`"
        yield Finding(f"nobody promised {quoted(said)}; {advice}", (field,))
