"""What an id at a place means, where it gets its meaning, and where else it is mentioned."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from relplan.files.book import Loaded
from relplan.files.disk import SETTINGS
from relplan.files.document import Document
from relplan.files.known import Known, Thing
from relplan.files.places import DEFINING, OF_THE_BOOK, reach, uses
from relplan.files.things import FOLDERS
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Node, Scalar

_KIND_OF = {folder: kind for kind, folder in FOLDERS.items()}
_NAMED_BY = {"clients": "client", "prospects": "prospect", "campaigns": "proposition"}
_SAYS = ("name", "text", "goal", "what", "learned", "practice", *_NAMED_BY.values())


class Stretch(NamedTuple):
    """A part of a file's text, by offsets."""

    path: str
    start: int
    end: int


class Found(NamedTuple):
    """An id at a place: what it means, and where it stands."""

    thing: Thing
    at: Stretch


def thing_at(loaded: Loaded, path: str, offset: int) -> Found | None:
    """The id at an offset, where it refers to something or is defined; None where none stands."""
    document = loaded.documents.get(path)
    if document is None or document.root is None:
        return None
    known = Known(loaded.documents)
    for use in uses(document):
        if _holds(use.node, offset) and (thing := known.meant(use)):
            return Found(thing, Stretch(path, use.node.start, use.node.end))
    return next(
        (
            Found(thing, Stretch(path, node.start, node.end))
            for thing, node in definitions(document)
            if _holds(node, offset)
        ),
        None,
    )


def definitions(document: Document) -> Iterator[tuple[Thing, Scalar]]:
    """Every id that a file defines, and the file's own by the name that it begins with."""
    folder, _, name = document.path.partition("/")
    root = document.root
    if root is None or (folder not in _NAMED_BY and document.path != SETTINGS):
        return
    if folder in _NAMED_BY and isinstance(root, Group) and (key := root.key(_NAMED_BY[folder])):
        thing = Thing(_KIND_OF[folder], document.path, name.removesuffix(".yaml"))
        value = root.get(key.text)
        yield thing, key
        if isinstance(value, Scalar):
            yield thing, value
    for kind, where in DEFINING.items():
        if (kind in OF_THE_BOOK) == (document.path == SETTINGS) and folder != "campaigns":
            for _, node in reach(root, where.split("."), key=True):
                yield Thing(kind, document.path, node.text), node


def definition(documents: Mapping[str, Document], thing: Thing) -> Stretch | None:
    """Where a thing gets its id; the beginning of the file for what is a file."""
    document = documents.get(thing.path)
    if document is None:
        return None
    for one, node in definitions(document):
        if one == thing:
            return Stretch(thing.path, node.start, node.end)
    return Stretch(thing.path, 0, 0) if thing.kind in FOLDERS else None


def references(loaded: Loaded, thing: Thing) -> list[Stretch]:
    """Every place that refers to a thing, in the order of the files."""
    known = Known(loaded.documents)
    return [
        Stretch(path, use.node.start, use.node.end)
        for path in _mentioning(loaded, thing)
        for use in uses(loaded.documents[path])
        if use.id == thing.id and known.meant(use) == thing
    ]


def said(documents: Mapping[str, Document], thing: Thing) -> str:
    """What the book says of a thing in a few words: a name, a text, what is done."""
    document = documents.get(thing.path)
    if document is None or document.root is None:
        return ""
    node: Node = document.root
    if thing.kind not in FOLDERS:
        where = Known(documents).defined(thing.kind, thing.path).get(thing.id)
        if not where:
            return ""
        node = document.value_at(where[0])
    if isinstance(node, Scalar):
        return node.text
    words = (node.get(one) for one in _SAYS) if isinstance(node, Group) else ()
    return next((one.text for one in words if isinstance(one, Scalar) and one.text), "")


def _mentioning(loaded: Loaded, thing: Thing) -> Iterator[str]:
    """The files that may mention a thing: in a log also by words, which no fact counts."""
    own = f"touches/{thing.path.partition('/')[2]}"
    for path, facts in loaded.facts.items():
        if path in (thing.path, own) or any(thing.id in one for one in facts.refers.values()):
            yield path


def _holds(node: Node, offset: int) -> bool:
    return node.start <= offset <= node.end
