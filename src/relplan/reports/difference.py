"""Two versions of a file as a unified diff."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from relplan.reports.safe import safe

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


def unified(path: str, old: str, new: str) -> str:
    """The diff in the form of `diff -u`, safe for a terminal; empty when nothing differs."""
    return "".join(safe(line, one_line=False) + "\n" for line in _lines(path, old, new))


def _lines(path: str, old: str, new: str) -> Iterator[str]:
    before, after = _LINE.findall(old), _LINE.findall(new)
    for line in unified_diff(before, after, f"a/{path}", f"b/{path}"):
        bare = line.rstrip("\r\n")
        yield bare
        if bare == line:
            yield "\\ No newline at end of file"
