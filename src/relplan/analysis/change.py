"""One thing that changed between two states of a plan, and how entries of the two are matched."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

T = TypeVar("T")
Dates = Mapping[str, date | None]
"""The date of each goal, initiative and step of one version, by its place in the plan."""


class Change(NamedTuple):
    """What changed: its kind, the item by ids, what stood there before and what stands there now.

    Dates are YYYY-MM-DD, words are as the writer typed them; None is: nothing.
    """

    kind: str
    item: str
    what: str
    """The item as a person calls it: a name, an id, the words of a promise."""
    before: str | None = None
    after: str | None = None
    days: int = 0
    """How late something was, or by how many days a date moved (earlier is negative)."""
    times: int = 0
    """How often a date was changed to get there."""


class Side(NamedTuple):
    """A plan with its lines in force, looked at on a day."""

    plan: "Plan | Prospect"
    touches: Sequence["Touch"]
    day: date


def paired(
    old: Mapping[str, T], new: Mapping[str, T], *alike: Callable[[T], Hashable]
) -> Iterator[tuple[str, T | None, T | None]]:
    """Each entry before and now, by id; one whose id is gone by what is alike in it, if nothing else is.

    In the order of the new state, then what is gone.
    """
    names = {id_: id_ for id_ in new if id_ in old}
    for key in alike:
        lost = _unique({i: one for i, one in old.items() if i not in names.values()}, key)
        come = _unique({i: one for i, one in new.items() if i not in names}, key)
        names |= {come[value]: lost[value] for value in come if value in lost}
    for id_, now in new.items():
        yield id_, old[names[id_]] if id_ in names else None, now
    for id_, before in old.items():
        if id_ not in names.values():
            yield id_, before, None


def _unique(entries: Mapping[str, T], key: Callable[[T], Hashable]) -> dict[Hashable, str]:
    values = [key(one) for one in entries.values()]
    found = zip(entries, values, strict=True)
    return {value: id_ for id_, value in found if values.count(value) == 1}


def iso(day: date | None) -> str | None:
    """The day as YYYY-MM-DD; None for none."""
    return day.isoformat() if day else None


def begin_of(plan: "Plan | Prospect", settings: "Settings", today: date) -> tuple[date, bool]:
    """The day after which things are new, and whether it is that of the last review held.

    Without a review it is one rhythm of reviews ago: three months, unless the plan says otherwise.
    """
    held = max((day for day in plan.review.held if day <= today), default=None)
    return (held, True) if held else ((plan.review.every or settings.review).before(today), False)
