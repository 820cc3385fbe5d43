"""The proof of a tidied text: two parsers, every line, and the owner of every comment."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from relplan.files.edit import layout, second
from relplan.files.edit.outline import Mark, Outline, outline
from relplan.files.edit.part import Part
from relplan.files.edit.proof import Unproven
from relplan.files.edit.refused import NotThere
from relplan.files.tidy.blocks import blocks
from relplan.files.tree import Path

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|$)")
_LEAD = " -"
"""What may move from the beginning of one line to another: the indentation, and a dash."""

_Owners = dict[Path, list[str]]


def prove(old: str, new: str) -> None:
    """Unproven, or NotThere with a place, unless data, lines and comments are those of the old text."""
    before = outline(old)
    try:
        after = outline(new)
    except NotThere as why:
        raise Unproven(str(why)) from None
    if _data(before.marks) != _data(after.marks):
        raise Unproven("the file would say something else")
    if _lines(old) != _lines(new):
        raise Unproven("a line would change behind its indentation")
    mine, theirs = owners(before), owners(after)
    if mine != theirs:
        raise _astray(old, mine, theirs)
    if _data(_second(before)) != _data(_second(after)):
        raise Unproven("the second parser would read something else")


def _astray(old: str, mine: _Owners, theirs: _Owners) -> NotThere:
    """The first comment that would not be told to be its owner's any more."""
    differing = [(found, theirs.get(key, [])) for key, found in mine.items()]
    differing = [(found, other) for found, other in differing if found != other]
    gone = [one for found, other in differing for one in Counter(found) - Counter(other)]
    lost = (gone or differing[0][0])[0]
    return NotThere(
        old.find(lost),
        f"`{_short(lost)}` would seem to speak of another entry; put it right above the line that it"
        " speaks of, without a blank line between",
    )


def owners(made: Outline) -> _Owners:
    """The comments of a text in their order, by the path of the innermost entry around each."""
    starts: list[int] = [0]
    paths: list[Path] = [()]
    if made.root is not None:
        for start, path in _spans(made.text, made.root, ()):
            if start == starts[-1]:
                paths[-1] = path
            else:
                starts.append(start)
                paths.append(path)
    found: defaultdict[Path, list[str]] = defaultdict(list)
    for at in layout.comments(made.text, (0, len(made.text)), made.scalars(0, len(made.events))):
        owner = paths[bisect_right(starts, at) - 1]
        found[owner].append(made.text[at : layout.line_end(made.text, at)].rstrip())
    return dict(found)


def _spans(text: str, part: Part, path: Path) -> Iterator[tuple[int, Path]]:
    """Where another entry becomes the innermost one, in the order of the text."""
    if part.flow or not part.children:
        return
    if part.keys is None:
        for index, child in enumerate(part.children):
            yield from _spans(text, child, (*path, index))
        return
    end = 0
    for block, child in zip(blocks(text, part), part.children, strict=True):
        inner, end = (*path, block.key), block.end
        yield block.start, inner
        yield from _spans(text, child, inner)
    yield end, path


def _data(marks: list[Mark]) -> Any:
    """What events say, the order of a mapping's keys left out."""
    stack: list[list[Any]] = [[]]
    for one in marks:
        if len(one) == 3 and one[0] in {"MappingStartEvent", "SequenceStartEvent"}:
            stack.append([])
        elif one == ("MappingEndEvent",):
            inner = stack.pop()
            pairs = zip(inner[::2], inner[1::2], strict=True)
            stack[-1].append(("mapping", sorted(pairs, key=lambda pair: repr(pair[0]))))
        elif one == ("SequenceEndEvent",):
            stack[-2].append(("list", stack.pop()))
        else:
            stack[-1].append(one)
    return stack


def _second(made: Outline) -> list[Mark]:
    """What ruamel.yaml reads in a text; Unproven where it reads none."""
    shown = made.spaced(0, len(made.text), 0, len(made.events))
    try:
        return second.marks(shown)
    except second.Unreadable as why:
        raise Unproven(str(why)) from None


def _lines(text: str) -> tuple[Counter[str], list[str], bool]:
    """The lines without what begins them, their breaks, and whether the last one has a break."""
    pairs = _LINE.findall(text)
    breaks = sorted(one for _, one in pairs)
    return Counter(line.lstrip(_LEAD) for line, _ in pairs), breaks, text.endswith(("\n", "\r"))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
