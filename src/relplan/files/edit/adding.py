"""A new entry in a mapping, a new item in a list."""

import re
from collections.abc import Iterator, Mapping, Sequence

from relplan.files import emit
from relplan.files.edit import brackets, layout, render
from relplan.files.edit.outline import Outline, find, place
from relplan.files.edit.part import Part
from relplan.files.edit.proof import Splice
from relplan.files.edit.refused import NotThere
from relplan.files.edit.shared import refuse_shared
from relplan.files.edit.style import Style, key_quotes, separator, style_of
from relplan.files.edit.twins import in_brackets, shaped, under
from relplan.files.tree import Step


def entries(
    made: Outline, path: Sequence[Step], key: str, value: render.Value, after: str | None
) -> Iterator[Splice]:
    """The layouts to try for a new entry of the mapping at `path`: below `after`, else at its end."""
    if made.root is None:
        yield _first(made, {key: value})
        return
    chain = find(made, path)
    part = chain[-1]
    if part.alias or not (part.mapping or part.empty):
        raise NotThere(part.start, "what stands here is no mapping, so it takes no entry")
    refuse_shared(made, chain, None)
    if part.keys and place(part, key) is not None:
        raise NotThere(part.start, f"`{key}` is there already")
    cousins = under((chain[-2].children or ()) if len(chain) > 1 else (), key)
    inner = (part.children or ()) if isinstance(value, (Mapping, list, tuple)) else ()
    value = shaped(made, value, [*inner, *cousins])
    if part.flow and part.children:
        yield from brackets.entry(made, chain, key, value)
    elif part.children:
        index = None if after is None else place(part, after)
        lines = in_brackets(cousins, mapping=isinstance(value, Mapping)) is False
        yield from _below(made, chain, index, _pairs(made, chain, (key, value), lines=lines))
    else:
        yield from _into_empty(made, chain, {key: value})


def items(made: Outline, path: Sequence[Step], value: render.Value) -> Iterator[Splice]:
    """The layouts to try for a new item at the end of the list at `path`."""
    if made.root is None:
        yield _first(made, [value])
        return
    chain = find(made, path)
    part = chain[-1]
    if part.alias or part.mapping or (part.leaf and not part.empty):
        raise NotThere(part.start, "what stands here is no list, so it takes no item")
    refuse_shared(made, chain, None)
    value = shaped(made, value, part.children or ())
    if part.flow and part.children:
        yield from brackets.item(made, chain, value)
    elif part.children:
        style = style_of(made, chain, part)
        column = layout.entry_column(made.text, part)
        texts = (render.item(value, column, one) for one in _ways(style))
        yield from _below(made, chain, None, ((one, render.wanted(value)) for one in texts))
    else:
        yield from _into_empty(made, chain, [value])


def _pairs(
    made: Outline, chain: list[Part], entry: tuple[str, render.Value], *, lines: bool
) -> Iterator[tuple[str, list[render.Meant]]]:
    """The spellings of an entry; `lines` where its like in the next mapping has lines of its own."""
    key, value = entry
    part = chain[-1]
    style = style_of(made, chain, part)
    style = style._replace(flow=False) if lines else style
    column = layout.entry_column(made.text, part)
    quotes = key_quotes(part)
    word = emit.scalar(key, quotes=quotes, block=True)
    for one in _ways(style):
        text = render.pair(word, separator(made.text, part, word), value, column, one)
        yield text, [render.Wanted(key), *render.wanted(value)]


def _ways(style: Style) -> tuple[Style, Style]:
    """The style of the neighbours, and the safest one."""
    return style, style._replace(quotes='"', flow=True, blocks=False)


def _below(
    made: Outline,
    chain: list[Part],
    after: int | None,
    written: Iterator[tuple[str, list[render.Meant]]],
) -> Iterator[Splice]:
    """The entry on lines of its own, right below one, else the last, and what belongs to that."""
    part, text = chain[-1], made.text
    assert part.children is not None
    column = layout.entry_column(text, part)
    index = len(part.children) - 1 if after is None else after
    at = layout.below(text, layout.entry_end(part, index), column)
    event = part.last - 1
    if part.keys is not None and index + 1 < len(part.keys):
        event = part.keys[index + 1].first
    newline = layout.newline(text, at)
    gap = newline if after is not None and _spaced(text, part, index) else ""
    for entry, marks in written:
        yield Splice(at, at, newline + gap + " " * column + entry, event, event, marks)


def _spaced(text: str, part: Part, index: int) -> bool:
    """True when a blank line parts an entry from the next one, or the last from the one before."""
    assert part.children is not None
    assert part.keys is not None
    first = index if index + 1 < len(part.keys) else max(0, index - 1)
    if first + 1 == len(part.keys):
        return False
    between = text[layout.entry_end(part, first) : part.keys[first + 1].start]
    return _BLANK_LINE.search(between) is not None


_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)")


def _into_empty(made: Outline, chain: list[Part], value: render.Value) -> Iterator[Splice]:
    """The first entry: a block below the key, or inside of the brackets that stand there."""
    part, text = chain[-1], made.text
    marks = render.wanted(value)
    near = chain[-2] if len(chain) > 1 else None
    style = style_of(made, chain[:-1] or chain, near)._replace(quotes="")
    if part.children is not None and text[part.inside + 1 : part.end - 1].strip():
        raise NotThere(part.start, "a comment stands in the empty brackets")
    if not part.dressed and not any(one.flow for one in chain[:-1]):
        yield _block_for_empty(made, chain, value, style._replace(flow=False))
    if part.children is not None:
        room = text[part.inside + 1 : part.end - 1]
        inner = render.bracketed(value, style)[1:-1]
        room = "" if "\n" in room or "\r" in room else room
        opening = (made.marks[part.first][0], part.anchor, part.tag)
        yield Splice(
            part.inside + 1,
            part.end - 1,
            room + inner + room,
            part.first,
            part.last,
            [opening, *marks[1:]],
        )


def _block_for_empty(made: Outline, chain: list[Part], value: render.Value, style: Style) -> Splice:
    part, text = chain[-1], made.text
    marks = render.wanted(value)
    column, start = 0, part.start
    own_line = False
    if len(chain) > 1:
        holder = chain[-2]
        assert holder.children is not None
        index = next(at for at, one in enumerate(holder.children) if one is part)
        entry = layout.entry_start(text, holder, index)
        column = layout.column(text, entry)
        if holder.keys is not None:
            own_line = True
            start = layout.colon(text, holder.keys[index]) + 1
            column += style.step if isinstance(value, dict) else style.offset
        else:
            start = entry + 1
            column += 1 + len(style.gap)
    if own_line:
        end = layout.below(text, max(part.end, start), column)
        lead = text[max(part.end, start) : end] + style.newline + " " * column
    elif len(chain) > 1:
        end, lead = max(part.end, start), style.gap
    else:
        end, lead = part.end, layout.newline(text, start) if layout.column(text, start) else ""
    new = lead + render.block(value, column, style)
    if start == len(text) and text.endswith(("\n", "\r")):
        new += layout.newline(text, start - 1)
    return Splice(start, end, new, part.first, part.last, marks)


def _first(made: Outline, value: render.Value) -> Splice:
    """The first value of a file that holds comments or nothing."""
    text = made.text
    if len(made.events) > 1 or text.strip()[-3:] in {"---", "..."}:
        raise NotThere(0, "the file marks a document but holds none")
    newline = layout.newline(text, 0)
    style = Style(newline, 2, 2, " ", "", '"', flow=False)
    lead = "" if not text or text.endswith(("\n", "\r")) else newline
    at = len(made.events)
    start = ("DocumentStartEvent", None, None)
    marks = [start, *render.wanted(value), ("DocumentEndEvent",)]
    return Splice(
        len(text), len(text), lead + render.block(value, 0, style) + newline, at, at, marks
    )
