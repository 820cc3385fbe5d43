"""One value replaced by another where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence

from relplan.files import emit
from relplan.files.edit import layout, render
from relplan.files.edit.outline import Outline, find
from relplan.files.edit.part import BLOCKS, Part
from relplan.files.edit.proof import Splice
from relplan.files.edit.refused import NotThere
from relplan.files.edit.shared import refuse_shared
from relplan.files.edit.style import Style, style_of
from relplan.files.edit.twins import same_kind, shaped
from relplan.files.tree import Step

_LONG = 60
"""Characters from which a text stays in the block that it takes over."""
_ANCHOR = re.compile(r"&\S+[ \t]*")


def splices(made: Outline, path: Sequence[Step], value: render.Value) -> Iterator[Splice]:
    """The layouts to try, best first, for `value` in the place of what stands at `path`."""
    chain = find(made, path)
    part = chain[-1]
    refuse_shared(made, chain, part)
    if part.empty and len(chain) == 1:
        raise NotThere(part.start, "the file holds nothing yet that could be replaced")
    style = style_of(made, chain[:-1] or chain, chain[-2] if len(chain) > 1 else None)
    if isinstance(value, (Mapping, list, tuple)):
        value = shaped(
            made, value, [*(chain[-2].children or ()), part] if len(chain) > 1 else [part]
        )
    in_flow = any(one.flow for one in chain[:-1])
    if not (in_flow or render.stays_on_line(value, style)):
        yield from _under(made, chain, value, style)
    column = _content_column(made.text, part, _column(made, chain) + style.step)
    for text, typed in _texts(part, value, style, in_flow, column):
        if not part.leaf and not part.flow:
            yield from _up(made, chain, text, value)
        yield _in_place(made, part, text, value, typed)


def _texts(
    part: Part, value: render.Value, style: Style, in_flow: bool, column: int
) -> Iterator[tuple[str, bool]]:
    """The spellings of the value for one line or a block, and whether a number is meant."""
    if isinstance(value, (Mapping, list, tuple)):
        yield render.bracketed(value, style), False
        return
    if value is None:
        yield "null", False
        return
    block = not in_flow
    old = part.style
    if block and ("\n" in value or (old in BLOCKS and len(value) > _LONG)) and old != "'":
        written = emit.literal(value, " " * column, style.newline, old)
        if written is not None:
            yield written, False
    if not old and not part.dressed and part.text and same_kind(part.text, value):
        yield value, True
    quotes = old if old in {"'", '"'} else ""
    own = style._replace(quotes="") if part.leaf and part.text and not old else style
    yield render.scalar(value, own, block=block, quotes=quotes), False
    yield emit.scalar(value, quotes='"'), False


def _content_column(text: str, part: Part, column: int) -> int:
    """The column at which the lines of the old block stood, else the one for a new block."""
    if part.style not in BLOCKS:
        return column
    found = _BODY.search(text, part.start, part.end)
    return len(found[1]) if found else column


_BODY = re.compile(r"[\r\n]+( +)[^ \r\n]")


def _column(made: Outline, chain: list[Part]) -> int:
    """The column of the entry that holds the value at the end of `chain`; 0 at the root."""
    if len(chain) < 2 or any(one.flow for one in chain[:-1]):
        return 0
    return layout.entry_column(made.text, chain[-2])


def _in_place(made: Outline, part: Part, text: str, value: render.Value, typed: bool) -> Splice:
    old = made.text
    start, anchor = part.start, None
    if part.anchor is not None and part.tag is None and not part.alias:
        found = _ANCHOR.match(old, part.start)
        start = found.end() if found and part.children is None else part.start
        anchor = part.anchor if start != part.start else None
    end = part.end
    marks = render.wanted(value, typed=typed)
    if anchor is not None and isinstance(marks[0], render.Wanted):
        marks[0].anchor = anchor
    elif anchor is not None:
        raise NotThere(part.start, f"`&{anchor}` names this value")
    if part.style in BLOCKS:
        text, end = _for_block(old, part, start, text)
    elif "\n" in text and text[0] in BLOCKS:  # a comment behind it moves behind the header
        stop = layout.rest_of_line(old, end)
        head, body = text.split("\n", 1)
        carriage = "\r" if head.endswith("\r") else ""
        text = head.removesuffix("\r") + old[end:stop] + carriage + "\n" + body
        end = stop
    if part.empty:
        before = old[start - 1 : start]
        text = (
            ": " if before not in ":-?" and not before.isspace() else " " * (not before.isspace())
        ) + text
    text, end = _keep_comment_column(old, start, end, text)
    return Splice(start, end, text, part.first, part.last, marks)


def _for_block(old: str, part: Part, start: int, text: str) -> tuple[str, int]:
    """The text and the end for a value that takes the place of a `|` or `>` block.

    The comment behind its header stays; a new block that keeps its blank lines has no more of
    them than it says.
    """
    header = old[start : layout.line_end(old, start)]
    comment = re.search(r"[ \t]+#.*", header)
    first, *rest = text.split("\n", 1)
    carriage = "\r" if first.endswith("\r") else ""
    first = first.removesuffix("\r") + (comment[0] if comment else "") + carriage
    end = part.end
    if text.startswith("|+"):
        end = max(end, part.event.end_mark.index - len(layout.newline(old, part.end)))
    return "\n".join([first, *rest]), end


def _keep_comment_column(old: str, start: int, end: int, text: str) -> tuple[str, int]:
    """Widen or narrow the gap before a comment that stands below or above another one."""
    found = re.compile(r"([ \t]+)#").match(old, end)
    top = layout.line_start(old, start)
    if found is None or "\n" in old[start:end] or "\n" in text or "\t" in found[1]:
        return text, end
    at = layout.column(old, found.end() - 1)
    above = old[layout.line_start(old, max(0, top - 1)) : top].rstrip("\r\n") if top else ""
    below = layout.next_line(old, end)
    near = (above, old[below : layout.line_end(old, below)])
    if not any(
        one[at : at + 1] == "#" and one[:at].strip() and one[at - 1 : at] == " " for one in near
    ):
        return text, end
    gap = max(1, at - (start - top) - len(text))
    return text + " " * gap, found.end() - 1


def _up(made: Outline, chain: list[Part], text: str, value: render.Value) -> Iterator[Splice]:
    """A value on one line behind the key, in the place of the block that stood below it."""
    part = chain[-1]
    at = _key(made, chain)
    if at is not None and not part.dressed and "#" not in made.text[at : part.start]:
        marks = render.wanted(value)
        yield Splice(at, part.end, " " + text, part.first, part.last, marks)


def _key(made: Outline, chain: list[Part]) -> int | None:
    """The offset behind the colon of the key whose value the chain ends with."""
    if len(chain) < 2 or chain[-2].keys is None or chain[-2].children is None:
        return None
    index = next(place for place, one in enumerate(chain[-2].children) if one is chain[-1])
    return layout.colon(made.text, chain[-2].keys[index]) + 1


def _under(made: Outline, chain: list[Part], value: render.Value, style: Style) -> Iterator[Splice]:
    """A collection as a block in the place of what stood behind the key or the dash."""
    part, old = chain[-1], made.text
    marks = render.wanted(value)
    if not part.leaf and not part.flow and part.mapping is isinstance(value, Mapping):
        text = render.block(value, layout.entry_column(old, part), style)
        yield Splice(part.start, part.end, text, part.first, part.last, marks)
    elif len(chain) == 1:
        text = render.block(value, 0, style)
        yield Splice(part.start, part.end, text, part.first, part.last, marks)
    elif (start := _key(made, chain)) is not None:
        end = max(part.end, start)
        rest = old[end : layout.rest_of_line(old, end)] if part.leaf or part.flow else ""
        inner = _column(made, chain)
        inner += style.step if isinstance(value, Mapping) else style.offset
        text = rest + style.newline + " " * inner + render.block(value, inner, style)
        yield Splice(start, end + len(rest), text, part.first, part.last, marks)
    else:
        index = next(at for at, one in enumerate(chain[-2].children or ()) if one is part)
        dash = layout.entry_start(old, chain[-2], index)
        inner = layout.column(old, dash) + 1 + len(style.gap)
        text = style.gap + render.block(value, inner, style)
        yield Splice(dash + 1, max(part.end, dash + 1), text, part.first, part.last, marks)
