"""Which days are working days, and the way from one to another."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relplan.clock import civil_date
from relplan.errors import WrongUse
from relplan.files import cache as caches

if TYPE_CHECKING:
    from relplan.model.settings import Calendar

_ONE = timedelta(days=1)
_FAR = 400
_COUNTED = 7_305


class WorkingDays:
    """A firm's calendar: weekdays on which it works, less the days on which it is closed.

    `holidays` gives the public holidays of a year; it is asked only for years that matter.
    """

    def __init__(
        self,
        weekdays: tuple[int, ...] = (0, 1, 2, 3, 4),
        closed: tuple[date, ...] = (),
        holidays: Callable[[int], frozenset[date]] = lambda _: frozenset(),
    ) -> None:
        self._weekdays = frozenset(weekdays)
        self._closed = frozenset(closed)
        self._holidays = holidays

    def works(self, day: date) -> bool:
        """True on a working day."""
        if day.weekday() not in self._weekdays or day in self._closed:
            return False
        return day not in self._holidays(day.year)

    def from_(self, day: date) -> date:
        """The day itself when it is a working day, or when none follows; else the next one."""
        found = day
        for _ in range(_FAR):
            if found == date.max or self.works(found):
                return found
            found += _ONE
        return day

    def after(self, day: date, count: int) -> date:
        """The working day that comes `count` working days after `day`."""
        for _ in range(count):
            if day == date.max:
                return day
            day = self.from_(day + _ONE)
        return day

    def between(self, day: date, end: date) -> int:
        """How many working days follow `day` up to and with `end`; 0 when none does.

        What lies further off than twenty years counts no more: no step is planned there.
        """
        far = min((end - day).days, _COUNTED)
        return sum(self.works(day + _ONE * ahead) for ahead in range(1, far + 1))


def working_days(calendar: "Calendar") -> WorkingDays:
    """The working days that a book's settings describe; WrongUse for an unknown country."""
    regions = calendar.holidays
    if not regions:
        return WorkingDays(calendar.working_days, calendar.closed)
    return WorkingDays(
        calendar.working_days, calendar.closed, lambda year: _holidays(regions, year)
    )


@cache
def _holidays(regions: tuple[str, ...], year: int) -> frozenset[date]:
    """The public holidays of a year; those of a year that was asked for before are kept.

    Importing the library takes as long as all the rest of a morning list.
    """
    kept = caches.load(_NAME, _library())
    wanted = {f"{region} {year}": region for region in regions}
    new = {
        key: _looked_up(region, year) for key, region in wanted.items() if _days(kept, key) is None
    }
    if new:
        kept |= {key: [day.isoformat() for day in days] for key, days in new.items()}
        caches.store(_NAME, _library(), dict(list(kept.items())[-_MOST:]))
    known = [new[key] if key in new else _days(kept, key) or () for key in wanted]
    return frozenset(day for days in known for day in days)


_NAME = "holidays"
_MOST = 1000


def _library() -> str:
    """What the library looks like: another version of it knows other holidays."""
    found = find_spec(_NAME)
    places = [Path(one) for one in (found and found.submodule_search_locations) or ()]
    stats = [(place / "version.py").stat() for place in places if (place / "version.py").is_file()]
    return " ".join(f"{one.st_size}.{one.st_mtime_ns}" for one in stats)


def _days(kept: dict[str, Any], key: str) -> list[date] | None:
    """The days that are kept under a key; None where there are none, or in doubt."""
    try:
        return [civil_date(day) for day in kept[key]]
    except (KeyError, TypeError, ValueError):
        return None


def _looked_up(region: str, year: int) -> list[date]:
    import holidays

    country, _, part = region.partition("-")
    try:
        return sorted(holidays.country_holidays(country, subdiv=part or None, years=year))
    except (NotImplementedError, AttributeError):
        raise WrongUse(
            f"relplan.yaml: the public holidays of {region} are not known; write a country"
            " such as GB, with a region of it such as GB-ENG, and the other days under `closed`"
        ) from None
