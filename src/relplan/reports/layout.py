"""Columns of text: how wide a text is on a terminal, and how to line texts up."""

import re
import unicodedata
from collections.abc import Sequence

_GAP = "  "
_LEAST = 8


def width(text: str) -> int:
    """The columns that a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to this many columns; never cut."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most this many columns; a longer word stands alone, never cut."""
    lines: list[str] = []
    line = ""
    for word in re.split(r"\s+", text.strip()):
        if line and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def table(
    rows: Sequence[Sequence[str]], headers: Sequence[str] = (), columns: int | None = None
) -> list[str]:
    """The rows as lines with their cells lined up, under the headers when there are any.

    With `columns` the last cell is wrapped to fit; without it nothing is wrapped. Nothing is cut.
    """
    grid = [list(headers), *(list(row) for row in rows)] if headers else [list(r) for r in rows]
    if not grid:
        return []
    fixed = [max(width(row[at]) for row in grid) for at in range(len(grid[0]) - 1)]
    left = sum(one + len(_GAP) for one in fixed)
    lines: list[str] = []
    for row in grid:
        fits = columns is None or columns - left < _LEAST
        last = [row[-1]] if fits else wrap(row[-1], (columns or 0) - left)
        front = [pad(cell, fixed[at]) for at, cell in enumerate(row[:-1])]
        lines.append(_GAP.join([*front, last[0]]).rstrip())
        lines += [" " * left + more for more in last[1:]]
    return lines


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
