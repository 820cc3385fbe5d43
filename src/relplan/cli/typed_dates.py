"""Days as they are typed on the command line: a closed list, echoed by whoever reads one."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from relplan.clock import civil_date

FORMS = "2026-11-03, today, yesterday, mon, last tue, 3d ago, 2 weeks ago or 12 nov"
COMING = (
    "2026-12-04, today, tomorrow, fri, next fri, next week, next month, 2w, in 3 days or 12 dec"
)
_AGO = re.compile(r"(\d{1,3}) ?(d|days?|w|weeks?) ago", re.ASCII)
_IN = re.compile(r"(?:in )?(\d{1,3}) ?(d|days?|w|weeks?|m|months?|y|years?)", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2}) ?([a-z]{3,})", re.ASCII)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def past_day(typed: str, today: date) -> date:
    """The day, today or before, that `typed` means; ValueError lists the accepted forms.

    A weekday is the latest one before today, a day and month the latest that is not to come.
    """
    text = " ".join(typed.lower().split())
    found = (
        _named(text, today)
        or _ago(text, today)
        or _weekday(text, today)
        or _of_year(text, range(today.year, today.year - 9, -1), lambda day: day <= today)
    )
    if found is not None:
        return found
    ahead = _in(text, today) if text.startswith("in ") else _weekday_to_come(text, today)
    day = _next(text, today) or ahead or _exact(typed, text, FORMS)
    if day > today:
        raise ValueError(f"{day} is still to come")
    return day


def coming_day(typed: str, today: date) -> date:
    """The day, today or later, that `typed` means; ValueError lists the accepted forms.

    A weekday is the next one after today, with `next` or without; `next week` is its Monday,
    `next month` its first day; a day and month are the next that have not passed.
    """
    text = " ".join(typed.lower().split())
    found = (
        _next(text, today)
        or _in(text, today)
        or _weekday_to_come(text, today)
        or _of_year(text, range(today.year, today.year + 9), lambda day: day >= today)
    )
    if found is not None:
        return found
    behind = _named(text, today) or _ago(text, today) or _weekday(text, today)
    day = behind or _exact(typed, text, COMING)
    if day < today:
        raise ValueError(f"{day} has passed already")
    return day


def any_day(typed: str, today: date) -> date:
    """The day that `typed` means, past or coming; ValueError where it can mean either."""
    found: set[date] = set()
    for read in (past_day, coming_day):
        try:
            found.add(read(typed, today))
        except ValueError:
            continue
    if len(found) > 1:
        listed = " or ".join(str(day) for day in sorted(found))
        raise ValueError(f"`{typed}` can be read in two ways; write {listed}")
    return found.pop() if found else _exact(typed, " ".join(typed.lower().split()), COMING)


def _exact(typed: str, text: str, forms: str) -> date:
    try:
        return civil_date(typed)
    except ValueError as error:
        if any(char.isdigit() for char in typed) and not re.search("[a-z]", text):
            raise
        raise ValueError(
            f"`{typed[:40]}` is not a day that relplan knows; write {forms}"
        ) from error


def _next(text: str, today: date) -> date | None:
    if text == "next month":
        return _in("1m", today.replace(day=1))
    days = {"today": 0, "tomorrow": 1, "next week": 7 - today.weekday()}.get(text)
    return None if days is None else _after(today, days)


def _in(text: str, today: date) -> date | None:
    from relplan.model.durations import Duration

    found = _IN.fullmatch(text)
    return Duration(int(found[1]), found[2][0]).after(today) if found else None


def _weekday_to_come(text: str, today: date) -> date | None:
    number = _weekday_number(text.removeprefix("next "))
    return None if number is None else _after(today, (number - today.weekday() - 1) % 7 + 1)


def _after(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        raise ValueError("that is after the year 9999") from None


def _named(text: str, today: date) -> date | None:
    days = {"today": 0, "yesterday": 1}.get(text)
    return None if days is None else _before(today, days)


def _ago(text: str, today: date) -> date | None:
    found = _AGO.fullmatch(text)
    if not found:
        return None
    return _before(today, int(found[1]) * (7 if found[2].startswith("w") else 1))


def _weekday(text: str, today: date) -> date | None:
    number = _weekday_number(text.removeprefix("last "))
    return None if number is None else _before(today, (today.weekday() - number - 1) % 7 + 1)


def _weekday_number(word: str) -> int | None:
    fits = [n for n, name in enumerate(_WEEKDAYS) if len(word) >= 3 and name.startswith(word)]
    return fits[0] if len(fits) == 1 else None


def _before(today: date, days: int) -> date:
    try:
        return today - timedelta(days=days)
    except OverflowError:
        raise ValueError("that is before the year 0001") from None


def _of_year(text: str, years: Iterable[int], fits: Callable[[date], bool]) -> date | None:
    """The day and month in the first of the years in which it is there and fits."""
    found = _DAY_MONTH.fullmatch(text)
    months = [n for n, name in enumerate(_MONTHS, 1) if found and name.startswith(found[2])]
    if not found or len(months) != 1:
        return None
    for year in years:
        try:
            day = date(year, months[0], int(found[1]))
        except ValueError:
            continue
        if fits(day):
            return day
    raise ValueError(f"`{text}` is not in the calendar")
