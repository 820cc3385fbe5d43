"""Two versions of a file as a unified diff."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from relplan.reports.safe import safe

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


def unified(path: str, old: str | None, new: str | None, was: str = "") -> str:
    """The diff in the form of `diff -u`, safe for a terminal; empty when nothing differs.

    None is a file that is not there; `was` is the path of one that moves.
    """
    moved = ""
    if was not in ("", path):
        moved = f"diff --git a/{was} b/{path}\nrename from {was}\nrename to {path}\n"
    return moved + "".join(_lines(path, old, new, was or path))


def _lines(path: str, old: str | None, new: str | None, was: str) -> Iterator[str]:
    before, after = _LINE.findall(old or ""), _LINE.findall(new or "")
    names = (
        "/dev/null" if old is None else f"a/{was}",
        "/dev/null" if new is None else f"b/{path}",
    )
    for line in unified_diff(before, after, *names):
        bare = line.rstrip("\r\n")
        # A carriage return is harmless before a line's end, and `git apply` needs it.
        yield safe(bare, one_line=False) + ("\r\n" if line.endswith("\r\n") else "\n")
        if bare == line:
            yield "\\ No newline at end of file\n"
