"""The merge of collections whose entries stand on lines of their own, entry by entry.

Whole lines are taken from one side or the other; comments travel with the entry they belong to.
What both changed in a way that cannot be put together becomes a conflict of just its lines.
"""

from relplan.files.edit.outline import Outline
from relplan.files.edit.refused import NotThere
from relplan.files.merge import lines
from relplan.files.merge.choose import Chunk, Conflict, choose, conflict, joined, picked, words
from relplan.files.merge.doubt import Clash
from relplan.files.merge.match import IDS, SECTIONS, Triple, of_lists, of_mappings
from relplan.files.merge.pieces import (
    Collection,
    Entry,
    collection,
    is_block,
    is_empty,
    nothing,
    plain,
)
from relplan.files.merge.texts import moved
from relplan.files.merge.values import Path

Entries = tuple[Entry | None, Entry | None, Entry | None]


class Merging:
    """One merge of three texts; `conflicts` are the paths that are left to the writer."""

    def __init__(self, base: Outline, ours: Outline, theirs: Outline) -> None:
        self.made = (base, ours, theirs)
        self.conflicts: set[Path] = set()

    def file(self) -> list[Chunk]:
        """The merged text in chunks; Clash where the files as a whole cannot be matched."""
        base, ours, theirs = (
            collection(one.text, one.root, 0, len(one.text))
            if one.root is not None and is_block(one.root)
            else nothing(one.text)
            for one in self.made
        )
        old = self.made[0].root
        kinds = {one.part.mapping for one in (base, ours, theirs) if one.part is not None}
        full = ours.entries and theirs.entries and (base.entries or is_empty(old))
        if not full or len(kinds) > 1:
            raise Clash
        head = words(base.head if base.entries else None, ours.head, theirs.head)
        return joined([*head, *self._entries((base, ours, theirs), (), ids=False)])

    def _entries(
        self, three: tuple[Collection, Collection, Collection], path: Path, *, ids: bool
    ) -> list[Chunk]:
        """What stands below the heads of three collections of the same kind."""
        base, ours, theirs = three
        chunks: list[Chunk] = []
        for triple in _triples(three, ids=ids):
            found = tuple(
                None if at is None else one.entries[at]
                for one, at in zip(three, triple, strict=True)
            )
            entries = (found[0], found[1], found[2])
            chunks += self._entry(entries, (*path, triple), ours.column, ids=ids)
        column = ours.column
        return chunks + words(
            _at(base.tail, base, column), ours.tail, _at(theirs.tail, theirs, column) or ""
        )

    def _entry(self, three: Entries, path: Path, column: int, *, ids: bool) -> list[Chunk]:
        base, ours, theirs = three
        if ours is not None and theirs is not None:
            return _gap(three, column) + self._both(base, ours, theirs, path, ids=ids)
        left = ours or theirs
        if left is None:
            return []
        by = column - left.column
        gap = moved(left.gap, by, first=True)
        if base is None:
            return [gap, left.lines(column)]
        if left.same(base):
            return [gap] if "#" in gap and left.gap.strip() != base.gap.strip() else []
        self.conflicts.add(path)
        mine = left.lines(column)
        sides = (mine, "") if ours is not None else ("", mine)
        return [gap, *conflict(sides[0], base.lines(column), sides[1])]

    def _both(
        self, base: Entry | None, ours: Entry, theirs: Entry, path: Path, *, ids: bool
    ) -> list[Chunk]:
        column = ours.column
        if ours.same(theirs) or (base is not None and theirs.same(base)):
            return [ours.lines(column)]
        if base is not None and ours.same(base):
            return [theirs.lines(column)]
        try:
            return self._finer(base, ours, theirs, path, ids=ids)
        except (Clash, NotThere):
            # What was a conflict further inside is now part of this one.
            self.conflicts = {one for one in self.conflicts if one[: len(path)] != path}
            self.conflicts.add(path)
            old = "" if base is None else base.lines(column)
            return conflict(ours.lines(column), old, theirs.lines(column))

    def _finer(
        self, base: Entry | None, ours: Entry, theirs: Entry, path: Path, *, ids: bool
    ) -> list[Chunk]:
        """The entry with each of its parts from the side that changed it; Clash where both did."""
        column = ours.column
        above = choose(base and _above(base, column), _above(ours, column), _above(theirs, column))
        key = ours.key.text if ours.key is not None and not ids else ""
        if _same_blocks(base, ours, theirs) and (base is not None or key in SECTIONS):
            inner = self._inside(base, ours, theirs, path, ids=key in IDS)
            return [above + " " * column, *inner]
        text = lines.merged(self.made, (base, ours, theirs), ids=key in IDS)
        return [above + " " * column + text]

    def _inside(
        self, base: Entry | None, ours: Entry, theirs: Entry, path: Path, *, ids: bool
    ) -> list[Chunk]:
        mine, other = _collection(ours), _collection(theirs)
        if base is None:
            old, head = nothing(""), choose(None, mine.head, _head(other, theirs, ours))
        else:
            old = _collection(base) if is_block(base.value) else nothing(base.body)
            head = choose(_head(old, base, ours), mine.head, _head(other, theirs, ours))
        chunks = self._entries((old, mine, other), path, ids=ids)
        if not all(_says_something(picked(chunks, side)) for side in (0, 1)):
            raise Clash  # each side removed what the other kept: empty brackets are not ours to write
        return [head, *(chunks if head.endswith("\n") else _behind_dash(chunks, mine.column))]


def _collection(entry: Entry) -> Collection:
    return collection(entry.text, entry.value, entry.start, entry.end)


def _head(one: Collection, entry: Entry, like: Entry) -> str:
    """The head as it stands at the column of another entry."""
    return moved(one.head, like.column - entry.column, first=False)


def _at(text: str, one: Collection, column: int) -> str | None:
    """Lines of a collection as they stand at a column; None of one that is not there."""
    return moved(text, column - one.column, first=True) if one.part is not None else None


def _above(entry: Entry, column: int) -> str:
    return moved(entry.above, column - entry.column, first=True)


def _gap(three: Entries, column: int) -> list[Chunk]:
    base, ours, theirs = (
        None if one is None else moved(one.gap, column - one.column, first=True) for one in three
    )
    return words(base, ours or "", theirs or "")


def _same_blocks(base: Entry | None, ours: Entry, theirs: Entry) -> bool:
    """True for three block collections of one kind; the base may be missing or empty."""
    if not is_block(ours.value) or not is_block(theirs.value):
        return False
    if ours.value.mapping != theirs.value.mapping:
        return False
    if base is None or is_empty(base.value):
        return True
    return is_block(base.value) and base.value.mapping == ours.value.mapping


def _triples(three: tuple[Collection, Collection, Collection], *, ids: bool) -> list[Triple]:
    old, mine, other = (plain(one.part) for one in three)
    if three[1].part is not None and three[1].part.mapping:
        return of_mappings(old or {}, mine, other, ids=ids)
    return of_lists(old or [], mine, other)


def _says_something(lines: str) -> bool:
    """True when there is more than blank lines and comments."""
    return any(line.strip() and line.strip()[0] != "#" for line in lines.splitlines())


def _behind_dash(chunks: list[Chunk], column: int) -> list[Chunk]:
    """The entries of a collection that begins behind a dash: the first one stands on its line."""
    whole = joined(chunks)
    first = whole[0] if whole else ""
    if (
        isinstance(first, Conflict)
        or first[:column].strip()
        or first[column : column + 1] in "# \n"
    ):
        raise Clash
    return [first[column:], *whole[1:]]
