"""A value as text in the style of its new neighbours, and the marks that must come of it."""

from collections.abc import Mapping
from typing import Any

from relplan.files import emit
from relplan.files.edit.outline import Mark
from relplan.files.edit.style import Style
from relplan.files.edit.twins import BracketedList, BracketedMapping

Value = Any
"""A text, None, a list or a mapping of values."""


class Wanted:
    """What the event of a new scalar must say; `typed` allows a plain number."""

    __slots__ = ("anchor", "text", "typed")

    def __init__(self, text: str | None, *, typed: bool = False, anchor: str | None = None) -> None:
        self.text = text
        self.typed = typed
        self.anchor = anchor

    def fits(self, said: Mark) -> bool:
        """True when a scalar's mark says this text to every reader."""
        if len(said) != 4 or said[2] != self.anchor or said[3] is not None:
            return False
        if self.text is None:
            return bool(said[1]) and said[0] in ("", "null", "~")
        if said[0] != self.text:
            return False
        return not said[1] or emit.is_plain(self.text, block=True, typed=self.typed)


Meant = Mark | Wanted
"""What an event of the new text must say."""


def wanted(value: Value, *, typed: bool = False) -> list[Meant]:
    """The marks of a value."""
    if isinstance(value, Mapping):
        inner: list[Meant] = [("MappingStartEvent", None, None)]
        for key, one in value.items():
            inner += [Wanted(key), *wanted(one)]
        return [*inner, ("MappingEndEvent",)]
    if isinstance(value, (list, tuple)):
        inner = [("SequenceStartEvent", None, None)]
        for one in value:
            inner += wanted(one)
        return [*inner, ("SequenceEndEvent",)]
    return [Wanted(value, typed=typed or emit.is_bare(value or ""))]


def check(value: Value) -> None:
    """Refuse what cannot be written, TypeError for what is no value."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            check(key)
            check(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            check(one)
    elif isinstance(value, str):
        emit.refuse_invisible(value)
    elif value is not None:
        raise TypeError(f"a value is a text, None, a list or a mapping, not {value!r}")


def scalar(text: str | None, style: Style, *, block: bool, quotes: str = "") -> str:
    """A text on one line; `quotes` are those of the place itself, else the neighbours' count."""
    if text is None:
        return "null"
    if emit.is_bare(text):
        return str(text)
    asked = quotes or style.quotes
    if not asked and not emit.is_plain(text, block=block):
        asked = style.spare
        if asked == '"' and '"' in text and "'" not in text:
            asked = ""  # one kind of quotes around the other reads better than escapes
    return emit.scalar(text, quotes=asked, block=block)


def bracketed(value: Value, style: Style) -> str:
    """A value on one line, collections in brackets."""
    if isinstance(value, Mapping):
        pairs = (
            f"{scalar(k, style, block=False)}: {bracketed(v, style)}" for k, v in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(bracketed(one, style) for one in value) + "]"
    return scalar(value, style, block=False)


def pair(key: str, separator: str, value: Value, column: int, style: Style) -> str:
    """A key in quotes as it needs, with its value, as an entry of a block mapping at `column`."""
    if stays_on_line(value, style):
        return key + separator + _inline(value, column + style.step, style)
    inner = column + (style.step if isinstance(value, Mapping) else style.offset)
    start = style.newline + " " * inner
    return key + separator.rstrip(" ") + start + block(value, inner, style)


def item(value: Value, column: int, style: Style) -> str:
    """A dash with its value, as an item of a block list at `column`."""
    inner = column + 1 + len(style.gap)
    if stays_on_line(value, style):
        return "-" + style.gap + _inline(value, column + style.step, style)
    return "-" + style.gap + block(value, inner, style)


def block(value: Value, column: int, style: Style) -> str:
    """The entries of a collection, the first one without its indentation."""
    between = style.newline + " " * column
    inner = style._replace(quotes="", flow=False)
    if isinstance(value, Mapping):
        return between.join(
            pair(scalar(k, inner, block=True), ": ", v, column, style) for k, v in value.items()
        )
    return between.join(item(one, column, style) for one in value)


def stays_on_line(value: Value, style: Style) -> bool:
    """True for a single value, and for a collection in brackets."""
    if not isinstance(value, (Mapping, list, tuple)) or not value:
        return True
    return style.flow or isinstance(value, (BracketedList, BracketedMapping))


def _inline(value: Value, column: int, style: Style) -> str:
    if isinstance(value, str):
        if "\n" in value and style.blocks:
            return emit.literal(value, " " * column, style.newline) or scalar(
                value, style, block=True
            )
        return scalar(value, style, block=True)
    return bracketed(value, style)
