"""New entries in brackets, on one line or on lines of their own."""

import re
from collections.abc import Iterator

from relplan.files import emit
from relplan.files.edit import layout, render
from relplan.files.edit.outline import Outline
from relplan.files.edit.part import Part
from relplan.files.edit.proof import Splice
from relplan.files.edit.refused import NotThere
from relplan.files.edit.style import key_quotes, style_of

_COMMA = re.compile(r"[ \t]*,[ \t]*")


def entry(made: Outline, chain: list[Part], key: str, value: render.Value) -> Iterator[Splice]:
    """A pair at the end of a mapping in brackets."""
    part = chain[-1]
    style = style_of(made, chain, part)
    marks = [render.Wanted(key), *render.wanted(value)]
    word = emit.scalar(key, quotes=key_quotes(part))
    for one in (style, style._replace(quotes='"')):
        text = word + ": " + render.bracketed(value, one)
        yield _at_end(made, part, text, marks)


def item(made: Outline, chain: list[Part], value: render.Value) -> Iterator[Splice]:
    """An item at the end of a list in brackets."""
    part = chain[-1]
    style = style_of(made, chain, part)
    for one in (style, style._replace(quotes='"')):
        yield _at_end(made, part, render.bracketed(value, one), render.wanted(value))


def bounds(part: Part, index: int) -> tuple[int, int]:
    """Start and end of an entry in brackets."""
    assert part.children is not None
    value = part.children[index]
    start = part.keys[index].start if part.keys is not None else value.start
    end = max(value.end, part.keys[index].end) if part.keys is not None else value.end
    return start, end


def check(made: Outline, part: Part) -> None:
    """NotThere for a pair in a list that has no brackets of its own: `[a: 1]`."""
    if made.text[part.inside : part.inside + 1] != ("{" if part.mapping else "["):
        raise NotThere(part.start, "a pair stands here without brackets of its own")


def _at_end(made: Outline, part: Part, new: str, marks: list[render.Meant]) -> Splice:
    check(made, part)
    assert part.children is not None
    text = made.text
    start, end = bounds(part, len(part.children) - 1)
    close = part.end - 1
    before = bounds(part, len(part.children) - 2)[1] if len(part.children) > 1 else part.inside + 1
    own_line = (
        layout.indent(text, start) is not None and layout.line_start(text, start) > part.inside
    )
    tail = text[end:close]
    comma = _comma(tail)
    at = part.last - 1
    if not own_line:
        between = _COMMA.fullmatch(text, before, start) if len(part.children) > 1 else None
        return Splice(end, end, (between[0] if between else ", ") + new, at, at, marks)
    if "," in text[layout.line_start(text, start) : start]:
        raise NotThere(start, "commas stand at the beginning of the lines here")
    pad = layout.newline(text, start) + (layout.indent(text, start) or "")
    if comma is None:
        stop = layout.line_end(text, end)
        if stop > close:
            return Splice(end, end, "," + pad + new, at, at, marks)
        return Splice(end, stop, "," + text[end:stop] + pad + new, at, at, marks)
    behind = end + comma + 1
    stop = min(layout.line_end(text, behind), close)
    return Splice(stop, stop, pad + new + ",", at, at, marks)


def _comma(tail: str) -> int | None:
    """Where the comma behind the last entry stands, outside of comments."""
    for found in re.finditer(r"#[^\r\n]*|,", tail):
        if found[0] == ",":
            return found.start()
    return None
