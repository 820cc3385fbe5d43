"""A folder of files as a book: which files there are, and all that could be read of them."""

import contextlib
import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relplan.diagnostics import Diagnostic, in_order
from relplan.files import collisions
from relplan.files.disk import SETTINGS, Unreadable, names_in
from relplan.files.document import CODES, Document, document_of, read
from relplan.files.references import unknown_references
from relplan.files.validate import validate
from relplan.model import ids
from relplan.model.book import Book
from relplan.model.campaign import Campaign
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

FOLDERS: dict[str, Any] = {
    "clients": Plan,
    "prospects": Prospect,
    "campaigns": Campaign,
    "touches": TOUCHES,
}


def shape_of(path: str) -> Any:
    """The model of a file of a book, by its path."""
    return Settings if path == SETTINGS else FOLDERS[path.partition("/")[0]]


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


def load(root: Path, tell: Callable[[str], object] | None = None) -> Loaded:
    """The book in `root`. A file that cannot be read is named and never stops the others.

    `tell` is told how far the reading is.
    """
    with _uncollected():
        return _load(root, tell or str)


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


def with_texts(loaded: Loaded, texts: Mapping[str, bytes | None]) -> Loaded:
    """The book as it would read with these bytes in these files; None is: no such file."""
    book = loaded.book
    between = {*collisions.between_files(loaded.documents)}
    read_ = _Read(
        loaded.root,
        {path: one for path, one in loaded.documents.items() if path not in texts},
        [
            one
            for one in loaded.diagnostics
            if not (one.path in texts or one.name in _ACROSS or one in between)
        ],
        {
            "clients": dict(book.plans),
            "prospects": dict(book.prospects),
            "campaigns": dict(book.campaigns),
            "touches": dict(book.touches),
        },
        set(book.unread),
        None if book.settings is _NO_SETTINGS else book.settings,
    )
    for path, raw in texts.items():
        folder, _, name = path.partition("/")
        if path == SETTINGS:
            read_.take_settings(*document_of(path, raw or b""))
        elif folder in FOLDERS:
            read_.forget(folder, name.removesuffix(".yaml"))
            if raw is not None:
                read_.take(folder, name.removesuffix(".yaml"), *document_of(path, raw))
    return read_.whole()


_NO_SETTINGS = Settings(firm="?")
"""What stands for settings that cannot be read: then nothing is said of references."""
_ACROSS = ("unknown-person", "unknown-member", "unknown-id", "touches-without-plan")
"""Faults that are found between files only: they are looked for anew when one file changes."""


def _load(root: Path, tell: Callable[[str], object]) -> Loaded:
    found = _Read(root)
    found.take_settings(*read(root / SETTINGS, root))
    files = [(one, *file) for one in FOLDERS for file in _files(root, one, found.found)]
    for number, (folder, id_, path) in enumerate(files):
        tell(f"reading file {number + 1:,} of {len(files):,}")
        found.take(folder, id_, *read(path, root))
    return found.whole()


@dataclass
class _Read:
    """What has been read of a book so far."""

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    parts: dict[str, dict[str, Any]] = field(default_factory=lambda: {one: {} for one in FOLDERS})
    unread: set[str] = field(default_factory=set)
    settings: Settings | None = None

    def take_settings(self, document: Document, troubles: list[Diagnostic]) -> None:
        self.settings = self._value(document, troubles, Settings)

    def take(self, folder: str, id_: str, document: Document, troubles: list[Diagnostic]) -> None:
        value = self._value(document, troubles, FOLDERS[folder])
        if value is not None:
            self.parts[folder][id_] = value
        elif _says_something(document):
            self.unread.add(f"{folder}/{id_}")

    def forget(self, folder: str, id_: str) -> None:
        self.parts[folder].pop(id_, None)
        self.unread.discard(f"{folder}/{id_}")

    def whole(self) -> Loaded:
        """The book of what was read, with the faults that lie between its files."""
        in_folder = {name: dict(sorted(one.items())) for name, one in self.parts.items()}
        documents = dict(sorted(self.documents.items()))
        book = Book(
            settings=self.settings or _NO_SETTINGS,
            plans=in_folder["clients"],
            prospects=in_folder["prospects"],
            campaigns=in_folder["campaigns"],
            touches=in_folder["touches"],
            unread=frozenset(self.unread),
        )
        found = list(self.found)
        if self.settings is not None:
            found.extend(unknown_references(documents))
        found.extend(collisions.between_files(documents))
        return Loaded(self.root, book, documents, tuple(in_order(found)))

    def _value(self, document: Document, troubles: list[Diagnostic], shape: Any) -> Any:
        self.documents[document.path] = document
        self.found.extend(troubles)
        if document.root is None and troubles:
            return None
        value, faults = validate(document, shape)
        self.found.extend(faults)
        return value


def _says_something(document: Document) -> bool:
    """True unless there is nothing but comments: such a file is empty, not unreadable."""
    lines = (line.strip() for line in document.text.splitlines())
    return bool(document.raw) and any(line and not line.startswith("#") for line in lines)


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
        is_id = ending == "yaml" and ids.why_not_an_id(stem) is None
        if not is_id and (why := collisions.of_names(name, names)):
            found.append(shown.at(0, CODES["id-collides"], "id-collides", why))
        elif ending != "yaml":
            message = f"`{name}` ends in .{ending}; rename it to {stem}.yaml"
            found.append(shown.at(0, CODES["id-not-portable"], "id-not-portable", message))
        elif why := ids.why_not_an_id(stem):
            message = f"the file's name is its id: {why}"
            found.append(shown.at(0, CODES["id-not-portable"], "id-not-portable", message))
        else:
            yield stem, path
