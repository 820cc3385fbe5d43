"""The logical lines of a vCard or calendar file: folded lines joined, each with its first number.

icalendar joins folded lines too, but loses their numbers and knows nothing of vCard 2.1: soft line
breaks of quoted-printable texts, and photos whose lines are not indented.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\n|\r")
_MARK = re.compile(r"\s*(?:BEGIN|END):", re.IGNORECASE)
_QUOTED = re.compile(r"^[^:]*QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(r"^[^:]*;(?:ENCODING=)?(?:BASE64|B)(?=[;:])", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}|[A-Za-z0-9+/]+={1,2}")


class Line(NamedTuple):
    """A logical line, and the number of the first line that it stands in."""

    text: str
    number: int


def logical_lines(text: str) -> Iterator[Line]:
    """Every logical line that is not empty, in time that grows with the text alone."""
    parts: list[str] = []
    number, soft, code = 0, False, False
    for at, one in enumerate(_BREAK.split(text), 1):
        if parts and _continues(one, soft=soft, code=code):
            parts.append(one if soft or code else one[1:])
        else:
            if parts:
                yield Line("".join(parts), number)
            parts, number = ([one] if one.strip() else []), at
            quoted, code = bool(_QUOTED.match(one)), bool(_BASE64.match(one))
        soft = bool(parts) and quoted and one.endswith("=")
        if soft:
            parts[-1] = parts[-1][:-1]
    if parts:
        yield Line("".join(parts), number)


def _continues(line: str, *, soft: bool, code: bool) -> bool:
    """True when the line belongs to the one before it."""
    if soft:
        return not _MARK.match(line)
    return line[:1] in {" ", "\t"} or (code and _CODE.fullmatch(line.strip()) is not None)
