"""Promises in a log: which are open, which were kept, and when."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relplan.model.touch import Touch

_BETWEEN = re.compile(r"[\W_]+")


class Given(NamedTuple):
    """A promise as it was given, and the line that keeps it, once there is one."""

    touch: "Touch"
    what: str
    by: date
    kept: "Touch | None"

    def is_open(self, today: date) -> bool:
        """True until the day on which it was kept."""
        return self.kept is None or self.kept.date > today


def promises(touches: Sequence["Touch"]) -> list[Given]:
    """Every promise in these lines (in force), oldest due first, each with what kept it.

    `kept` names the promise in the words in which it was made; case, spaces and punctuation do
    not matter. One line keeps one promise: the oldest of those words that is still open.
    """
    made = [touch for touch in touches if touch.promise]
    made.sort(
        key=lambda touch: (touch.promise.by, touch.date) if touch.promise else (date.max,) * 2
    )
    keeping = sorted((touch for touch in touches if touch.kept), key=lambda touch: touch.date)
    given = []
    for touch in made:
        assert touch.promise is not None
        kept = next((line for line in keeping if _keeps(line, touch)), None)
        if kept is not None:
            keeping.remove(kept)
        given.append(Given(touch, touch.promise.what, touch.promise.by, kept))
    return given


def keeps_nothing(touches: Sequence["Touch"]) -> list["Touch"]:
    """The lines whose `kept` names no promise that was made before them."""
    used = [id(one.kept) for one in promises(touches) if one.kept]
    return [touch for touch in touches if touch.kept and id(touch) not in used]


def _keeps(line: "Touch", made: "Touch") -> bool:
    assert made.promise is not None
    same = _words(line.kept or "") == _words(made.promise.what)
    return same and line.date >= made.date and line.answered and not line.cancelled


def _words(text: str) -> str:
    return _BETWEEN.sub(" ", text.casefold()).strip()
