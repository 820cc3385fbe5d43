"""A folder of files as a book: which files there are, and all that could be read of them."""

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from relplan.diagnostics import Diagnostic, in_order
from relplan.files import collisions
from relplan.files.disk import SETTINGS, Unreadable, names_in
from relplan.files.document import CODES, Document
from relplan.files.documents import Documents
from relplan.files.facts import SHAPES, Facts, facts_of
from relplan.files.fitting import suspects
from relplan.files.reading import read_all
from relplan.model import ids
from relplan.model.book import Book
from relplan.model.light import light

FOLDERS = tuple(SHAPES)
"""The folders of a book, in the order in which they are read."""


def shape_of(path: str) -> Any:
    """The model of a file of a book, by its path."""
    from relplan.files.shape import model_of  # late: the models are loaded for faults and changes

    return model_of(path)


@dataclass(frozen=True)
class Loaded:
    """What was read of a book: the values, the documents behind them, and what is wrong."""

    root: Path
    book: Book
    documents: Mapping[str, Document] = field(default_factory=dict)
    """Read when somebody looks at one."""
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, Facts] = field(default_factory=lambda: MappingProxyType({}))
    """By path, what each file says."""

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
        loose: list[Diagnostic] = []
        paths = [SETTINGS, *(one for name in FOLDERS for one in _files(root, name, loose))]
        return _whole(root, read_all(root, paths, tell or str), loose, {})


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
    facts = {path: one for path, one in loaded.facts.items() if path not in texts}
    older = loaded.documents.texts if isinstance(loaded.documents, Documents) else {}
    now = {path: raw for path, raw in older.items() if path in facts}
    for path, raw in texts.items():
        if path == SETTINGS or (raw is not None and path.partition("/")[0] in FOLDERS):
            now[path] = raw or b""
            facts[path] = facts_of(path, now[path])
    loose = [
        one for one in loaded.diagnostics if not (one.path in loaded.facts or one.path in texts)
    ]
    return _whole(loaded.root, facts, loose, now)


def narrowed(loaded: Loaded, book: Book, files: Iterable[str]) -> Loaded:
    """A part of a book, with what belongs to these files alone."""
    facts = {path: loaded.facts[path] for path in sorted({*files} & loaded.facts.keys())}
    texts = loaded.documents.texts if isinstance(loaded.documents, Documents) else {}
    own = tuple(one for one in loaded.diagnostics if one.path in facts)
    return Loaded(loaded.root, book, Documents(loaded.root, facts, texts), own, facts)


def _no_settings() -> Any:
    """What stands for settings that cannot be read: then nothing is said of references."""
    return light("Settings", {"firm": "?"})


def _whole(
    root: Path, found: Mapping[str, Facts], loose: Iterable[Diagnostic], texts: Mapping[str, bytes]
) -> Loaded:
    """The book of what was read, with the faults that lie between its files."""
    facts = dict(sorted(found.items()))
    documents = Documents(root, facts, texts)
    parts: dict[str, dict[str, Any]] = {name: {} for name in FOLDERS}
    unread: set[str] = set()
    for path, one in facts.items():
        folder, _, name = path.partition("/")
        if path == SETTINGS:
            continue
        if one.value is not None:
            parts[folder][name[: -len(".yaml")]] = one.value
        elif one.says:
            unread.add(path[: -len(".yaml")])
    settings = facts[SETTINGS].value if SETTINGS in facts else None
    book = Book(
        settings=settings or _no_settings(),
        plans=parts["clients"],
        prospects=parts["prospects"],
        campaigns=parts["campaigns"],
        touches=parts["touches"],
        unread=frozenset(unread),
    )
    between = _between(documents, facts, known=settings is not None)
    faults = [fault for one in facts.values() for fault in one.faults]
    return Loaded(root, book, documents, tuple(in_order([*loose, *faults, *between])), facts)


def _between(
    documents: Mapping[str, Document], facts: Mapping[str, Facts], *, known: bool
) -> Iterator[Diagnostic]:
    """The faults that lie between files; without settings none of their words can be checked."""
    if known and (paths := list(suspects(facts))):
        from relplan.files.references import unknown_references

        yield from unknown_references(documents, paths)
    yield from collisions.between_files(documents)


def _files(root: Path, folder: str, found: list[Diagnostic]) -> Iterator[str]:
    """The paths of the files in a folder whose names are ids; the others are named."""
    try:
        names = names_in(root / folder)
    except Unreadable as reason:
        shown = Document(folder, "", b"", None)
        found.append(shown.at(0, CODES["not-readable"], "not-readable", str(reason)))
        return
    for name in names:
        stem, _, ending = name.rpartition(".")
        is_id = ending == "yaml" and ids.why_not_an_id(stem) is None
        if is_id:
            yield f"{folder}/{name}"
            continue
        shown = Document(f"{folder}/{name}", "", b"", None)
        if why := collisions.of_names(name, names):
            found.append(shown.at(0, CODES["id-collides"], "id-collides", why))
        elif ending != "yaml":
            message = f"`{name}` ends in .{ending}; rename it to {stem}.yaml"
            found.append(shown.at(0, CODES["id-not-portable"], "id-not-portable", message))
        else:
            message = f"the file's name is its id: {ids.why_not_an_id(stem)}"
            found.append(shown.at(0, CODES["id-not-portable"], "id-not-portable", message))
