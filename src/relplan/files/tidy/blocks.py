"""The lines of a mapping's entries, each with the comments that belong to it.

A comment belongs to the entry that it touches. Where it touches two it heads the one below, but
for lines such as `#  key: value`, whose indented text goes on with what stands above. One that
stands alone heads what follows. One that is indented further than the entries is inside the entry
above it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from relplan.files.edit import layout
from relplan.files.edit.part import Part
from relplan.files.edit.refused import NotThere

_GOES_ON = re.compile(r"#(?:[ \t]{2,}|\t)\S")


class Block(NamedTuple):
    """The lines of one entry; blocks follow each other without a gap."""

    key: str
    start: int
    """Where it begins: with the blank lines and comments above its key."""
    at: int
    """The offset of its key."""
    end: int
    """Behind its last line."""
    blank: int
    """From here on only blank lines follow, which keep its last comment apart; else the end."""


class _Line(NamedTuple):
    start: int
    end: int
    column: int | None
    """Where the comment begins; None on a blank line."""


def blocks(text: str, part: Part) -> list[Block]:
    """The blocks of a mapping that is written in lines; NotThere where a line holds two things."""
    assert part.keys is not None
    assert part.children is not None
    column = layout.entry_column(text, part)
    found: list[Block] = []
    start = _top(text, part.keys[0].start, column)
    for index, key in enumerate(part.keys):
        if layout.entry_start(text, part, index) != key.start:
            raise NotThere(key.start, "a key with `?` stands here, which fmt does not move")
        if index and layout.indent(text, key.start) is None:
            raise NotThere(key.start, "two keys stand on one line here")
        below = layout.next_line(text, layout.rest_of_line(text, layout.entry_end(part, index)))
        last = index == len(part.keys) - 1
        until = len(text) if last else layout.line_start(text, part.keys[index + 1].start)
        end, blank = _shared(text, list(_gap(text, below, until)), column, last=last)
        end = below if end is None else end
        found.append(Block(key.text, start, key.start, end, end if blank is None else blank))
        start = end
    return found


def opening(text: str, part: Part) -> int | None:
    """The offset of a comment that opens a mapping and touches its first key; else None.

    It may speak of the whole or of that key: only the writer knows.
    """
    assert part.keys is not None
    at = part.keys[0].start
    top = _top(text, at, layout.column(text, at))
    if top in (at, layout.line_start(text, at)):
        return None
    before = top
    while before and _blank(text, _line_above(text, before)):
        before = _line_above(text, before)
    apart = before != top and bool(before)
    headed = apart and layout.comment_column(text, _line_above(text, before)) is not None
    return None if headed else top


_MODE = re.compile(r"#\s*(?:yaml-language-server:|vim?:|-\*-)")
"""A line for an editor, which always speaks of the file."""


def _top(text: str, at: int, column: int) -> int:
    """Where the first block begins: with the comment lines that touch its key, or the key."""
    if layout.indent(text, at) is None:
        return at
    top = layout.line_start(text, at)
    while top:
        above = _line_above(text, top)
        if layout.comment_column(text, above) != column or _MODE.match(text, above + column):
            break
        top = above
    return top


def _line_above(text: str, start: int) -> int:
    """Where the line above the one that begins at `start` begins."""
    return layout.line_start(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))


def _blank(text: str, start: int) -> bool:
    return not text[start : layout.line_end(text, start)].strip(" \t")


def _gap(text: str, start: int, until: int) -> Iterator[_Line]:
    """The lines between two values."""
    while start < until:
        end = layout.next_line(text, start)
        column = layout.comment_column(text, start)
        if column is None and text[start:end].strip(" \t\r\n"):
            return
        yield _Line(start, end, column)
        start = end


def _shared(
    text: str, gap: list[_Line], column: int, *, last: bool
) -> tuple[int | None, int | None]:
    """Where the upper entry ends in a gap, and from where on that is blank; None for at once."""
    own = _own(text, gap, column, last=last)
    if not own:
        return None, None
    blank = own
    level = gap[own - 1].column
    while not last and level is not None and level <= column and _is_blank(gap, blank):
        blank += 1
    return gap[blank - 1].end, gap[own - 1].end


def _own(text: str, gap: list[_Line], column: int, *, last: bool) -> int:
    """How many lines of the gap belong to the upper entry."""
    own = index = 0
    touches = True
    while index < len(gap):
        level = gap[index].column
        if level is None:
            touches = False
        elif level > column:
            own, touches = index + 1, True
        elif not touches or (last and (level < column or _mode(text, gap[index]))):
            break
        elif _GOES_ON.match(text, gap[index].start + level):
            own = index + 1
        else:
            index = _paragraph(gap, index, column if last else 0)
            if index == len(gap) and not last:
                break
            own = index
            continue
        index += 1
    return own


def _mode(text: str, line: _Line) -> bool:
    return bool(_MODE.match(text[line.start : line.end].strip()))


def _paragraph(gap: list[_Line], index: int, least: int) -> int:
    """The index behind the comment lines that stand together, at the column `least` or further in."""
    while index < len(gap) and (level := gap[index].column) is not None and level >= least:
        index += 1
    return index


def _is_blank(gap: list[_Line], index: int) -> bool:
    return index < len(gap) and gap[index].column is None
