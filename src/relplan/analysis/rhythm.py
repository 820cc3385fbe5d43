"""A person's own rhythm: how often we really are in touch, and whether that slackens.

Apart from lateness: a cadence is what we agreed on, a rhythm is what has become usual.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relplan.model.touch import Touch

_FEWEST, _MOST = 3, 30
_SPAN = 21
_TIMES, _DAYS = 2, 14
_END_TIMES, _END_DAYS = 12, 90


class Rhythm(NamedTuple):
    """The usual gap between two touches in days, and the days since the last one."""

    gap: float
    silent: int

    @property
    def drifts(self) -> bool:
        """True when the silence is long for this person, and not so long that it is the end.

        Longer than twice the gap, and than two weeks more than it; at most twelve times the gap,
        or three months more than it.
        """
        longest = max(_TIMES * self.gap, self.gap + _DAYS)
        end = max(_END_TIMES * self.gap, self.gap + _END_DAYS)
        return longest < self.silent <= end


def rhythm(days: Iterable[date], today: date) -> Rhythm | None:
    """The rhythm of touches on these days until today; None while there is none to see.

    Two touches on a day are one. The gap is the median of the latest gaps: of three at least, and
    of as many more (thirty at most) as it takes to cover three weeks: a busy week is no rhythm.
    """
    known = sorted({day for day in days if day <= today})
    gaps = [(later - day).days for day, later in pairwise(known)]
    for count in range(_FEWEST, min(len(gaps), _MOST) + 1):
        usual = _median(gaps[-count:])
        if usual * count >= _SPAN:
            return Rhythm(usual, (today - known[-1]).days)
    return None


def _median(gaps: list[int]) -> float:
    # By hand: the module `statistics` would double the time that the list takes to start.
    ordered, half = sorted(gaps), len(gaps) // 2
    return (ordered[half] + ordered[~half]) / 2


def touch_days(touches: "Sequence[Touch]", person: str) -> list[date]:
    """The days of the touches with this person that count."""
    return [touch.date for touch in touches if touch.counts and person in touch.people]
