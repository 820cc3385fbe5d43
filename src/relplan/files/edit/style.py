"""How the neighbours write, so that what is new looks as if it had always been there."""

from typing import NamedTuple

from relplan.files.edit import layout
from relplan.files.edit.outline import Outline
from relplan.files.edit.part import Part
from relplan.files.tree import looks_typed

_QUOTES = ("'", '"')


class Style(NamedTuple):
    """What a new text takes over from its neighbours."""

    newline: str
    step: int
    """Columns from a key to the entries of the mapping under it."""
    offset: int
    """Columns from a key to the dashes of the list under it."""
    gap: str
    """Spaces between a dash and what follows."""
    quotes: str
    """The quotes that even a plain text gets; empty for none."""
    spare: str
    """The quotes for a text that needs some."""
    flow: bool
    """True where a collection is written in brackets."""
    blocks: bool = True
    """False where a text with line breaks is written on one line."""


def style_of(made: Outline, chain: list[Part], near: Part | None) -> Style:
    """The style at the end of `chain`, inside the collection `near` when there is one."""
    flow = any(one.flow for one in chain) or (near is not None and near.flow)
    return Style(
        newline=layout.newline(made.text, chain[-1].end),
        step=_step(made, chain),
        offset=_offset(made, chain),
        gap=_gap(made.text, chain[::-1]),
        quotes=_quotes(near) or (_as_in_json(chain) if flow else ""),
        spare=_spare(made, near),
        flow=flow or _brackets(near),
    )


def _step(made: Outline, chain: list[Part]) -> int:
    for part in [*reversed(chain), made.root]:
        if part is not None and (found := _inner(made.text, part, mappings=True)) is not None:
            return found
    return _anywhere(made, made.root, mappings=True, default=2)


def _offset(made: Outline, chain: list[Part]) -> int:
    for part in [*reversed(chain), made.root]:
        if part is not None and (found := _inner(made.text, part, mappings=False)) is not None:
            return found
    return _anywhere(made, made.root, mappings=False, default=2)


def _anywhere(made: Outline, part: Part | None, *, mappings: bool, default: int) -> int:
    """The first indentation of that kind in the text, looked for in the order of the text."""
    waiting = [part] if part is not None else []
    while waiting:
        one = waiting.pop()
        if one.children is None or one.flow:
            continue
        found = _inner(made.text, one, mappings=mappings)
        if found is not None:
            return found
        waiting += reversed(one.children)
    return default


def _inner(text: str, part: Part, *, mappings: bool) -> int | None:
    """How far the collections under the keys of a block mapping are indented."""
    if part.flow or part.keys is None or part.children is None:
        return None
    for key, value in zip(reversed(part.keys), reversed(part.children), strict=True):
        if not value.leaf and not value.flow and value.mapping is mappings:
            return layout.entry_column(text, value) - layout.column(text, key.start)
    return None


def _gap(text: str, parts: list[Part]) -> str:
    for part in parts:
        if part.flow or part.mapping or part.children is None:
            continue
        for index, item in enumerate(part.children):
            between = text[layout.entry_start(text, part, index) + 1 : item.start]
            if between and not between.strip(" "):
                return between
    return " "


def _texts(part: Part | None) -> list[Part]:
    """The neighbours that are texts, not numbers or the like."""
    return [
        one
        for one in (part.children if part is not None and part.children else [])
        if one.leaf and not one.alias and not one.dressed and one.text
        if one.style or not looks_typed(one.text)
    ]


def _quotes(near: Part | None) -> str:
    styles = {one.style for one in _texts(near)}
    return styles.pop() if len(styles) == 1 and styles <= set(_QUOTES) else ""


def _as_in_json(chain: list[Part]) -> str:
    """The quotes around all keys of the nearest mapping in brackets: there texts have them too."""
    near = next((one for one in reversed(chain) if one.keys), None)
    return key_quotes(near) if near is not None and near.flow else ""


def _spare(made: Outline, near: Part | None) -> str:
    for one in reversed(_texts(near)):
        if one.style in _QUOTES:
            return one.style
    for event in made.events:
        style = getattr(event, "style", None)
        if style in _QUOTES:
            return str(style)
    return ""


def _brackets(near: Part | None) -> bool:
    """True when the neighbour that is a collection stands in brackets."""
    for one in reversed(near.children if near is not None and near.children else []):
        if one.children:
            return one.flow
    return False


def key_quotes(part: Part) -> str:
    """The quotes around all keys of a mapping; empty when they have none."""
    styles = {one.style for one in part.keys or ()}
    return styles.pop() if len(styles) == 1 and styles <= set(_QUOTES) else ""


def separator(text: str, part: Part, key: str) -> str:
    """What stands between the new key and its value: aligned where all the neighbours are."""
    colons, values = set[int](), set[int]()
    spread = False
    for one, value in zip(part.keys or (), part.children or (), strict=True):
        between = text[one.end : value.start]
        if value.empty or "\n" in between or "\r" in between or not between.endswith(" "):
            continue
        colons.add(layout.column(text, one.end) + between.index(":") if ":" in between else 0)
        values.add(layout.column(text, value.start))
        spread = spread or between.startswith(" ") or between.endswith("  ")
    at = layout.entry_column(text, part)
    if not spread or len(part.keys or ()) < 2 or len(values) != 1:
        return ": "
    before = max(0, colons.pop() - at - len(key)) if len(colons) == 1 else 0
    behind = values.pop() - at - len(key) - before - 1
    return " " * before + ":" + " " * max(1, behind)
