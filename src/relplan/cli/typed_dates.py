"""Days as they are typed on the command line: a closed list, echoed by whoever reads one."""

import re
from datetime import date, timedelta

from relplan.clock import MONTHS, civil_date

FORMS = "2026-11-03, today, yesterday, mon, last tue, 3d ago, 2 weeks ago or 12 nov"
_AGO = re.compile(r"(\d{1,3}) ?(d|days?|w|weeks?) ago", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2}) ?([a-z]{3})[a-z]*", re.ASCII)
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
    return {"today": today, "yesterday": today - timedelta(days=1)}.get(text)


def _ago(text: str, today: date) -> date | None:
    found = _AGO.fullmatch(text)
    if not found:
        return None
    return today - timedelta(days=int(found[1]) * (7 if found[2].startswith("w") else 1))


def _weekday(text: str, today: date) -> date | None:
    word = text.removeprefix("last ")
    fits = [n for n, name in enumerate(_WEEKDAYS) if len(word) >= 3 and name.startswith(word)]
    if len(fits) != 1:
        return None
    return today - timedelta(days=(today.weekday() - fits[0] - 1) % 7 + 1)


def _of_year(text: str, today: date) -> date | None:
    found = _DAY_MONTH.fullmatch(text)
    names = [month.lower() for month in MONTHS]
    if not found or found[2] not in names:
        return None
    month = names.index(found[2]) + 1
    for year in range(today.year, today.year - 9, -1):
        try:
            day = date(year, month, int(found[1]))
        except ValueError:
            continue
        if day <= today:
            return day
    raise ValueError(f"`{text}` is not in the calendar")
