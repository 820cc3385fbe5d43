"""What the ids of a book refer to."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from relplan.files.disk import SETTINGS
from relplan.files.document import Document
from relplan.files.places import DEFINING, EITHER_PLAN, OF_THE_BOOK, Use, reach
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Path, Scalar

_BOOKWIDE = (*OF_THE_BOOK, *EITHER_PLAN)


class Thing(NamedTuple):
    """What an id refers to: its kind, the file that defines it, and the id."""

    kind: str
    path: str
    id: str


class Known:
    """All ids that a book defines. One whose entry could not be used counts as well."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._defined: dict[tuple[str, str], dict[str, list[Path]]] = {}
        self._fitting: dict[tuple[tuple[str, ...], str], dict[str, Thing]] = {}

    def defined(self, kind: str, path: str) -> dict[str, list[Path]]:
        """The ids of that kind in a file, each with the entries that have it."""
        if (kind, path) not in self._defined:
            found: dict[str, list[Path]] = {}
            document = self._documents.get(path)
            if document is not None and document.root is not None:
                for where, _ in reach(document.root, DEFINING[kind].split("."), key=True):
                    found.setdefault(str(where[-1]), []).append(where)
            self._defined[kind, path] = found
        return self._defined[kind, path]

    def fitting(self, use: Use) -> dict[str, Thing] | None:
        """What may stand in a place, by id; None where nobody can know, for want of the plan."""
        kinds = use.place.kinds
        home = ""
        if kinds[0] not in _BOOKWIDE and not (home := self.home(use)):
            return None
        found = self._fitting.get((kinds, home))
        if found is None:
            found = self._fitting[kinds, home] = {}
            for kind in kinds:
                for id_, path in self._ids(kind, home):
                    found.setdefault(id_, Thing(kind, path, id_))
        return found

    def meant(self, use: Use) -> Thing | None:
        """What an id refers to; None when it is nothing that the book has."""
        return (self.fitting(use) or {}).get(use.id)

    def home(self, use: Use) -> str:
        """The plan whose ids stand in a place; empty where there is none that can be read."""
        folder, _, name = use.document.path.partition("/")
        if folder in ("clients", "prospects"):
            return use.document.path
        if folder == "touches":
            return self.plan_of(name.removesuffix(".yaml"))
        pitch = use.document.value_at(use.path[:-1])
        at = pitch.get("at") if isinstance(pitch, Group) else None
        return self.plan_of(at.text) if isinstance(at, Scalar) else ""

    def plan_of(self, id_: str) -> str:
        """The file of a client or prospect; empty when there is none, or none that is a plan."""
        for folder in ("clients", "prospects"):
            path = f"{folder}/{id_}.yaml"
            if path in self._documents:
                return path if isinstance(self._documents[path].root, Group) else ""
        return ""

    def _ids(self, kind: str, home: str) -> Iterable[tuple[str, str]]:
        if kind in EITHER_PLAN:
            folder = f"{kind}s/"
            names = [one for one in self._documents if one.startswith(folder)]
            return [(one.removeprefix(folder).removesuffix(".yaml"), one) for one in names]
        path = SETTINGS if kind in OF_THE_BOOK else home
        found = [*self.defined(kind, path)]
        if kind == "tier":
            from relplan.model.choices import DEFAULT_TIERS

            found += DEFAULT_TIERS
        return [(one, path) for one in found]
