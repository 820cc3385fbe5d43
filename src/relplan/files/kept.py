"""Facts that were kept from an earlier reading: a warm command reads them instead of YAML.

A book's facts lie in a few shelves (files) of the user's cache folder, a client's plan and log in
the same one, a line a file. A line counts for a file of the same size, times and place on the disk
only, and where the file was written so shortly before it was read that it may have been written
again without any of these changing, only for the same bytes.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from relplan import __version__
from relplan.files import cache as caches

SHELVES = 32
_YOUNG = 2_000_000_000
"""Nanoseconds; no file system in use tells times apart less finely."""


class Stamp(NamedTuple):
    """What the system says of a file; `young` when it may change without this changing."""

    text: bytes
    young: bool


class Line(NamedTuple):
    """What is kept of a file: its stamp at that time, and the packed facts."""

    stamp: Stamp
    packed: bytes

    def __bytes__(self) -> bytes:
        return b"%s\t%d\t%s" % (self.stamp.text, self.stamp.young, self.packed)


def stamp_of(place: str, now: int) -> Stamp | None:
    """The stamp of a regular file, looked at in this moment; None for anything else."""
    try:
        found = os.lstat(place)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    changed = max(found.st_mtime_ns, found.st_ctime_ns)
    said = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)
    return Stamp(b"%d.%d.%d.%d.%d" % said, changed > now - _YOUNG)


def shelf_of(path: str) -> int:
    """The shelf of a file: that of its client, prospect or campaign."""
    return crc32(path.rpartition("/")[2].encode()) % SHELVES


def take(root: Path, shelf: int) -> dict[str, Line]:
    """The lines of a shelf by path; none whenever in doubt."""
    head, *lines = caches.read(_name(root, shelf)).split(b"\n")
    if head != _head(root):
        return {}
    found = {}
    for line in lines:
        parts = line.split(b"\t", 3)
        if len(parts) == 4:
            path, stamp, young, packed = parts
            found[path.decode("utf-8", "replace")] = Line(Stamp(stamp, young != b"0"), packed)
    return found


def put(root: Path, shelf: int, lines: Mapping[str, Line]) -> None:
    """Keep these lines on the shelf, instead of those that are there."""
    rows: Iterable[bytes] = (b"%s\t%s" % (path.encode(), bytes(one)) for path, one in lines.items())
    caches.write(_name(root, shelf), b"\n".join([_head(root), *rows]))


def _name(root: Path, shelf: int) -> str:
    book = blake2b(os.fsencode(root), digest_size=12).hexdigest()
    return f"facts/{book}-{shelf:02}"


def _head(root: Path) -> bytes:
    return b"relplan %s %s %s" % (__version__.encode(), _reader().encode(), os.fsencode(root))


@cache
def _reader() -> str:
    """What the modules that make facts look like: another version of them makes other facts."""
    here = Path(__file__).parent
    known = blake2b(digest_size=8)
    for folder in (here, here.parent / "model"):
        with os.scandir(folder) as entries:
            for one in sorted(entries, key=lambda entry: entry.name):
                if one.name.endswith(".py"):
                    found = one.stat()
                    known.update(f"{one.name} {found.st_size} {found.st_mtime_ns};".encode())
    return known.hexdigest()
