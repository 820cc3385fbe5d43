"""Which days are working days, and the way from one to another."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from relplan.errors import WrongUse

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
    import holidays

    days: set[date] = set()
    for region in regions:
        country, _, part = region.partition("-")
        try:
            found = holidays.country_holidays(country, subdiv=part or None, years=year)
        except (NotImplementedError, AttributeError):
            raise WrongUse(
                f"relplan.yaml: the public holidays of {region} are not known; write a country"
                " such as GB, with a region of it such as GB-ENG, and the other days under `closed`"
            ) from None
        days.update(found)
    return frozenset(days)
