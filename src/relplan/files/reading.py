"""The facts of all files of a book."""

from collections.abc import Callable, Sequence
from pathlib import Path

from relplan.files.disk import Unreadable, read_bytes
from relplan.files.facts import Facts, facts_of, unreadable


def read_all(root: Path, paths: Sequence[str], tell: Callable[[str], object]) -> dict[str, Facts]:
    """What the files at these paths in the book say, by path."""
    found = {}
    for number, path in enumerate(paths):
        tell(f"reading file {number + 1:,} of {len(paths):,}")
        found[path] = read_one(root, path)
    return found


def read_one(root: Path, path: str) -> Facts:
    """What one file says, read now."""
    try:
        raw = read_bytes(root / path, root)
    except Unreadable as why:
        from relplan.files.document import CODES, Document

        shown = Document(path, "", b"", None)
        return unreadable(path, shown.at(0, CODES["not-readable"], "not-readable", str(why)))
    return facts_of(path, raw)
