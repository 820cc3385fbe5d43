"""What may stand at the cursor: ids of the book, words of a closed list, fields."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from relplan.files.book import Loaded, shape_of
from relplan.files.document import Document
from relplan.files.known import Known
from relplan.files.places import REFERRING, Place, Use
from relplan.files.shape import choices_at, fields_at, kind_at
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Path, Scalar, follow
from relplan.lsp.cursor import Cursor, cursor_at
from relplan.lsp.things import said
from relplan.model.touch import Touch


class Offer(NamedTuple):
    """One completion: what is written in the place of the word at the cursor, and what it is."""

    text: str
    about: str
    kind: Literal["id", "choice", "field"]
    start: int
    end: int


def offers(loaded: Loaded, path: str, text: str, offset: int) -> list[Offer]:
    """What may stand at an offset of a buffer; `loaded` is the book as it last could be read."""
    at = cursor_at(text, offset)
    if at is None:
        return []
    found = [*_of_ids(loaded, path, text, at)]
    if at.alone:
        found += _of_choices(path, at)
        found += _of_fields(path, at)
    return list(dict.fromkeys(found))


def _of_ids(loaded: Loaded, path: str, text: str, at: Cursor) -> Iterator[Offer]:
    document = Document(path, text, b"", at.root)
    known = Known(loaded.documents)
    for place in REFERRING.get(path.partition("/")[0], ()):
        if place.key != at.key or place.word == at.alone:
            continue
        if fits(place, at.path):
            use = Use(document, place, at.path, Scalar(at.start, at.end, "", ""), "")
            for id_, thing in sorted((known.fitting(use) or {}).items()):
                about = f"{thing.kind}: {said(loaded.documents, thing)}".removesuffix(": ")
                yield Offer(id_, about, "id", at.start, at.end)


def fits(place: Place, path: Path) -> bool:
    """True when a path leads to a place of this kind."""
    return _fits(place.where.split("."), path)


def _fits(steps: list[str], path: Path) -> bool:
    if not steps:
        return not path or (len(path) == 1 and isinstance(path[0], int))
    step, rest = steps[0], steps[1:]
    if step == "-":
        item = bool(path) and isinstance(path[0], int)
        return (item and _fits(rest, path[1:])) or _fits(rest, path)
    here = bool(path) and (path[0] == step or (step == "*" and isinstance(path[0], str)))
    return here and _fits(rest, path[1:])


def _of_choices(path: str, at: Cursor) -> Iterator[Offer]:
    if at.key:
        return
    shape = _shape(path)
    flags = ["true", "false"] if kind_at(shape, at.path) == "flag" else []
    for word in choices_at(shape, at.path) or flags:
        yield Offer(word, "", "choice", at.start, at.end)


def _of_fields(path: str, at: Cursor) -> Iterator[Offer]:
    """The fields of the group that the cursor stands in, or may begin, without those it has."""
    shape = _shape(path)
    where = at.path[:-1] if at.key else at.path
    group = follow(at.root, where)
    there = {key.text for key, _ in group.pairs} if isinstance(group, Group) else set()
    for field in _missing(fields_at(shape, where), there):
        kind = kind_at(shape, (*where, field))
        yield Offer(
            f"{field}:" + ("" if kind in ("fields", "entries") else " "),
            kind,
            "field",
            at.start,
            at.end,
        )


def _shape(path: str) -> Any:
    """The shape of a file, of a log as the list that it is."""
    return tuple[Touch, ...] if path.startswith("touches/") else shape_of(path)


def _missing(fields: Iterable[str], there: set[str]) -> Iterator[str]:
    return (one for one in fields if one not in there)
