"""How a number of a plan moved: from its first count to today's."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple


class Count(NamedTuple):
    """What a metric said from a day on; None where it said nothing."""

    day: date
    actual: Decimal | None


class Trend(NamedTuple):
    """The way of a metric, as far as its history is known."""

    direction: str
    """`up`, `down` or `level`; empty where no earlier day has a count."""
    first: Count | None = None
    """The first count that is known."""
    changed: date | None = None
    """The day of the last change."""


def trend(counts: Sequence[Count]) -> Trend:
    """The trend of counts in the order of time, the last one being that of today."""
    known = [one for one in counts if one.actual is not None]
    if not known or known[-1] is not counts[-1] or known[0].day == known[-1].day:
        return Trend("")
    first, last = known[0], known[-1]
    assert first.actual is not None
    assert last.actual is not None
    changed = None
    for before, after in pairwise(known):
        if before.actual != after.actual:
            changed = after.day
    moved = last.actual - first.actual
    return Trend("up" if moved > 0 else "down" if moved < 0 else "level", first, changed)
