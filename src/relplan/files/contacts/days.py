"""Birthdays as other programs write them, as a plan has them: MM-DD, or YYYY-MM-DD."""

import re
from collections.abc import Iterable

from relplan.clock import civil_date

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?", re.ASCII)
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: .*)?", re.ASCII)
_WORDS = re.compile(r"(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?(?: (\d{1,2}))?,? ?(\d{4})?", re.ASCII)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
NOTHING = ("0/0/00", "00/00/00", "0000-00-00", "0-0-0")
"""What Outlook writes where there is no birthday."""


def birthday(text: str, order: str = "") -> str | None:
    """The day as a plan has it; None when it cannot be told for certain.

    `3/4/1980` is certain only where `order` says which comes first, `dm` or `md`.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return _day(None if int(year) < 1800 else year, month, day)  # 1604: Apple's "no year"
    if found := _NO_YEAR.fullmatch(text):
        return _day(None, *found.groups())
    if found := _DOTTED.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _SLASHED.fullmatch(text):
        return _slashed(found[1], found[2], found[3], order)
    if (found := _WORDS.fullmatch(text)) and found[2][:3].lower() in _MONTHS:
        month = str(_MONTHS.index(found[2][:3].lower()) + 1)
        return _day(found[4], month, found[1] or found[3] or "0")
    return None


def order_of(texts: Iterable[str]) -> str:
    """`dm` or `md`: what the days of a column prove together; empty when they prove nothing."""
    proofs = set()
    for one in texts:
        if found := _SLASHED.fullmatch(one.strip()):
            first, second = int(found[1]), int(found[2])
            proofs |= {"dm"} if first > 12 >= second else {"md"} if second > 12 >= first else set()
    return proofs.pop() if len(proofs) == 1 else ""


def _slashed(first: str, second: str, year: str, order: str) -> str | None:
    if not order and first != second and int(first) <= 12 and int(second) <= 12:
        return None
    turned = order == "dm" or (not order and int(first) > 12)
    return _day(year, *((second, first) if turned else (first, second)))


def _day(year: str | None, month: str, day: str) -> str | None:
    written = f"{year or '2000'}-{int(month):02}-{int(day):02}"
    try:
        civil_date(written)
    except ValueError:
        return None
    return written if year else written[5:]
