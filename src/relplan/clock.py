"""Civil dates: how one is read, how it is written for a person, and what today is.

The only module that looks at the clock; all others are told the day.
"""

import calendar
import os
import re
from datetime import date

from relplan.errors import WrongUse

_EXACT = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def today(option: str | None = None) -> date:
    """The day that a command works with: `--today`, else RELPLAN_TODAY, else the local date."""
    for source, text in (("--today", option), ("RELPLAN_TODAY", os.environ.get("RELPLAN_TODAY"))):
        if text:
            try:
                return civil_date(text)
            except ValueError as error:
                raise WrongUse(f"{source}: {error}") from None
    return date.today()  # noqa: TID251, DTZ011 -- the one place that may ask; a civil date has no zone


def civil_date(text: str) -> date:
    """The date that exactly `YYYY-MM-DD` names; ValueError says what to write instead."""
    exact = _EXACT.fullmatch(text)
    if not exact:
        raise ValueError(_advice(text))
    year, month, day = (int(part) for part in exact.groups())
    if not 1 <= month <= 12:
        raise ValueError(f"`{text}` has month {month:02}; months run from 01 to 12")
    if year == 0:
        raise ValueError(f"`{text}` has the year 0000; write the year in full")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        named = f"{MONTH_NAMES[month - 1]} {year}"
        raise ValueError(f"`{text}` is not in the calendar; {named} has {last} days")
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


def _advice(text: str) -> str:
    if slashed := _SLASHED.fullmatch(text):
        first, second, year = (int(part) for part in slashed.groups())
        readings = [
            f"{year:04}-{month:02}-{day:02}"
            for day, month in dict.fromkeys(((first, second), (second, first)))
            if 1 <= month <= 12 and 1 <= day <= 31
        ]
        if len(readings) == 2:
            return f"`{text}` can be read in two ways; write {readings[0]} or {readings[1]}"
        if readings:
            return f"`{text}` is not written as YYYY-MM-DD; write {readings[0]}"
    for pattern in (_LOOSE, _COMPACT):
        if parts := pattern.fullmatch(text):
            year, month, day = (int(part) for part in parts.groups())
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"`{text}` is not written as YYYY-MM-DD; write {year:04}-{month:02}-{day:02}"
    shown = text if len(text) <= 40 else text[:39] + "…"
    return f"`{shown}` is not a date; write it as YYYY-MM-DD, such as 2027-01-31"
