"""The nodes of a book for the rules: every record with its file and its path in the file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from relplan.analysis.contacts import in_force, strikes_nothing
from relplan.files.document import Document
from relplan.files.tree import Path
from relplan.model.book import Book
from relplan.model.kinds import Touch
from relplan.model.light import holding
from relplan.model.shapes import SHAPES

SETTINGS = "relplan.yaml"


class Part(NamedTuple):
    """One file's records, and the client, prospect or campaign that they belong to."""

    path: str
    id: str
    nodes: Iterator[tuple[Path, Any]]


def parts(book: Book, documents: Mapping[str, Document]) -> Iterator[Part]:
    """Every file of the book with its nodes, the settings first."""
    yield Part(SETTINGS, "", _nodes(book.settings, ()))
    for folder, plans in (
        ("clients", book.plans),
        ("prospects", book.prospects),
        ("campaigns", book.campaigns),
    ):
        for id_, plan in plans.items():
            yield Part(f"{folder}/{id_}.yaml", id_, _nodes(plan, ()))
    for id_, touches in book.touches.items():
        path = f"touches/{id_}.yaml"
        yield Part(path, id_, _lines(touches, documents.get(path)))


def _lines(touches: Sequence[Touch], document: Document | None) -> Iterator[tuple[Path, Any]]:
    """The lines in force, and those that strike nothing; what was struck is looked at no more."""
    if document is None:
        return
    standing = {id(touch) for touch in (*in_force(touches), *strikes_nothing(touches))}
    for index, touch in zip(_used(document, touches), touches, strict=False):
        if id(touch) in standing:
            yield from _nodes(touch, (index,))


def _used(document: Document, touches: Sequence[Touch]) -> Sequence[int]:
    if document.is_clean:
        return range(len(touches))
    from relplan.files.validate import lines_used
    from relplan.model.touch import TOUCHES

    return lines_used(document, touches, TOUCHES)


def _nodes(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if type(value).__name__ in SHAPES:
        yield path, value
        for name, written in holding(type(value).__name__):
            inner = getattr(value, name)
            if inner:
                yield from _nodes(inner, (*path, written))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _nodes(inner, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _nodes(inner, (*path, index))
