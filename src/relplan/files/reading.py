"""The facts of the files of a book: those that were kept, and the rest read now."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from relplan import clock
from relplan.files import kept
from relplan.files.crew import handed_back, shared
from relplan.files.disk import Unreadable, read_bytes
from relplan.files.facts import Facts, digest_of, facts_of, unreadable
from relplan.files.kept import Line, Stamp
from relplan.files.packed import name_in, pack, unpack


def read_all(
    root: Path, paths: Sequence[str], tell: Callable[[str], object] = str, *, whole: bool = True
) -> dict[str, Facts]:
    """What the files at these paths in the book say, by path; what was read is kept.

    When they are the `whole` book, nothing is kept any longer of other files.
    """
    shelves = _shelves(root, paths, whole=whole)
    missing = [path for shelf in shelves for path in shelf.missing]
    crew = shared(root, missing)
    theirs = {path for _, share in crew for path in share}
    done = 0
    for shelf in shelves:
        for path in shelf.missing:
            if path not in theirs:
                done += 1
                tell(f"reading file {done:,} of {len(missing) - len(theirs):,}")
                shelf.add(path)
    packed = {path: line for one in crew for path, line in handed_back(*one).items()}
    for shelf in shelves:
        for path in theirs.intersection(shelf.missing):
            shelf.add(path, packed.pop(path, b""))
        shelf.put_back()
    return {path: one for shelf in shelves for path, one in shelf.facts.items()}


def read_some(root: Path, paths: Sequence[str]) -> dict[str, Facts]:
    """The same for a few files of a book: what is kept of the others stays."""
    return {
        path: one
        for shelf in _shelves(root, paths, whole=False)
        for path, one in _read(shelf).items()
    }


def called(root: Path, paths: Sequence[str]) -> dict[str, str]:
    """The names that plans give their clients, prospects and campaigns; empty where none is told."""
    now = clock.moment()
    shelves = {number: kept.take(root, number) for number in {*map(kept.shelf_of, paths)}}
    folders = {path.partition("/")[0] for path in paths}
    inside = {folder: _is_inside(root, folder) for folder in folders}
    found: dict[str, str] = {}
    for path in paths:
        if not inside[path.partition("/")[0]]:
            continue
        line, stamp = shelves[kept.shelf_of(path)].get(path), kept.stamp_of(f"{root}/{path}", now)
        if line and stamp and stamp.text == line.stamp.text and not line.stamp.young:
            found[path] = name_in(line.packed) or ""
    others = [path for path in paths if path not in found]
    for path, facts in (read_all(root, others, whole=False) if others else {}).items():
        found[path] = getattr(facts.value, "name", "")
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


@dataclass
class _Shelf:
    """The files of a book that are kept together, and what is known of them."""

    root: Path
    number: int
    stamps: Mapping[str, Stamp]
    """Of the files that may be kept: those outside of the book, or no regular ones, never are."""
    lines: dict[str, Line] = field(default_factory=dict)
    facts: dict[str, Facts] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    stale: bool = False

    def find(self, paths: Sequence[str], *, whole: bool) -> None:
        """Take from the shelf what still holds; what does not is missing."""
        old = kept.take(self.root, self.number)
        if not whole:
            self.lines = {path: line for path, line in old.items() if path not in paths}
        for path in paths:
            stamp, line = self.stamps.get(path), old.get(path)
            found = None
            if stamp and line and stamp.text == line.stamp.text:
                found = unpack(path, line.packed)
                if found and line.stamp.young and not self._same(path, found):
                    found = None
            if found is None or stamp is None or line is None:
                self.missing.append(path)
                continue
            self.stale |= line.stamp.young and not stamp.young
            self.facts[path], self.lines[path] = found, Line(stamp, line.packed)
        self.stale |= bool(old.keys() - self.lines.keys())

    def _same(self, path: str, facts: Facts) -> bool:
        try:
            return digest_of(read_bytes(self.root / path, self.root)) == facts.digest
        except Unreadable:
            return False

    def add(self, path: str, packed: bytes = b"") -> None:
        """Read a file that is missing, unless another process has already."""
        facts = unpack(path, packed) if packed else None
        if facts is None:
            facts = read_one(self.root, path)
            packed = pack(facts)
        facts.plain = None
        self.facts[path] = facts
        if packed and path in self.stamps:
            self.lines[path] = Line(self.stamps[path], packed)
            self.stale = True

    def put_back(self) -> None:
        """Keep what is known now, where it is not what is kept."""
        if self.stale:
            kept.put(self.root, self.number, dict(sorted(self.lines.items())))
        self.lines.clear()


def _read(shelf: _Shelf) -> dict[str, Facts]:
    for path in shelf.missing:
        shelf.add(path)
    return shelf.facts


def _shelves(root: Path, paths: Sequence[str], *, whole: bool) -> list[_Shelf]:
    """The shelves of these files, with what they keep of them."""
    now = clock.moment()
    inside = {
        folder: _is_inside(root, folder) for folder in {one.rpartition("/")[0] for one in paths}
    }
    there: dict[int, list[str]] = defaultdict(list)
    for path in paths:
        there[kept.shelf_of(path)].append(path)
    shelves = []
    for number, own in sorted(there.items()):
        stamps = {
            path: stamp
            for path in own
            if inside[path.rpartition("/")[0]] and (stamp := kept.stamp_of(f"{root}/{path}", now))
        }
        shelf = _Shelf(root, number, stamps)
        shelf.find(own, whole=whole)
        shelves.append(shelf)
    return shelves


def _is_inside(root: Path, folder: str) -> bool:
    """True for a folder that does not lead out of the book."""
    try:
        return (root / folder).resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return False
