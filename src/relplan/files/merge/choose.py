"""The three-way choice between stretches of text, and what a conflict is made of."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from relplan.files.merge.doubt import Clash

Side = TypeVar("Side")


class Conflict(NamedTuple):
    """Whole lines of which one side's must be chosen by hand."""

    ours: str
    base: str
    theirs: str


Chunk = str | Conflict
"""A stretch of a merged text."""


def choose(base: str | None, ours: str, theirs: str) -> str:
    """The one that was changed, or both when they are the same; else Clash. None is no base."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    raise Clash


def side_of(says: Callable[[Side], Any], base: Side | None, ours: Side, theirs: Side) -> Side:
    """Like `choose`, by what the three say rather than how it is written."""
    mine, other = says(ours), says(theirs)
    if mine == other:
        return ours
    if base is not None and mine == says(base):
        return theirs
    if base is not None and other == says(base):
        return ours
    raise Clash


def words(base: str | None, ours: str, theirs: str) -> list[Chunk]:
    """The choice between blank lines and comments; where both changed the words, a conflict."""
    try:
        return [choose(base, ours, theirs)]
    except Clash:
        pass
    for kept, other in ((ours, theirs), (theirs, ours)):
        if not other.strip() or other.strip() in {(base or "").strip(), kept.strip()}:
            return [kept]
    return conflict(ours, base or "", theirs)


def conflict(ours: str, base: str, theirs: str) -> list[Chunk]:
    """The conflict of two stretches of whole lines, without the lines that begin or end both."""
    mine, other = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    head = _alike(mine, other)
    tail = _alike(mine[head:][::-1], other[head:][::-1])
    old = base.splitlines(keepends=True)
    if old[:head] == mine[:head] and old[len(old) - tail :] == mine[len(mine) - tail :]:
        old = old[head : len(old) - tail]
    middle = Conflict(
        "".join(mine[head : len(mine) - tail]),
        "".join(old),
        "".join(other[head : len(other) - tail]),
    )
    parts: list[Chunk] = ["".join(mine[:head]), middle, "".join(mine[len(mine) - tail :])]
    return [one for one in parts if one]


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines at the beginning are the same; none where nothing would be left of a side."""
    if not one or not other:
        return 0
    same = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        same += 1
    return same


def joined(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with no text that is empty, or that stands right behind another."""
    found: list[Chunk] = []
    for one in chunks:
        if isinstance(one, str) and found and isinstance(found[-1], str):
            found[-1] += one
        elif one:
            found.append(one)
    return found


def picked(chunks: list[Chunk], side: int) -> str:
    """The text with one side's lines in each conflict: 0 for ours, 1 for theirs."""
    return "".join(
        one if isinstance(one, str) else (one.theirs if side else one.ours) for one in chunks
    )
