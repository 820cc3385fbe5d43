"""Tidying of a book's files, as its settings ask for; logs, which are only added to, stay alone."""

from typing import TYPE_CHECKING

from relplan.errors import Refused
from relplan.files import write
from relplan.files.book import Loaded, shape_of
from relplan.files.shape import fields_at
from relplan.files.tidy.engine import TidyRefused, Wish, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relplan.diagnostics import Diagnostic
    from relplan.files.document import Document
    from relplan.files.draft import Draft
    from relplan.files.tree import Path
    from relplan.model.settings import Fmt

TIDIED = ("clients", "prospects", "campaigns")
"""The folders whose files are tidied."""


def wish(fmt: "Fmt", folder: str) -> Wish:
    """What the settings ask for in the files of a folder."""
    shape = shape_of(f"{folder}/")

    def order(path: "Path") -> "Sequence[str]":
        if path:
            return fields_at(shape, path) if fmt.fields else ()
        if fmt.sections is True:
            return fields_at(shape, path)
        return fmt.sections or ()

    return Wish(order, fmt.indent)


def tidied(document: "Document", fmt: "Fmt") -> bytes:
    """The bytes of a file when it is tidy; TidyRefused where it is left as it is."""
    mark = b"\xef\xbb\xbf" if document.raw.startswith(b"\xef\xbb\xbf") else b""
    new = tidy(document.text, wish(fmt, document.path.partition("/")[0]))
    return mark + new.encode("utf-8")


def write_tidied(loaded: Loaded, document: "Document", new: bytes) -> None:
    """Write a tidied file; Refused when somebody has changed it since it was read."""

    def change(old: bytes | None) -> bytes:
        if old != document.raw:
            raise Refused(f"{document.path} was changed in this moment; it is left as it is")
        return new

    write.rewrite(loaded.root / document.path, change, loaded.root)


def tidy_in(draft: "Draft", paths: "Iterable[str]", fmt: "Fmt") -> int:
    """Tidy these files of a draft, and return how many differ by it; what is refused stays."""
    number = 0
    for path in sorted(paths):
        folder = path.partition("/")[0]
        if folder not in TIDIED or not draft.has(path):
            continue
        before = draft.text(path)
        mark = "\ufeff" if before.startswith("\ufeff") else ""
        try:
            draft.put(path, mark + tidy(before.removeprefix(mark), wish(fmt, folder)))
        except TidyRefused:
            continue
        number += draft.text(path) != before
    return number


def unread(loaded: Loaded, paths: "Sequence[str]") -> "list[Diagnostic]":
    """Why those of the files that cannot be read cannot be; wrong ids in a file do not matter."""
    return [
        one
        for one in loaded.diagnostics
        if one.path in paths
        and one.code.startswith("RP0")
        and not (one.name in _OF_IDS and one.path in loaded.documents)
    ]


_OF_IDS = ("id-not-portable", "id-collides")
