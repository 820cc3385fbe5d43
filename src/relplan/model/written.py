"""How single values are written in a plan, read without pydantic: ValueError says what to write."""

import re
from typing import Any, Literal, NamedTuple

from relplan.clock import civil_date
from relplan.model import durations
from relplan.model.amounts import short
from relplan.model.durations import Duration

_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_REGION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,4})?", re.ASCII)
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Birthday(NamedTuple):
    """A day of the year, with the year of birth when it is known."""

    month: int
    day: int
    year: int | None


def birthday(text: str) -> Birthday:
    """The birthday that `text` writes."""
    try:
        if written := _MONTH_DAY.fullmatch(text):
            # 2000 has a 29 February, so that a leap day may stand without a year.
            day = civil_date(f"2000-{written[1]}-{written[2]}")
            return Birthday(day.month, day.day, None)
        day = civil_date(text)
        return Birthday(day.month, day.day, day.year)
    except ValueError:
        why = f"`{short(text)}` is not a birthday; write MM-DD, such as 06-14, or YYYY-MM-DD"
        raise ValueError(why) from None


def cadence(text: str) -> Duration | Literal["never"]:
    """The cadence that `text` writes."""
    if text == "never":
        return "never"
    try:
        return durations.duration(text)
    except ValueError as error:
        raise ValueError(f"{error}, or never to let them rest") from None


def flag(text: str) -> bool:
    """The answer that `text` writes."""
    found = _FLAGS.get(text.lower())
    if found is None:
        raise ValueError(f"`{short(text)}` is neither true nor false; write true or false")
    return found


def indent(text: str) -> int:
    """The number of spaces that `text` writes."""
    if text not in {"2", "3", "4", "5", "6", "7", "8"}:
        raise ValueError(
            f"`{short(text)}` is not an indentation; write a number of spaces from 2 to 8"
        )
    return int(text)


def region(text: str) -> str:
    """The country, or region of one, that `text` writes."""
    if not _REGION.fullmatch(text):
        raise ValueError(
            f"`{short(text)}` is not a country code; write it as GB or, with a region, GB-ENG"
        )
    return text


def weekdays(parts: Any) -> tuple[int, ...]:
    """The weekdays that texts such as `mon-fri` and `sat` write, from Monday on, each once."""
    return tuple(sorted({day for part in parts for day in _span(part)}))


def _span(text: str) -> list[int]:
    first, hyphen, last = text.lower().partition("-")
    if first not in WEEKDAYS or (hyphen and last not in WEEKDAYS):
        raise ValueError(
            f"`{short(text)}` is not a weekday; write mon-fri, or a list such as [mon, tue, thu]"
        )
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
    return [(start + step) % 7 for step in range((end - start) % 7 + 1)]
