"""Words respelled where they stand: keys and one-line values, many at once, proven once."""

from collections.abc import Sequence
from typing import NamedTuple

from relplan.files import emit
from relplan.files.edit import render
from relplan.files.edit.outline import Outline, find, place
from relplan.files.edit.part import BLOCKS, Part
from relplan.files.edit.proof import Splice
from relplan.files.edit.refused import NotThere
from relplan.files.edit.shared import refuse_shared
from relplan.files.tree import Step

_NEAR = 300
"""Characters between two changes, below which one look of the second parser is the cheaper."""


class Word(NamedTuple):
    """What shall stand at `path`: in the place of its key, or of its value."""

    path: Sequence[Step]
    text: str
    key: bool = False


class _Put(NamedTuple):
    part: Part
    text: str
    wanted: render.Wanted


def splice(made: Outline, words: Sequence[Word]) -> Splice:
    """The one change that puts every word in its place; no byte between them is touched."""
    puts = sorted((_put(made, word) for word in words), key=lambda one: one.part.start)
    start, end = puts[0].part.start, puts[-1].part.end
    first, last = puts[0].part.first, puts[-1].part.last
    marks: list[render.Meant] = list(made.marks[first:last])
    text, at = "", start
    stretches: list[tuple[int, int]] = []
    for one in puts:
        text += made.text[at : one.part.start]
        _show(stretches, start + len(text), start + len(text) + len(one.text))
        text += one.text
        at = one.part.end
        marks[one.part.first - first] = one.wanted
    return Splice(start, end, text, first, last, marks, stretches=stretches)


def _show(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    """One more changed stretch; words that stand close together are shown as one."""
    if stretches and start - stretches[-1][1] < _NEAR:
        start = stretches.pop()[0]
    stretches.append((start, end))


def _put(made: Outline, word: Word) -> _Put:
    chain = find(made, word.path)
    in_flow = any(one.flow for one in chain[:-1])
    part = _key(chain, word) if word.key else chain[-1]
    refuse_shared(made, chain[:-1], part)
    if not part.leaf or part.alias or part.dressed or part.empty or part.style in BLOCKS:
        raise NotThere(part.start, "what stands here is no plain word that could be respelled")
    text = emit.scalar(word.text, quotes=part.style, block=not in_flow)
    return _Put(part, text, render.Wanted(word.text))


def _key(chain: list[Part], word: Word) -> Part:
    holder = chain[-2] if len(chain) > 1 else chain[-1]
    if holder.keys is None:
        raise NotThere(holder.start, "an item of a list has no key")
    if place(holder, word.text) is not None:
        raise NotThere(holder.start, f"`{word.text}` is there already")
    assert holder.children is not None
    return holder.keys[next(at for at, one in enumerate(holder.children) if one is chain[-1])]
