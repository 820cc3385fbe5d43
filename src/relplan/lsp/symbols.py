"""The outline of a file: its sections, and in them everything that has an id."""

from collections.abc import Iterator
from typing import NamedTuple

from relplan.files.document import Document
from relplan.files.tree import Items, Mapping, Node, Scalar

_SAYS = ("name", "goal", "what", "text", "learned", "note", "feedback")
_DEEP = 4


class Symbol(NamedTuple):
    """One entry of the outline; the stretches are offsets: of all of it, and of its key."""

    name: str
    about: str
    start: int
    end: int
    key: tuple[int, int]
    inside: tuple["Symbol", ...] = ()


def symbols(document: Document) -> tuple[Symbol, ...]:
    """The outline of a document; empty when it has no tree."""
    return tuple(_inside(document.root, 0)) if document.root else ()


def _inside(node: Node, depth: int) -> Iterator[Symbol]:
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if depth == 0 or isinstance(value, (Mapping, Items)) or depth == 1:
                yield _symbol(key.text or "?", (key.start, key.end), value, depth)
    elif isinstance(node, Items):
        for item in node.items:
            if isinstance(item, Mapping):
                yield _symbol(_day(item), (item.start, item.start), item, _DEEP)


def _symbol(name: str, key: tuple[int, int], value: Node, depth: int) -> Symbol:
    inside = tuple(_inside(value, depth + 1)) if depth < _DEEP and not _is_entry(value) else ()
    if isinstance(value, Mapping) and _is_entry(value):
        inside = tuple(_groups(value, depth + 1))
    end = max(value.end, key[1])
    return Symbol(name, _about(value), key[0], end, key, inside)


def _groups(entry: Mapping, depth: int) -> Iterator[Symbol]:
    """Below an entry only the groups of entries, such as a goal's initiatives."""
    for key, value in entry.pairs:
        if isinstance(value, Mapping) and any(isinstance(one, Mapping) for _, one in value.pairs):
            yield _symbol(key.text, (key.start, key.end), value, depth)


def _is_entry(value: Node) -> bool:
    return isinstance(value, Mapping) and any(value.get(one) for one in _SAYS)


def _about(value: Node) -> str:
    if isinstance(value, Scalar):
        return " ".join(value.text.split())
    words = (value.get(one) for one in _SAYS) if isinstance(value, Mapping) else ()
    return next((" ".join(one.text.split()) for one in words if isinstance(one, Scalar)), "")


def _day(line: Mapping) -> str:
    """A line of a log or a pitch: its day, with whom."""
    parts = (line.get(one) for one in ("date", "with", "at", "to"))
    words = (_words(one) for one in parts if one is not None)
    return " ".join(filter(None, words)) or "line"


def _words(node: Node) -> str:
    if isinstance(node, Items):
        return ", ".join(one.text for one in node.items if isinstance(one, Scalar))
    return node.text if isinstance(node, Scalar) else ""
