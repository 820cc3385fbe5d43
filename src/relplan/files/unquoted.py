"""A text inside brackets that needed quotes: the commonest slip in a line of a log.

`- {date: 2026-11-03, note: Worried: audit rules}` is closed, but YAML ends the note at its second
colon; to ask for another bracket would make it worse.
"""

import re
from typing import NamedTuple

_FIELD = re.compile(r"[{,]\s*([A-Za-z_][\w-]*):\s+")
_NEXT = re.compile(r",\s+[A-Za-z_][\w-]*:(\s|$)")
_LONGEST = 60


class Unquoted(NamedTuple):
    """The value that needs quotes: its first column, counted from 0, and the message."""

    column: int
    message: str


def unquoted(line: str, begin: int, stop: int) -> Unquoted | None:
    """The value before column `stop` that needs quotes, in brackets that open at `begin`.

    None where the brackets are not closed on this line, or no field stands before `stop`.
    """
    end = line.rfind("}" if line[begin : begin + 1] == "{" else "]")
    fields = list(_FIELD.finditer(line, begin, min(stop, len(line))))
    if end <= begin or not fields:
        return None
    name, start = fields[-1][1], fields[-1].end()
    following = _NEXT.search(line, start, end)
    value = line[start : following.start() if following else end].strip()
    if not value:
        return None
    said = (
        f"the text of `{name}` {_why(value)}; put quotes around all of it: {name}: {_quoted(value)}"
    )
    return Unquoted(start, said)


def _why(value: str) -> str:
    if value[0] in "'\"":
        return "goes on after a closed quote"
    if value[0] in "[{":
        return f"begins with {value[0]}"
    if " #" in value:
        return "holds ` #`, which begins a comment"
    return "holds `: `" if ": " in value or value.endswith(":") else "ends before its end"


def _quoted(value: str) -> str:
    """The whole value in quotes, as it is to be typed; long ones are cut at a word."""
    if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]:
        value = value[1:-1]
    if len(value) > _LONGEST:
        value = value[:_LONGEST].rsplit(" ", 1)[0] + " …"
    if '"' not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
