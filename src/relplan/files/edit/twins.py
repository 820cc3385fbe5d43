"""A new value shaped like those that stand in its place in the neighbours."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from relplan.files.edit.outline import Outline
from relplan.files.edit.part import Part
from relplan.files.emit import Bare
from relplan.files.tree import looks_typed

_KINDS = (
    re.compile(r"0|-?[1-9][0-9]*"),
    re.compile(r"-?(0|[1-9][0-9]*)\.([0-9]*[1-9]|0)"),
    re.compile(r"(?i:true|false)"),
    re.compile(r"(?i:yes|no|on|off)"),
)


class BracketedList(list[Any]):
    """A list that is written in brackets because its twins are."""


class BracketedMapping(dict[str, Any]):
    """A mapping that is written in brackets because its twins are."""


def same_kind(old: str, new: str) -> bool:
    """True when both are numbers, or both say yes or no, in a spelling that all readers share."""
    return looks_typed(new) and any(one.fullmatch(old) and one.fullmatch(new) for one in _KINDS)


def shaped(made: Outline, value: Any, twins: Sequence[Part]) -> Any:
    """The value with brackets where its twins have them, and bare numbers where they do."""
    if isinstance(value, Mapping):
        pairs = {key: shaped(made, one, under(twins, key)) for key, one in value.items()}
        return BracketedMapping(pairs) if in_brackets(twins, mapping=True) else pairs
    if isinstance(value, (list, tuple)):
        inner = [one for twin in twins if not twin.mapping for one in twin.children or ()]
        items = [shaped(made, one, inner) for one in value]
        flow = in_brackets(twins, mapping=False)
        if flow is None and not any(isinstance(one, (Mapping, list, tuple)) for one in value):
            flow = _first_list_of_texts(made.root)
        return BracketedList(items) if flow else items
    if isinstance(value, str) and any(_number(twin, value) for twin in twins[-1:]):
        return Bare(value)
    return value


def under(parts: Sequence[Part], key: str) -> list[Part]:
    """What stands under a key in each of the mappings that have it."""
    return [
        value
        for part in parts
        for one, value in zip(part.keys or (), part.children or (), strict=False)
        if one.text == key
    ]


def _number(twin: Part, value: str) -> bool:
    return not twin.style and not twin.dressed and twin.leaf and same_kind(twin.text, value)


def in_brackets(twins: Sequence[Part], *, mapping: bool) -> bool | None:
    """Whether the last twin of that kind stands in brackets; None where there is none."""
    for twin in reversed(twins):
        if twin.children and twin.mapping is mapping:
            return twin.flow
    return None


def _first_list_of_texts(root: Part | None) -> bool:
    """True when the first list of single values in the file stands in brackets."""
    waiting = [root] if root is not None else []
    while waiting:
        part = waiting.pop()
        if part.children and not part.mapping and all(one.leaf for one in part.children):
            return part.flow
        waiting += reversed(part.children or ())
    return False
