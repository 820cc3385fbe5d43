"""How a text is written down, apart from what it says: mark, line breaks, the end of the last line."""

import re
from typing import NamedTuple

from relplan.files.merge.doubt import Doubt

_MARK = "\ufeff"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LONE = re.compile(r"\r(?!\n)")


class Written(NamedTuple):
    """The byte-order mark, the line break (empty when there is none), whether the last line has one."""

    mark: bool
    newline: str
    ended: bool


def taken_down(text: str) -> tuple[str, Written]:
    """The text with LF at the end of every line, and how it was written; Doubt for mixed breaks."""
    mark = text.startswith(_MARK)
    bare = text[1:] if mark else text
    windows = bare.count("\r\n")
    if _LONE.search(bare) or windows not in (0, bare.count("\n")):
        raise Doubt("it has more than one kind of line breaks")
    newline = "\r\n" if windows else "\n" if "\n" in bare else ""
    plain = bare.replace("\r\n", "\n")
    ended = plain.endswith("\n") or not plain
    return plain if ended else plain + "\n", Written(mark, newline, ended)


def together(base: Written, ours: Written, theirs: Written) -> Written:
    """How the merged text is written: as ours; the last line ends as the side says that changed it."""
    ended = theirs.ended if ours.ended == base.ended else ours.ended
    return Written(ours.mark, ours.newline or theirs.newline or "\n", ended)


def written_down(text: str, how: Written) -> str:
    """The plain text as it goes to the disk."""
    shown = text if how.ended else text.removesuffix("\n")
    return (_MARK if how.mark else "") + shown.replace("\n", how.newline)


def moved(text: str, by: int, *, first: bool) -> str:
    """The lines indented by so much more or less; with `first` the first one too."""
    if not by:
        return text
    lines = _LINE.findall(text)
    kept = [line if not line.strip() else _indented(line, by) for line in lines]
    return "".join(kept if first else [*lines[:1], *kept[1:]])


def _indented(line: str, by: int) -> str:
    if by > 0:
        return " " * by + line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]
