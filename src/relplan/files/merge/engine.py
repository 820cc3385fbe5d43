"""Three texts to one: merged by id, proven, or left to git's own merge by lines."""

from typing import NamedTuple

from relplan.files.edit.outline import Outline, outline
from relplan.files.edit.refused import NotThere
from relplan.files.merge.blocks import Merging
from relplan.files.merge.choose import Chunk, picked
from relplan.files.merge.doubt import Clash, Doubt
from relplan.files.merge.proof import prove, read
from relplan.files.merge.texts import taken_down, together, written_down
from relplan.files.parse import parse
from relplan.files.syntax import conflict
from relplan.files.tree import Lines


class Merged(NamedTuple):
    """The merged text, and how many conflicts stand in it between git's markers."""

    text: str
    conflicts: int


def merge(base: str, ours: str, theirs: str, size: int = 7, *, with_base: bool = False) -> Merged:
    """The merge of two texts that come from `base`; Doubt where git's own had better make it.

    Every line that only one side changed stands in the result as that side wrote it. `size` is
    the length of the markers around a conflict, which `with_base` show the common version too.
    """
    down = [taken_down(one) for one in (base, ours, theirs)]
    how = together(*(one[1] for one in down))
    sides = [
        _outline(*one)
        for one in zip(("base", "ours", "theirs"), (one[0] for one in down), strict=True)
    ]
    merging = Merging(*sides)
    try:
        chunks = merging.file()
    except Clash:
        raise Doubt("the two sides do not fit together") from None
    except NotThere as why:
        raise Doubt(why.reason) from None
    count = sum(not isinstance(one, str) for one in chunks)
    results = [picked(chunks, side) for side in ((0, 1) if count else (0,))]
    prove(sides, results, merging.conflicts)
    if not how.ended and read(results[0]) != read(results[0].removesuffix("\n")):
        raise Doubt("the last line of the file has no end")
    return Merged(written_down(_marked(chunks, size, with_base=with_base), how), count)


def _outline(name: str, text: str) -> Outline:
    if found := conflict(text):
        raise Doubt(f"{name} has conflict markers on line {_line(text, found.offset)}")
    _, troubles = parse(text)
    if troubles:
        first = troubles[0]
        raise Doubt(f"{name} cannot be read on line {_line(text, first.offset)}: {first.message}")
    return outline(text)


def _line(text: str, offset: int) -> int:
    return Lines(text).place(min(offset, len(text)))[0]


def _marked(chunks: list[Chunk], size: int, *, with_base: bool) -> str:
    """The text with git's markers around the lines of each conflict."""
    parts = []
    for one in chunks:
        if isinstance(one, str):
            parts.append(one)
        else:
            old = ["|" * size, " base\n", one.base] if with_base else []
            parts += ["<" * size, " ours\n", one.ours, *old, "=" * size, "\n", one.theirs]
            parts += [">" * size, " theirs\n"]
    return "".join(parts)
