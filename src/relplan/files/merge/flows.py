"""The merge of collections in brackets, entry by entry; what both changed is a Clash."""

from typing import NamedTuple

from relplan.files.edit import brackets
from relplan.files.edit.outline import Outline
from relplan.files.edit.part import BLOCKS, Part
from relplan.files.merge.choose import choose, side_of
from relplan.files.merge.doubt import Clash
from relplan.files.merge.match import IDS, of_lists, of_mappings
from relplan.files.merge.pieces import is_empty, plain
from relplan.files.merge.texts import moved


class Piece(NamedTuple):
    """A stretch of a text that stands for a value."""

    made: Outline
    part: Part
    by: int = 0
    """How much further its lines are to be indented."""

    @property
    def said(self) -> str:
        """The stretch as it goes into the result."""
        return moved(self.made.text[self.part.start : self.part.end], self.by, first=False)


class _Entry(NamedTuple):
    """An entry in brackets: what stands before its value, the value, and the comma before it all."""

    comma: str
    label: str
    value: Piece
    key: str

    @property
    def said(self) -> str:
        return self.label + self.value.said


def in_brackets(base: Piece | None, ours: Piece, theirs: Piece, *, ids: bool) -> str:
    """The merged collection in the brackets of ours; Clash where it is not clear."""
    three = [_entries(one) for one in (base, ours, theirs)]
    old, mine, other = (
        plain(one.part) if one and not is_empty(one.part) else None for one in (base, ours, theirs)
    )
    if ours.part.mapping != theirs.part.mapping or not (ours.part.flow and theirs.part.flow):
        raise Clash
    if ours.part.mapping:
        triples = of_mappings(old or {}, mine or {}, other or {}, ids=ids)
    else:
        triples = of_lists(old or [], mine or [], other or [])
    said: list[tuple[str, str]] = []
    for triple in triples:
        one = [None if at is None else side[at] for side, at in zip(three, triple, strict=True)]
        text = _merged(one[0], one[1], one[2], ids=ids)
        if text is not None:
            said.append(((one[1] or one[2] or one[0]).comma, text))  # type: ignore[union-attr]  # one of them is there
    return _put_together(ours, said, three[1] or three[2])


def _merged(
    base: _Entry | None, ours: _Entry | None, theirs: _Entry | None, *, ids: bool
) -> str | None:
    """The entry's text; None when it is removed."""
    if ours is None or theirs is None:
        left = ours or theirs
        if left is None or (base is not None and base.said == left.said):
            return None
        if base is None:
            return left.said
        raise Clash
    try:
        return choose(base and base.said, ours.said, theirs.said)
    except Clash:
        label = choose(base and base.label, ours.label, theirs.label)
        inner = not ids and ours.key in IDS
        return label + value(base and base.value, ours.value, theirs.value, ids=inner)


def value(base: Piece | None, ours: Piece, theirs: Piece, *, ids: bool) -> str:
    """The merged value: the changed one, or both put together where both are in brackets."""
    try:
        return choose(base and base.said, ours.said, theirs.said)
    except Clash:
        pass
    try:
        chosen = side_of(lambda one: plain(one.part), base, ours, theirs)
    except Clash:
        fits = base is not None and (is_empty(base.part) or base.part.flow)
        if not fits or not (ours.part.flow and theirs.part.flow):
            raise
        return in_brackets(base, ours, theirs, ids=ids)
    other = theirs if chosen is ours else ours
    if _may_hold_a_comment(other):
        raise Clash
    return chosen.said


def _may_hold_a_comment(piece: Piece) -> bool:
    """True for brackets with a `#` in them, and for a block with one behind its `|` or `>`."""
    first = piece.said if piece.part.flow else piece.said.partition("\n")[0]
    return (piece.part.flow or piece.part.style in BLOCKS) and "#" in first


def _entries(piece: Piece | None) -> list[_Entry]:
    if piece is None or is_empty(piece.part):
        return []
    made, part = piece.made, piece.part
    if not part.flow or part.children is None:
        raise Clash
    brackets.check(made, part)
    text = made.text
    found: list[_Entry] = []
    last = part.inside + 1
    for index, child in enumerate(part.children):
        start, end = brackets.bounds(part, index)
        if child.empty:
            raise Clash
        key = part.keys[index].text if part.keys is not None else ""
        found.append(_Entry(text[last:start], text[start : child.start], Piece(made, child), key))
        last = end
    if any("#" in one.comma for one in found) or "#" in text[last : part.end]:
        raise Clash  # a comment between brackets belongs to nobody for sure
    return found


def _put_together(ours: Piece, said: list[tuple[str, str]], like: list[_Entry]) -> str:
    """The entries between the brackets of ours, with their own commas where they had them."""
    text, part = ours.made.text, ours.part
    usual = next((one.comma for one in like if "," in one.comma), ", ")
    first = text[part.inside + 1 : brackets.bounds(part, 0)[0]] if part.children else ""
    count = len(part.children or ())
    end = brackets.bounds(part, count - 1)[1] if count else part.end - 1
    inner = first
    for index, (comma, one) in enumerate(said):
        inner += ("" if not index else comma if "," in comma else usual) + one
    return text[part.start : part.inside + 1] + inner + text[end : part.end]
