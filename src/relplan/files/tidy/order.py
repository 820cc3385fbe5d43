"""The entries of mappings in another order: their blocks of lines change places, and nothing else."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from relplan.files.edit import layout
from relplan.files.edit.outline import Outline
from relplan.files.edit.part import Part
from relplan.files.edit.refused import NotThere
from relplan.files.tidy.blocks import Block, blocks, opening
from relplan.files.tree import Path

Wanted = Callable[[Path], Sequence[str]]
"""The keys that may stand in the mapping at a path, in their order; none to leave it alone."""


class _Move(NamedTuple):
    """The blocks of one mapping, and their places in the new order."""

    found: list[Block]
    places: list[int]


def ordered(made: Outline, wanted: Wanted) -> str:
    """The text with the keys of each mapping in the wanted order, unknown keys behind the others.

    Every move keeps the length of what it touches, so the places of the outer ones stay true.
    """
    text = made.text
    if made.root is not None:
        for move in _moves(text, made.root, (), wanted):
            start, end = move.found[0].start, move.found[-1].end
            text = text[:start] + _moved(text, move) + text[end:]
    return text


def _moves(text: str, part: Part, path: Path, wanted: Wanted) -> Iterator[_Move]:
    """What is to be moved, the inner mappings before the outer ones."""
    for index, child in enumerate(part.children or ()):
        if child.children and not child.flow:
            step = part.keys[index].text if part.keys is not None else index
            yield from _moves(text, child, (*path, step), wanted)
    keys = [] if part.keys is None or part.flow else [one.text for one in part.keys]
    places = _places(keys, wanted(path)) if len(keys) > 1 else []
    if places != sorted(places):
        found = blocks(text, part)
        if places[0] and (at := opening(text, part)) is not None:
            raise NotThere(at, _WHOSE.format(key=keys[0], new=keys[places[0]]))
        yield _Move(found, places)


_WHOSE = (
    "this comment may speak of `{key}` or of all that follows; put a blank line below it, or move"
    " `{new}` above it by hand"
)


def _places(keys: list[str], order: Sequence[str]) -> list[int]:
    """The indices of the keys in the wanted order."""
    rank = {key: place for place, key in enumerate(order)}
    if not rank:
        return []
    return sorted(range(len(keys)), key=lambda index: (rank.get(keys[index], len(rank)), index))


def _moved(text: str, move: _Move) -> str:
    """The lines of the blocks in their new order, as long as before."""
    pieces = [text[one.start : one.end] for one in move.found]
    first, last = move.places[0], move.places[-1]
    _swap_heads(text, move, pieces, first)
    if last != len(pieces) - 1:
        _swap_ends(pieces, last, move.found[last])
    return "".join(pieces[index] for index in move.places)


def _swap_heads(text: str, move: _Move, pieces: list[str], first: int) -> None:
    """Give what begins the first block to the one that becomes the first: a dash, or no blank line."""
    if not first:
        return
    top = move.found[0]
    lead = text[layout.line_start(text, top.start) : top.start]
    bare = pieces[first].lstrip(" \t\r\n")
    blank = pieces[first][: len(pieces[first]) - len(bare)]
    own = blank[layout.line_start(blank, len(blank)) :]
    blank = blank[: len(blank) - len(own)]
    if lead and bare.startswith("#"):
        raise NotThere(move.found[first].start, _DASH)
    if lead:
        own, pieces[0] = "", own + pieces[0]
    pieces[first], pieces[0] = own + bare, blank + pieces[0]


_DASH = "this comment would have to stand beside the dash; move the line below it by hand"


def _swap_ends(pieces: list[str], last: int, moved: Block) -> None:
    """Give the blank lines behind the block that becomes the last, or its break, to the old last."""
    length = len(pieces[last]) - (moved.end - moved.blank)
    pieces[last], blank = pieces[last][:length], pieces[last][length:]
    if not pieces[-1].endswith(("\n", "\r")):
        full = pieces[last]
        pieces[last] = (
            full.removesuffix("\n").removesuffix("\r") if full[-1:] == "\n" else full[:-1]
        )
        pieces[-1] += full[len(pieces[last]) :]
    pieces[-1] += blank
