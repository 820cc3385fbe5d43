"""Which files of a book change: by looking again, since nothing tells on every disk."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from relplan.files.book import FOLDERS
from relplan.files.disk import SETTINGS

_Seen = dict[str, tuple[int, int, int]]


def changes(root: Path, wait: Callable[[], None]) -> Iterator[list[str]]:
    """The paths that changed, came or went since this call, each time that some did.

    `wait` is called between two looks.
    """
    return _changes(root, wait, _look(root))


def _changes(root: Path, wait: Callable[[], None], before: _Seen) -> Iterator[list[str]]:
    while True:
        wait()
        after = _look(root)
        if after != before:
            every = before.keys() | after.keys()
            yield sorted(path for path in every if before.get(path) != after.get(path))
        before = after


def _look(root: Path) -> _Seen:
    """What the system says of every file: enough to see that it is another one."""
    found: _Seen = {}
    for path in (root / SETTINGS, *(path for name in FOLDERS for path in _inside(root / name))):
        with contextlib.suppress(OSError):
            kind = path.stat()
            found[path.relative_to(root).as_posix()] = (
                kind.st_mtime_ns,
                kind.st_size,
                kind.st_ino,
            )
    return found


def _inside(folder: Path) -> list[Path]:
    """The files of a folder that a book may hold; none where there is no folder."""
    try:
        return [path for path in folder.iterdir() if path.suffix in (".yaml", ".yml")]
    except OSError:
        return []
