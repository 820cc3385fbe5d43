"""Civil dates: how one is read, how it is written for a person, and what today is.

The only module that looks at the clock; all others are told the day.
"""

import calendar
import os
import re
import time
from collections.abc import Iterator
from datetime import date

from relplan.errors import WrongUse

_EXACT = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_SPOKEN = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})", re.ASCII
)


def today(option: str | None = None) -> date:
    """The day that a command works with: `--today`, else RELPLAN_TODAY, else the local date."""
    for source, text in (("--today", option), ("RELPLAN_TODAY", os.environ.get("RELPLAN_TODAY"))):
        if text:
            try:
                return civil_date(text)
            except ValueError as error:
                raise WrongUse(f"{source}: {error}") from None
    return date.today()  # noqa: TID251, DTZ011 -- the one place that may ask; a civil date has no zone


def moment() -> int:
    """Nanoseconds by the clock of the system, to compare with the times of files; no day of it."""
    return time.time_ns()


def civil_date(text: str) -> date:
    """The date that exactly `YYYY-MM-DD` names; ValueError says what to write instead."""
    exact = _EXACT.fullmatch(text)
    if not exact:
        raise ValueError(_advice(text))
    year, month, day = (int(part) for part in exact.groups())
    if not 1 <= month <= 12:
        raise ValueError(f"`{text}` has month {month:02}; write a month from 01 to 12")
    if year == 0:
        raise ValueError(f"`{text}` has the year 0000; write the year in full")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        ends = f"{year:04}-{month:02}-{last}"
        raise ValueError(
            f"`{text}` is not in the calendar; write a day up to {ends}, where its month ends"
        )
    return date(year, month, day)


def spoken(day: date, today: date) -> str:
    """The day as a person says it: `12 Oct`, with the year when it is not this year's."""
    text = f"{day.day} {MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def end_of_week(day: date) -> date:
    """The Sunday on or after the day; the last week of the calendar ends with it."""
    return date.fromordinal(min(day.toordinal() + 6 - day.weekday(), date.max.toordinal()))


def weekday(day: date) -> str:
    """The short name of the day of the week, in English wherever the machine stands."""
    return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]


# Names by table, not from the library: the language of the machine must not reach the output.
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS = tuple(name[:3] for name in MONTH_NAMES)


def readings(text: str) -> list[str]:
    """The days that a text in another form may mean, as they are written here; the likeliest first."""
    found = dict.fromkeys(one for one in _parts(text) if _exists(*one))
    return [f"{year:04}-{month:02}-{day:02}" for year, month, day in found]


def _parts(text: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in each order in which the text may be read."""
    if slashed := _SLASHED.fullmatch(text):
        first, second, year = (int(part) for part in slashed.groups())
        yield year, second, first
        yield year, first, second
    for pattern in (_LOOSE, _COMPACT):
        if parts := pattern.fullmatch(text):
            year, month, day = (int(part) for part in parts.groups())
            yield year, month, day
    if said := _SPOKEN.fullmatch(text):
        word = said["month"].lower()
        month = next(
            (at for at, one in enumerate(MONTH_NAMES, 1) if one.lower().startswith(word)), 0
        )
        yield int(said["year"]), month, int(said["day"])


def _exists(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _advice(text: str) -> str:
    found = readings(text)
    if len(found) > 1:
        return f"`{text}` can be read in two ways; write {found[0]} or {found[1]}"
    if found:
        return f"`{text}` is not written as YYYY-MM-DD; write {found[0]}"
    shown = text if len(text) <= 40 else text[:39] + "…"
    return f"`{shown}` is not a date; write it as YYYY-MM-DD, such as 2027-01-31"
