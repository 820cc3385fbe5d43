"""An entry taken out, with its own comments and nobody else's."""

from collections.abc import Iterator, Sequence

from relplan.files.edit import brackets, layout
from relplan.files.edit.outline import Outline, find
from relplan.files.edit.part import Part
from relplan.files.edit.proof import Splice
from relplan.files.edit.refused import NotThere
from relplan.files.edit.shared import refuse_shared
from relplan.files.tree import Step


def splices(made: Outline, path: Sequence[Step]) -> Iterator[Splice]:
    """The ways to remove what stands at `path`."""
    chain = find(made, path)
    if len(chain) < 2:
        raise NotThere(0, "the whole of a file is not removed by an edit")
    holder, part = chain[-2], chain[-1]
    refuse_shared(made, chain[:-1], part)
    assert holder.children is not None
    index = next(at for at, one in enumerate(holder.children) if one is part)
    if holder.keys is not None:
        refuse_shared(made, [], holder.keys[index])
    if holder.flow:
        yield _from_brackets(made, holder, index)
    elif len(holder.children) == 1:
        yield _only(made, chain)
    else:
        yield _lines(made, chain, index)


def _events(holder: Part, index: int) -> tuple[int, int]:
    assert holder.children is not None
    part = holder.children[index]
    return (holder.keys[index].first if holder.keys is not None else part.first), part.last


def _stretch(made: Outline, chain: list[Part], index: int) -> tuple[int, int, bool]:
    """Start and end of an entry with its comments; whether it has its lines for itself."""
    text, holder = made.text, chain[-2]
    assert holder.children is not None
    at = layout.entry_start(text, holder, index)
    column = layout.column(text, at)
    end = layout.below(text, layout.entry_end(holder, index), column)
    if layout.indent(text, at) is None:
        return at, end, False
    start = layout.above(text, at, column)
    if (
        start != layout.line_start(text, at)
        and not index
        and len(chain) == 2
        and _heads(text, start)
    ):
        start = layout.line_start(text, at)
    return start, end, True


def _heads(text: str, start: int) -> bool:
    """True when the comment at `start` opens the file: it speaks of the file, not of an entry."""
    before = text[:start].strip()
    return before in {"", "---"}


def _lines(made: Outline, chain: list[Part], index: int) -> Splice:
    text, holder = made.text, chain[-2]
    assert holder.children is not None
    start, end, own = _stretch(made, chain, index)
    first, last = _events(holder, index)
    if not own:
        return _first_on_dash(made, holder, start, end, (first, last))
    after = layout.next_line(text, end)
    if after == end:  # no line break at the end of the file: take the one before
        while start and _blank_above(text, start):
            start = layout.line_start(text, _back(text, start))
        start = _back(text, start) if start else start
        return Splice(start, end, "", first, last, [], removes=True)
    if _blank_above(text, start) and index < len(holder.children) - 1:
        while after < len(text) and not text[after : layout.line_end(text, after)].strip():
            after = layout.next_line(text, after)
    return Splice(start, after, "", first, last, [], removes=True)


def _back(text: str, start: int) -> int:
    """The end of the line above the one that begins at `start`."""
    return start - (2 if text[start - 2 : start] == "\r\n" else 1)


def _blank_above(text: str, start: int) -> bool:
    if not start:
        return False
    end = _back(text, start)
    return not text[layout.line_start(text, end) : end].strip()


def _first_on_dash(
    made: Outline, holder: Part, start: int, end: int, events: tuple[int, int]
) -> Splice:
    """The first entry behind a dash: the next one, or its comment, moves up beside the dash."""
    text = made.text
    column = layout.column(text, start)
    at = layout.next_line(text, end)
    while at < len(text) and not text[at : layout.line_end(text, at)].strip():
        at = layout.next_line(text, at)
    bare = (
        at
        + len(text[at : layout.line_end(text, at)])
        - len(text[at : layout.line_end(text, at)].lstrip())
    )
    if holder.children is None or bare - at != column:
        raise NotThere(start, "the next entry cannot move up to the dash")
    return Splice(start, bare, "", *events, [], removes=True)


def _only(made: Outline, chain: list[Part]) -> Splice:
    """The last entry: empty brackets stay in the place of the collection."""
    text, holder = made.text, chain[-2]
    start, end, own = _stretch(made, chain, 0)
    empty = "{}" if holder.mapping else "[]"
    opening = (made.marks[holder.first][0], holder.anchor, holder.tag)
    marks = [opening, made.marks[holder.last - 1]]
    if not own:
        return Splice(start, end, empty, holder.first, holder.last, marks, removes=True)
    if len(chain) == 2:
        return Splice(start, end, empty, holder.first, holder.last, marks, removes=True)
    at = _place_for_brackets(made, chain)
    after = layout.next_line(text, end)
    if after == end:
        start = _back(text, start)
    kept = text[at:start]
    return Splice(at, after, f" {empty}" + kept, holder.first, holder.last, marks, removes=True)


def _place_for_brackets(made: Outline, chain: list[Part]) -> int:
    """Behind the colon or the dash, and behind an anchor, of the collection that becomes empty."""
    text, holder, outer = made.text, chain[-2], chain[-3]
    if holder.dressed:
        return layout.dress_end(text, holder.start)
    assert outer.children is not None
    index = next(at for at, one in enumerate(outer.children) if one is holder)
    if outer.keys is not None:
        return layout.colon(text, outer.keys[index]) + 1
    return layout.entry_start(text, outer, index) + 1


def _from_brackets(made: Outline, holder: Part, index: int) -> Splice:
    brackets.check(made, holder)
    assert holder.children is not None
    text, count = made.text, len(holder.children)
    start, end = brackets.bounds(holder, index)
    events = _events(holder, index)
    close = holder.end - 1
    if count == 1:
        _refuse_comments(text, holder.inside + 1, start)
        _refuse_comments(text, end, close)
        return Splice(holder.inside + 1, close, "", *events, [], removes=True)
    if index == count - 1:
        before = brackets.bounds(holder, index - 1)[1]
        return _last_in_brackets(made, (before, start, end, close), events)
    following = brackets.bounds(holder, index + 1)[0]
    own = layout.indent(text, start) is not None and layout.line_start(text, start) > holder.inside
    if own and layout.indent(text, following) is not None:
        column = layout.column(text, start)
        top = layout.above(text, start, column)
        comma = text.index(",", end)
        _refuse_comments(text, end, comma)
        bottom = layout.next_line(text, layout.rest_of_line(text, comma + 1))
        return Splice(top, bottom, "", *events, [], removes=True)
    _refuse_comments(text, end, following)
    return Splice(start, following, "", *events, [], removes=True)


def _last_in_brackets(
    made: Outline, places: tuple[int, int, int, int], events: tuple[int, int]
) -> Splice:
    text = made.text
    before, start, end, close = places
    top = layout.line_start(text, start)
    if top <= before:
        return Splice(before, end, "", *events, [], removes=True)
    top = layout.above(text, start, layout.column(text, start))
    kept = text[before:top].rstrip("\r\n")
    stop = min(layout.line_end(text, end), close)
    trailing = text[end:stop].lstrip().startswith(",")
    if not trailing:
        kept = kept.replace(",", "", 1)
    if layout.line_end(text, end) > close:
        stop = end
    return Splice(before, stop, kept, *events, [], removes=True)


def _refuse_comments(text: str, start: int, end: int) -> None:
    if "#" in text[start:end]:
        raise NotThere(start, "a comment stands between the brackets here")
