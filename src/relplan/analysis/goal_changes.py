"""What became of the goals: met, moved, and quietly reworded; a prospect's win is one of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.change import Change, Dates, Side, paired
from relplan.analysis.moved_dates import moved
from relplan.analysis.promises import same_words

if TYPE_CHECKING:
    from relplan.model.plan import Measure


class _Goal(NamedTuple):
    id: str
    item: str
    text: str
    by: date | None
    measure: "Measure | None" = None


def of_goals(old: Side, new: Side, dated: Sequence[tuple[Dates, Dates]]) -> Iterator[Change]:
    """The changes of every goal, or of the win."""
    for _, before, after in paired(_goals(old), _goals(new), lambda one: same_words(one.text)):
        if before and after:
            yield from _between(before, after, dated)
        elif after:
            yield Change("goal new", after.item, after.id, after=after.text)
        elif before:
            yield Change("goal gone", before.item, before.id, before.text)


def _goals(side: Side) -> dict[str, _Goal]:
    goals = getattr(side.plan, "goals", {})
    found = {
        id_: _Goal(id_, f"goals.{id_}", one.goal, one.by, one.measure) for id_, one in goals.items()
    }
    win = getattr(side.plan, "win", None)
    return found | ({"win": _Goal("win", "win", win.what, win.by)} if win else {})


def _between(before: _Goal, after: _Goal, dated: Sequence[tuple[Dates, Dates]]) -> Iterator[Change]:
    item, name = after.item, after.id
    if same_words(before.text) != same_words(after.text):
        yield Change("goal reworded", item, name, before.text, after.text)
    yield from moved("goal", (item, name), (before.by, after.by), dated)
    was, now = before.measure, after.measure
    if was is None or now is None:
        if was or now:
            yield Change("target", item, name, _target(was), _target(now))
        return
    if same_words(was.what) != same_words(now.what):
        yield Change("measure reworded", item, name, was.what, now.what)
    if was.target != now.target:
        yield Change("target", item, name, _target(was), _target(now))
    if _met(now) != _met(was):
        kind = "goal met" if _met(now) else "goal unmet"
        yield Change(kind, item, name, _actual(was), _reached(now))
    elif was.actual != now.actual:
        yield Change("progress", item, name, _actual(was), _reached(now))


def _met(one: "Measure") -> bool:
    return one.actual is not None and one.actual >= one.target


def _actual(one: "Measure") -> str | None:
    return None if one.actual is None else f"{one.actual:f}"


def _target(one: "Measure | None") -> str | None:
    return f"{one.target:f} {one.what}" if one else None


def _reached(one: "Measure") -> str | None:
    return None if one.actual is None else f"{one.actual:f} of {one.target:f} {one.what}"
