"""How often a date was moved, and by how much: what slips quietly is told with its history."""

from collections.abc import Iterator, Sequence
from datetime import date

from relplan.analysis.change import Change, Dates, iso


def moved(
    noun: str,
    named: tuple[str, str],
    dates: tuple[date | None, date | None],
    dated: Sequence[tuple[Dates, Dates]],
    *,
    new: bool = False,
) -> Iterator[Change]:
    """How the date of an item (its place and its name) went from one state to the other.

    The changes between are counted, also of a date that is back where it was. Of an item that is
    `new` the first date that it had is the one before.
    """
    (item, name), (before, after) = named, dates
    seen = [(a[item], b[item]) for a, b in dated if item in a and item in b]
    steps = [(was, now) for was, now in seen if was != now]
    if new:
        before = next((was for was, _ in seen), after)
    times = sum(was is not None and now is not None for was, now in steps)
    if before and after and (before != after or times > 1):
        days = (after - before).days
        kind = "slipped" if days > 0 else "brought forward" if days < 0 else "back"
        yield Change(f"{noun} {kind}", item, name, iso(before), iso(after), days, max(1, times))
    elif before != after:
        kind = "dated" if after else "undated"
        yield Change(f"{noun} {kind}", item, name, iso(before), iso(after))
