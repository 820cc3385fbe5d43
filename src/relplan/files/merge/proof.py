"""The proof of a merge: what the result says, and that no comment was lost on the way."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from relplan.files.edit.outline import Outline, outline
from relplan.files.edit.refused import NotThere
from relplan.files.merge.doubt import Clash, Doubt
from relplan.files.merge.pieces import plain
from relplan.files.merge.values import Chosen, Path
from relplan.files.parse import parse


def prove(sides: Sequence[Outline], results: Sequence[str], conflicts: set[Path]) -> None:
    """Doubt unless each result says what three ways of merging values say, comments kept.

    `results` are the text with our lines, and the one with theirs, in each conflict.
    """
    base, ours, theirs = (plain(one.root) for one in sides)
    for side, text in enumerate(results):
        try:
            wanted = Chosen(conflicts, side).merged(base, ours, theirs)
        except Clash:
            raise Doubt("the two sides do not fit together") from None
        if not _alike(read(text), wanted):
            raise Doubt("the result would say something else than the two sides")
    _keep_comments(sides, results)


def read(text: str) -> Any:
    """What a text says; Doubt where it cannot be read."""
    root, troubles = parse(text)
    if troubles:
        raise Doubt(f"the result could not be read ({troubles[0].message})")
    return None if root is None else root.plain()


def _alike(one: Any, other: Any) -> bool:
    """Equal, keys in the same order: of two steps the first one comes first."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return bool(one == other)


def _keep_comments(sides: Sequence[Outline], results: Sequence[str]) -> None:
    base, ours, theirs = (_comments(one) for one in sides)
    try:
        there = [_comments(outline(text)) for text in results]
    except NotThere as why:
        raise Doubt(f"the result could not be read ({why.reason})") from None
    for one in base | ours | theirs:
        before, mine, other = base[one], ours[one], theirs[one]
        needed = min(max(mine, other), mine + other - before)
        if max(found[one] for found in there) < needed:
            raise Doubt(f"the comment `{one}` would be lost")


def _comments(made: Outline) -> Counter[str]:
    return Counter(made.comments(0, len(made.text), 0, len(made.events)))
