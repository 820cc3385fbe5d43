"""Days as they are typed on the command line: a closed list, echoed by whoever reads one."""

import re
from datetime import date, timedelta

from relplan.clock import civil_date

FORMS = "2026-11-03, today, yesterday, mon, last tue, 3d ago, 2 weeks ago or 12 nov"
_AGO = re.compile(r"(\d{1,3}) ?(d|days?|w|weeks?) ago", re.ASCII)
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
        _named(text, today) or _ago(text, today) or _weekday(text, today) or _of_year(text, today)
    )
    if found is not None:
        return found
    try:
        day = civil_date(typed)
    except ValueError as error:
        if any(char.isdigit() for char in typed) and not re.search("[a-z]", text):
            raise
        raise ValueError(
            f"`{typed[:40]}` is not a day that relplan knows; write {FORMS}"
        ) from error
    if day > today:
        raise ValueError(f"{day} is still to come")
    return day


def _named(text: str, today: date) -> date | None:
    days = {"today": 0, "yesterday": 1}.get(text)
    return None if days is None else _before(today, days)


def _ago(text: str, today: date) -> date | None:
    found = _AGO.fullmatch(text)
    if not found:
        return None
    return _before(today, int(found[1]) * (7 if found[2].startswith("w") else 1))


def _weekday(text: str, today: date) -> date | None:
    word = text.removeprefix("last ")
    fits = [n for n, name in enumerate(_WEEKDAYS) if len(word) >= 3 and name.startswith(word)]
    if len(fits) != 1:
        return None
    return _before(today, (today.weekday() - fits[0] - 1) % 7 + 1)


def _before(today: date, days: int) -> date:
    try:
        return today - timedelta(days=days)
    except OverflowError:
        raise ValueError("that is before the year 0001") from None


def _of_year(text: str, today: date) -> date | None:
    found = _DAY_MONTH.fullmatch(text)
    fits = [n for n, name in enumerate(_MONTHS, 1) if found and name.startswith(found[2])]
    if not found or len(fits) != 1:
        return None
    month = fits[0]
    for year in range(today.year, today.year - 9, -1):
        try:
            day = date(year, month, int(found[1]))
        except ValueError:
            continue
        if day <= today:
            return day
    raise ValueError(f"`{text}` is not in the calendar")
