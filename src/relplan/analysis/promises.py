"""Promises in a log: which are open, which were kept, and when."""

import re
import unicodedata
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
    not matter. One line keeps one promise: the oldest of those words that is still open, of the
    line's own people before anybody else's.
    """
    made = [touch for touch in touches if touch.promise and _happened(touch)]
    if not made:
        return []
    made.sort(
        key=lambda touch: (touch.promise.by, touch.date) if touch.promise else (date.max,) * 2
    )
    kept = _kept(made, touches)
    return [
        Given(touch, touch.promise.what, touch.promise.by, kept.get(at))
        for at, touch in enumerate(made)
        if touch.promise
    ]


def same_words(text: str) -> str:
    """The words of a text without case, spaces and punctuation: equal for what says the same."""
    # One keyboard composes an accented letter and another does not: both write the same word.
    composed = unicodedata.normalize("NFKC", text.casefold())
    return _BETWEEN.sub(" ", composed).strip()


def _kept(made: Sequence["Touch"], touches: Sequence["Touch"]) -> dict[int, "Touch"]:
    """For each promise, by its place, the line that keeps it; each line keeps one at most."""
    keeping = sorted((touch for touch in touches if touch.kept), key=lambda touch: touch.date)
    kept: dict[int, Touch] = {}
    for theirs in (True, False):
        for at, touch in enumerate(made):
            if at in kept:
                continue
            for line in keeping:
                if _keeps(line, touch) and (not theirs or set(line.people) & set(touch.people)):
                    kept[at] = line
                    keeping = [other for other in keeping if other is not line]
                    break
    return kept


def keeps_nothing(touches: Sequence["Touch"]) -> list["Touch"]:
    """The lines whose `kept` names no promise that was made before them."""
    used = [id(one.kept) for one in promises(touches) if one.kept]
    return [touch for touch in touches if touch.kept and id(touch) not in used]


def _keeps(line: "Touch", made: "Touch") -> bool:
    assert made.promise is not None
    same = same_words(line.kept or "") == same_words(made.promise.what)
    return same and line.date >= made.date and line.answered and _happened(line)


def _happened(line: "Touch") -> bool:
    return not (line.planned or line.cancelled)
