"""The merge of an entry with a single value, or with one in brackets: key, value, what is behind."""

from collections.abc import Sequence
from typing import NamedTuple

from relplan.files.edit import layout
from relplan.files.edit.outline import Outline
from relplan.files.merge.choose import choose, side_of
from relplan.files.merge.doubt import Clash
from relplan.files.merge.flows import Piece, value
from relplan.files.merge.pieces import Entry, is_block, plain
from relplan.files.merge.texts import moved


class _Slots(NamedTuple):
    """An entry in three: up to its value, the value, and from there to the end of its lines."""

    label: str
    value: Piece
    rest: str


def merged(made: Sequence[Outline], three: tuple[Entry | None, Entry, Entry], *, ids: bool) -> str:
    """The entry from its key or dash on; Clash where both changed the same part of it."""
    base, ours, theirs = three
    if any(is_block(one.value) for one in three if one is not None):
        return _whole(base, ours, theirs)
    column = ours.column
    old = _slots(base, made[0], column) if base is not None else None
    mine, other = _slots(ours, made[1], column), _slots(theirs, made[2], column)
    label = choose(old and old.label, mine.label, other.label)
    rest = choose(old and old.rest, mine.rest, other.rest)
    said = value(old and old.value, mine.value, other.value, ids=ids)
    known = {(one.value.said, one.rest) for one in (mine, other)}
    if "\n" in said and not ours.value.flow and (said, rest) not in known:
        raise Clash  # a comment behind one line is none behind several
    return label + said + rest


def _whole(base: Entry | None, ours: Entry, theirs: Entry) -> str:
    """One side as it is, where the other changed nothing but the layout."""
    keys = {one.key.text for one in (base, ours, theirs) if one is not None and one.key is not None}
    if base is None or len(keys) > 1:
        raise Clash
    chosen: Entry = side_of(lambda one: plain(one.value), base, ours, theirs)
    other = theirs if chosen is ours else ours
    if "#" in other.body:
        raise Clash  # a comment of the other side would go
    return moved(chosen.body, ours.column - chosen.column, first=False)


def _slots(entry: Entry, made: Outline, column: int) -> _Slots:
    text, part = entry.text, entry.value
    start, end = part.start, part.end
    if part.empty:
        start = end = _behind_mark(entry)
    by = column - entry.column
    return _Slots(
        moved(text[entry.start : start], by, first=False),
        Piece(made, part, by),
        moved(text[end : entry.end], by, first=False),
    )


def _behind_mark(entry: Entry) -> int:
    """Behind the colon or the dash of an entry that holds no value."""
    return layout.colon(entry.text, entry.key) + 1 if entry.key is not None else entry.start + 1
