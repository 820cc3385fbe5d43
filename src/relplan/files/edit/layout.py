"""Where things stand on their lines: columns, line ends, comments, and what belongs to what."""

import re

from relplan.files.edit.part import Part
from relplan.files.edit.refused import NotThere

_BREAK = re.compile(r"\r\n|\n|\r")
_BLANK = re.compile(r"(?:[ \t\r\n\ufeff]+|(?:(?<=[\s])|^)#[^\r\n]*)*")
_REST = re.compile(r"[ \t]*(#[^\r\n]*)?(?=[\r\n]|$)")


def line_start(text: str, offset: int) -> int:
    """The offset of the first character of the line."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """The offset behind the last character of the line, before its break."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def next_line(text: str, offset: int) -> int:
    """The offset of the line below, or the end of the text."""
    found = _BREAK.search(text, offset)
    return found.end() if found else len(text)


def column(text: str, offset: int) -> int:
    """How many characters stand before the offset on its line."""
    return offset - line_start(text, offset)


def newline(text: str, offset: int) -> str:
    """The line break in use: that of the line, else of the line above, else the text's first."""
    found = _BREAK.search(text, offset)
    if found is None:
        above = line_start(text, offset)
        found = _BREAK.search(text, max(0, above - 2)) if above else None
    return found[0] if found else "\n"


def skip(text: str, offset: int) -> int:
    """The offset of the next character that is neither space, line break nor comment."""
    found = _BLANK.match(text, offset)
    return found.end() if found else offset


def indent(text: str, offset: int) -> str | None:
    """The spaces before the offset when nothing else stands before it on its line."""
    before = text[line_start(text, offset) : offset]
    return before if not before.strip(" \t") else None


def rest_of_line(text: str, offset: int) -> int:
    """The end of the line behind a value; NotThere when more than a comment follows."""
    found = _REST.match(text, offset)
    if found is None or (found[1] and not found[0][0].isspace() and offset):
        raise NotThere(offset, "more than a comment stands behind the value on its line")
    return found.end()


def comment_column(text: str, start: int) -> int | None:
    """The column of the `#` when the line that begins at `start` holds nothing but a comment."""
    line = text[start : line_end(text, start)]
    bare = line.lstrip(" \t")
    return len(line) - len(bare) if bare.startswith("#") else None


def colon(text: str, key: Part) -> int:
    """The offset of the colon behind a key."""
    at = skip(text, key.end)
    if text[at : at + 1] != ":":
        raise NotThere(key.start, "the key here has no colon of its own")
    return at


def entry_column(text: str, part: Part) -> int:
    """The column at which the entries of a block collection begin."""
    return column(text, entry_start(text, part, 0))


def entry_start(text: str, part: Part, index: int) -> int:
    """The offset at which an entry of a block collection begins: its key, `?` or `-`."""
    assert part.children is not None
    if part.keys is not None:
        start = part.keys[index].start
        before = text[line_start(text, start) : start].rstrip(" ")
        return start if not before.endswith("?") else line_start(text, start) + len(before) - 1
    after = part.children[index - 1].end if index else bare_start(text, part)
    at = skip(text, after)
    if text[at : at + 1] != "-":
        raise NotThere(part.children[index].start, "the dash of this item stands apart")
    return at


def bare_start(text: str, part: Part) -> int:
    """The offset behind the anchor and the tag of a part."""
    return behind_dress(text, part.start) if part.dressed else part.start


def behind_dress(text: str, offset: int) -> int:
    """The offset behind an anchor and a tag, where what they belong to begins."""
    found = _DRESS.match(text, offset)
    return skip(text, found.end()) if found else offset


def dress_end(text: str, offset: int) -> int:
    """The offset right behind the last character of an anchor and a tag."""
    found = _DRESS_ALONE.match(text, offset)
    return found.end() if found else offset


_DRESS_ALONE = re.compile(r"[&!][^\s,\[\]{}]*(?:\s+[&!][^\s,\[\]{}]*)?")
_DRESS = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t\r\n]*)+")


def entry_end(part: Part, index: int) -> int:
    """Where an entry ends: with its value, or with its key where nothing follows that."""
    assert part.children is not None
    value = part.children[index]
    if value.empty and part.keys is not None and part.keys[index].end < value.end:
        return _shorter(part.keys[index].end, value)
    return value.end


def _shorter(end: int, value: Part) -> int:
    """The end of a key without a colon: its missing value is said to stand on a later line."""
    return end if value.event.start_mark.column == 0 and value.start > end else value.end


def below(text: str, end: int, deeper_than: int) -> int:
    """The end of the last line that belongs to an entry which ends at `end`.

    Its own line with the comment behind it, and the comment lines right below that are indented
    further than the entry itself: they stand inside it, whatever follows.
    """
    last = rest_of_line(text, end)
    while (at := next_line(text, last)) < len(text):
        found = comment_column(text, at)
        if found is None or found <= deeper_than:
            break
        last = line_end(text, at)
    return last


def above(text: str, start: int, at_column: int) -> int:
    """The start of an entry's own comment: the lines right above it, at its column."""
    first = line_start(text, start)
    while first:
        earlier = line_start(text, first - (2 if text[first - 2 : first] == "\r\n" else 1))
        if comment_column(text, earlier) != at_column:
            break
        first = earlier
    return first


def comments(text: str, stretch: tuple[int, int], values: list[tuple[int, int]]) -> list[int]:
    """The offsets of the comments in a stretch, given where the values in it stand, in order.

    The header of a `|` or `>` block may have a comment of its own.
    """
    at, end = stretch
    found: list[int] = []
    for first, last in [*values, (end, end)]:
        found += [one.start() for one in _COMMENT.finditer(text, at, max(at, first))]
        if text[first : first + 1] in {"|", ">"}:
            header = line_end(text, first)
            found += [one.start() for one in _BEHIND.finditer(text, first, header)]
        at = max(at, last)
    return found


_COMMENT = re.compile(r"#[^\r\n]*")
_BEHIND = re.compile(r"(?<=[ \t])#[^\r\n]*")
