"""Promises in a log: which are open, which were kept, and when."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import in_force

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.touch import Touch

_BETWEEN = re.compile(r"[\W_]+")


class Given(NamedTuple):
    """A promise as it was given, and the line that keeps it, once there is one."""

    touch: "Touch"
    what: str
    by: date
    kept: "Touch | None"
    taken: "Touch | None" = None
    """The line by which another of ours took it over, or another of theirs waits for it."""

    @property
    def owner(self) -> str:
        """The member who keeps it: who took it over last, else who gave it."""
        return (self.taken or self.touch).by

    @property
    def people(self) -> tuple[str, ...]:
        """Their people who wait for it."""
        return (self.taken or self.touch).people

    def is_open(self, today: date) -> bool:
        """True from the day on which it was given until the one on which it was kept."""
        return self.touch.date <= today and (self.kept is None or self.kept.date > today)


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
    taking = [touch for touch in touches if touch.taken_over]
    return [
        Given(
            touch,
            touch.promise.what,
            touch.promise.by,
            kept.get(at),
            _taken(touch, kept.get(at), taking),
        )
        for at, touch in enumerate(made)
        if touch.promise
    ]


def same_words(text: str) -> str:
    """The words of a text without case, spaces and punctuation: equal for what says the same."""
    # One keyboard composes an accented letter and another does not: both write the same word.
    composed = unicodedata.normalize("NFKC", text.casefold())
    return _BETWEEN.sub(" ", composed).strip()


class Owed(NamedTuple):
    """A promise that is open, with whom it was given: the client's id and name, the people's names."""

    client: str
    client_name: str
    people: tuple[str, ...]
    given: Given


def owed(book: "Book", today: date, client: str = "") -> list[Owed]:
    """Every open promise of the book, or of one client, oldest due first."""
    found = [
        Owed(id_, plan.name, tuple(_name(plan, one) for one in given.people), given)
        for id_, plan in book.everyone().items()
        if client in ("", id_)
        for given in still_open(book.touches.get(id_, ()), today)
    ]
    return sorted(found, key=lambda one: (one.given.by, one.client, one.given.what))


def still_open(
    log: Sequence["Touch"], today: date, by: str | None = None, to: str | None = None
) -> list[Given]:
    """The open promises of a whole log: all, or those that one of ours keeps, to one of theirs."""
    return [
        one
        for one in promises(in_force(log))
        if one.is_open(today) and by in (None, one.owner) and (to is None or to in one.people)
    ]


def meant(waiting: Sequence[Given], said: str) -> list[Given]:
    """Those of the promises that somebody means by these words, or by a part of theirs."""
    wanted = same_words(said)
    exact = [one for one in waiting if wanted == same_words(one.what)]
    return exact or [one for one in waiting if wanted in same_words(one.what)]


def _name(plan: "Plan | Prospect", person: str) -> str:
    return plan.roles[person].name if person in plan.roles else person


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
    """The lines whose `kept` or `taken_over` names no promise that was made before them."""
    made = promises(touches)
    used = [id(one.kept) for one in made if one.kept]
    return [
        touch
        for touch in touches
        if (touch.kept and id(touch) not in used)
        or (touch.taken_over and not any(_takes(touch, one.touch) for one in made))
    ]


def _taken(made: "Touch", kept: "Touch | None", taking: Sequence["Touch"]) -> "Touch | None":
    """The newest line that takes a promise over before it is kept; of one day the lowest."""
    lines = [one for one in taking if _takes(one, made) and not (kept and kept.date < one.date)]
    return max(reversed(lines), key=lambda one: one.date, default=None)


def _takes(line: "Touch", made: "Touch") -> bool:
    assert made.promise is not None
    return (
        same_words(line.taken_over or "") == same_words(made.promise.what)
        and line.date >= made.date
    )


def _keeps(line: "Touch", made: "Touch") -> bool:
    assert made.promise is not None
    same = same_words(line.kept or "") == same_words(made.promise.what)
    return same and line.date >= made.date and line.answered and _happened(line)


def _happened(line: "Touch") -> bool:
    return not (line.planned or line.cancelled)
