"""Durations as people write them in a plan: `30d`, `6w`, `2m`, `1y`, `quarterly`, `P6W`."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

_WRITTEN = re.compile(r"(?:P?)(\d{1,4})\s?([dwmy])", re.ASCII | re.IGNORECASE)
_WORDS = {
    "weekly": (1, "w"),
    "fortnightly": (2, "w"),
    "monthly": (1, "m"),
    "quarterly": (3, "m"),
    "yearly": (1, "y"),
}
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
FORMS = "30d, 6w, 2m, 1y, weekly, fortnightly, monthly, quarterly, yearly or P6W"


class Duration(NamedTuple):
    """A length of civil time: a count of days, weeks, months or years."""

    number: int
    unit: str

    def after(self, day: date) -> date:
        """The day this long after `day`; months clamp (31 Jan + 1m is 28 Feb), 9999 is the end."""
        try:
            if self.unit in "dw":
                return day + timedelta(days=self.number * (7 if self.unit == "w" else 1))
            return _months_after(day, self.number * (12 if self.unit == "y" else 1))
        except (OverflowError, ValueError):
            return date.max if self.number > 0 else date.min

    def before(self, day: date) -> date:
        """The day this long before `day`; months clamp, the year 1 is the beginning."""
        return Duration(-self.number, self.unit).after(day)

    @property
    def days(self) -> float:
        """About how many days this is: for comparing and for ratios, never for a date."""
        return self.number * _DAYS[self.unit]

    def __str__(self) -> str:
        return f"{self.number}{self.unit}"


def duration(text: str) -> Duration:
    """The duration that `text` writes; ValueError lists the accepted forms."""
    word = _WORDS.get(text.lower())
    if word:
        return Duration(*word)
    written = _WRITTEN.fullmatch(text)
    if not written:
        shown = text if len(text) <= 40 else text[:39] + "…"
        raise ValueError(f"`{shown}` is not a length of time; write {FORMS}")
    count = int(written[1])
    if count == 0:
        raise ValueError(f"`{text}` has no length; write at least 1d")
    return Duration(count, written[2].lower())


def _months_after(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year < 1:
        return date.min
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
