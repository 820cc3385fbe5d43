"""A folder of files as a book: which files there are, and all that could be read of them."""

import contextlib
import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relplan.diagnostics import Diagnostic, in_order
from relplan.errors import WrongUse
from relplan.files.disk import Unreadable, names_in
from relplan.files.document import CODES, Document, read
from relplan.files.explain import CODES as SCHEMA_CODES
from relplan.files.references import unknown_references
from relplan.files.validate import validate
from relplan.model import ids
from relplan.model.book import Book
from relplan.model.campaign import Campaign
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

SETTINGS = "relplan.yaml"
FOLDERS: dict[str, Any] = {
    "clients": Plan,
    "prospects": Prospect,
    "campaigns": Campaign,
    "touches": TOUCHES,
}


@dataclass(frozen=True)
class Loaded:
    """What was read of a book: the values, the documents behind them, and what is wrong."""

    root: Path
    book: Book
    documents: dict[str, Document] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def unread(self) -> tuple[str, ...]:
        """The files of which some or all could not be used."""
        paths = {one.path for one in self.diagnostics if one.severity == "error"}
        return tuple(sorted(paths))


def find_root(start: Path | None = None) -> Path:
    """The folder with relplan.yaml at or above `start`; WrongUse when there is none."""
    begin = Path(os.path.abspath(start or Path.cwd()))  # noqa: PTH100 -- resolve() follows links
    for folder in (begin, *begin.parents):
        if os.path.lexists(folder / SETTINGS):
            return folder.resolve()
    raise WrongUse(
        f"no {SETTINGS} in {begin} or above it; change into a book, name one with --book,"
        " or start one with: relplan init"
    )


def load(root: Path) -> Loaded:
    """The book in `root`. A file that cannot be read is named and never stops the others."""
    with _uncollected():
        return _load(root)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection: a tree has no cycles, and looking for them takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(root: Path) -> Loaded:
    documents: dict[str, Document] = {}
    found: list[Diagnostic] = []
    settings = _one(root, root / SETTINGS, Settings, documents, found)
    parts: dict[str, dict[str, Any]] = {}
    unread: set[str] = set()
    for folder, shape in FOLDERS.items():
        parts[folder] = {}
        for id_, path in _files(root, folder, found):
            value = _one(root, path, shape, documents, found)
            if value is not None:
                parts[folder][id_] = value
            elif _says_something(documents[f"{folder}/{id_}.yaml"]):
                unread.add(f"{folder}/{id_}")
    book = Book(
        settings=settings or Settings(firm="?"),
        plans=parts["clients"],
        prospects=parts["prospects"],
        campaigns=parts["campaigns"],
        touches=parts["touches"],
        unread=frozenset(unread),
    )
    if settings is not None:
        found.extend(unknown_references(book, documents))
    found.extend(_collisions(documents))
    return Loaded(root, book, documents, tuple(in_order(found)))


def _says_something(document: Document) -> bool:
    """True unless there is nothing but comments: such a file is empty, not unreadable."""
    lines = (line.strip() for line in document.text.splitlines())
    return bool(document.raw) and any(line and not line.startswith("#") for line in lines)


def _one(
    root: Path, path: Path, shape: Any, documents: dict[str, Document], found: list[Diagnostic]
) -> Any:
    document, troubles = read(path, root)
    documents[document.path] = document
    found.extend(troubles)
    if document.root is None and troubles:
        return None
    value, faults = validate(document, shape)
    found.extend(faults)
    return value


def _files(root: Path, folder: str, found: list[Diagnostic]) -> Iterator[tuple[str, Path]]:
    try:
        names = names_in(root / folder)
    except Unreadable as reason:
        shown = Document(folder, "", b"", None)
        found.append(shown.at(0, CODES["not-readable"], "not-readable", str(reason)))
        return
    for name in names:
        stem, _, ending = name.rpartition(".")
        path = root / folder / name
        shown = Document(f"{folder}/{name}", "", b"", None)
        if ending != "yaml":
            message = f"`{name}` ends in .{ending}; rename it to {stem}.yaml"
            found.append(shown.at(0, CODES["id-not-portable"], "id-not-portable", message))
        elif why := ids.why_not_an_id(stem):
            message = f"the file's name is its id: {why}"
            found.append(shown.at(0, CODES["id-not-portable"], "id-not-portable", message))
        else:
            yield stem, path


def _collisions(documents: dict[str, Document]) -> Iterator[Diagnostic]:
    for path, document in documents.items():
        folder, _, name = path.partition("/")
        if folder == "prospects" and f"clients/{name}" in documents:
            message = (
                f"`{name.removesuffix('.yaml')}` is also a client (clients/{name}), and both would"
                " share one log; rename one of the two files"
            )
            yield document.at(0, CODES["id-collides"], "id-collides", message)
        if folder == "touches" and not _has_plan(documents, name):
            message = (
                f"these touches belong to no plan: there is no clients/{name} and no"
                f" prospects/{name}; rename this file or add the plan"
            )
            code = SCHEMA_CODES["touches-without-plan"]
            yield document.at(0, code, "touches-without-plan", message)


def _has_plan(documents: dict[str, Document], name: str) -> bool:
    return f"clients/{name}" in documents or f"prospects/{name}" in documents
