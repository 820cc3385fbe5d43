"""What a draft would change, as edits of the texts that an editor holds; it writes, not relplan."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from relplan.files.draft import Draft
from relplan.lsp.positions import MARK

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class Edit(NamedTuple):
    """One stretch of a file's text, by offsets without the byte-order mark, and what comes there."""

    path: str
    start: int
    end: int
    text: str


def edits_of(draft: Draft) -> list[Edit]:
    """The changes of a draft's files that are there already, under the names that they have now."""
    return [
        edit
        for change, was in draft.shown()
        if change.old is not None and change.new is not None
        for edit in _edits(was, change.old.decode("utf-8"), change.new.decode("utf-8"))
    ]


def _edits(path: str, old: str, new: str) -> Iterator[Edit]:
    """Word by word within the lines that differ, so that cursors and folds stay where they are."""
    old, new = old.removeprefix(MARK), new.removeprefix(MARK)
    lines, now = _LINE.findall(old), _LINE.findall(new)
    at = [0]
    for line in lines:
        at.append(at[-1] + len(line))
    for tag, a, b, c, d in _differing(lines, now):
        before, after = "".join(lines[a:b]), "".join(now[c:d])
        if tag == "replace":
            yield from _words(path, at[a], before, after)
        else:
            yield Edit(path, at[a], at[b], after)


def _words(path: str, start: int, old: str, new: str) -> Iterator[Edit]:
    pieces, now = _PIECE.findall(old), _PIECE.findall(new)
    at = [start]
    for piece in pieces:
        at.append(at[-1] + len(piece))
    for _, a, b, c, d in _differing(pieces, now):
        yield Edit(path, at[a], at[b], "".join(now[c:d]))


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (code for code in codes if code[0] != "equal")
