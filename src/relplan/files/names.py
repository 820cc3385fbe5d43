"""Who and what a book names, read from the trees of its files.

No model is asked: that is fast enough for a command after every call, and a fault in one field of
a plan does not hide its people from the command that would mend it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from relplan.errors import Refused
from relplan.files.disk import SETTINGS, Unreadable, names_in
from relplan.files.document import Document, read
from relplan.files.documents import behind
from relplan.files.reading import called
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Node, Scalar
from relplan.model import ids

Named = dict[str, str]
"""Ids with what they are called."""


class Names(NamedTuple):
    """What a client's or prospect's plan is called, and what it names."""

    name: str
    people: Named
    weaknesses: Named
    goals: Named
    initiatives: Named
    goal_of: Named
    """For each initiative the id of its goal."""


class Ours(NamedTuple):
    """A member of our team, as far as it takes to find one."""

    name: str
    email: str


class Plans(Mapping[str, str]):
    """The names of all clients and prospects by id; a file is read when its name is asked for."""

    def __init__(self, root: Path, folders: Sequence[str] = ("clients", "prospects")) -> None:
        self._root = root
        self._folder = {id_: folder for folder in reversed(folders) for id_ in _ids(root, folder)}
        self._read: dict[str, Document] = {}
        self._called: dict[str, str] = {}

    def __getitem__(self, id_: str) -> str:
        if not self._called:  # whoever wants one name asks for the others next
            self._called = called(self._root, [self._path(one) for one in self])
        return self._called[self._path(id_)] or names_of(self._document(id_)).name or id_

    def __iter__(self) -> Iterator[str]:
        return iter(self._folder)

    def __len__(self) -> int:
        return len(self._folder)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._folder

    def folder_of(self, id_: str) -> str:
        """The folder that the plan stands in."""
        return self._folder[id_]

    def document(self, id_: str) -> Document:
        """The plan's file; Refused with the reason when nobody can be found in it."""
        return readable(self._document(id_), self._root, "this plan cannot be read")

    def _document(self, id_: str) -> Document:
        if id_ not in self._read:
            self._read[id_] = behind(self._root, self._path(id_))
        return self._read[id_]

    def _path(self, id_: str) -> str:
        return f"{self._folder[id_]}/{id_}.yaml"


def readable(document: Document, root: Path, said: str) -> Document:
    """The document, when it has fields; else Refused with what is wrong with its text."""
    if document.is_clean or isinstance(document.root, Group):
        return document
    _, troubles = read(root / document.path, root)
    why = [f"{one.path}:{one.line}:{one.column}: {one.message}" for one in troubles]
    raise Refused("\n".join([f"{said}:", *(why or [f"{document.path}:1: no fields stand there"])]))


def team_of(root: Path) -> dict[str, Ours]:
    """Our team by id; Refused when the settings cannot be read."""
    document = readable(behind(root, SETTINGS), root, "the settings cannot be read")
    if document.is_clean:
        return {id_: Ours(one.name, one.email or "") for id_, one in document.value.team.items()}
    settings = document.root
    return {
        id_: Ours(_called(member, "name"), _text(member, "email"))
        for id_, member in _entries(settings, "team")
    }


def names_of(document: Document) -> Names:
    """What the plan in a document names."""
    if document.is_clean:
        return _named(document.value)
    root = document.root
    goals = list(_entries(root, "goals"))
    held = [(goal, *one) for goal, node in goals for one in _entries(node, "initiatives")]
    return Names(
        _text(root, "client") or _text(root, "prospect") or _text(root, "proposition"),
        {id_: _called(one, "name") for id_, one in _entries(root, "roles")},
        {id_: _called(one, "text") for id_, one in _entries(root, "weaknesses")},
        {id_: _called(one, "goal") for id_, one in goals},
        {id_: _called(one, "what") for _, id_, one in held},
        {id_: goal for goal, id_, _ in held},
    )


def _named(plan: Any) -> Names:
    """The same of a plan without faults, whose record says it."""
    goals = getattr(plan, "goals", {})
    held = [(goal, *one) for goal, found in goals.items() for one in found.initiatives.items()]
    return Names(
        getattr(plan, "name", ""),
        {id_: one.name for id_, one in getattr(plan, "roles", {}).items()},
        {id_: one.text for id_, one in getattr(plan, "weaknesses", {}).items()},
        {id_: one.goal for id_, one in goals.items()},
        {id_: one.what for _, id_, one in held},
        {id_: goal for goal, id_, _ in held},
    )


def _ids(root: Path, folder: str) -> list[str]:
    try:
        found = names_in(root / folder)
    except Unreadable as why:
        raise Refused(f"{folder}/: {why}") from None
    stems = (name.removesuffix(".yaml") for name in found if name.endswith(".yaml"))
    return [one for one in stems if ids.why_not_an_id(one) is None]


def _entries(node: Node | None, section: str) -> Iterator[tuple[str, Node]]:
    group = node.get(section) if isinstance(node, Group) else None
    if isinstance(group, Group):
        yield from ((key.text, value) for key, value in group.pairs)


def _called(node: Node, field: str) -> str:
    """What an entry is called: its field of that name, or all of its short form."""
    return node.text if isinstance(node, Scalar) else _text(node, field)


def _text(node: Node | None, field: str) -> str:
    found = node.get(field) if isinstance(node, Group) else None
    return found.text if isinstance(found, Scalar) else ""
