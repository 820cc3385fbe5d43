"""Two versions of a file as a unified diff."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from relplan.reports.safe import safe

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


def unified(path: str, old: str | None, new: str | None) -> str:
    """The diff in the form of `diff -u`, safe for a terminal; empty when nothing differs.

    None is a file that is not there.
    """
    return "".join(safe(line, one_line=False) + "\n" for line in _lines(path, old, new))


def _lines(path: str, old: str | None, new: str | None) -> Iterator[str]:
    before, after = _LINE.findall(old or ""), _LINE.findall(new or "")
    names = (
        "/dev/null" if old is None else f"a/{path}",
        "/dev/null" if new is None else f"b/{path}",
    )
    for line in unified_diff(before, after, *names):
        bare = line.rstrip("\r\n")
        yield bare
        if bare == line:
            yield "\\ No newline at end of file"
