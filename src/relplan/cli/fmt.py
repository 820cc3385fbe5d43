"""`relplan fmt`: tidy the files, as far as the team opted into it."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import files_or_clients
from relplan.cli.options import BookOption, client_of, open_book
from relplan.cli.paths import around, shown_files
from relplan.errors import Refused, WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relplan.files.book import Loaded
    from relplan.files.document import Document
    from relplan.model.settings import Fmt

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)

_NOTHING = (
    "nothing is opted into; fmt tidies only what relplan.yaml asks for, such as:\n"
    "fmt: {sections: true, fields: true, indent: 2}"
)


@app.command(epilog="Example: relplan fmt acme --diff, then: relplan fmt acme --write")
def fmt(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES or CLIENTS]...",
            help="Only these: paths, ids or parts of names; else the whole book.",
            autocompletion=files_or_clients,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Name the files that would change; so it is without.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Print what would change, write nothing.")
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="Tidy the files and name them.")] = False,
    book: BookOption = None,
) -> None:
    """Tidy plans, prospects and campaigns: the order of sections and fields, and the indentation.

    Only what `fmt:` in relplan.yaml opts into, and nothing else: comments go with what they speak
    of; words, quotes and blank lines stay. What cannot be proven to say the same is left as it is
    and named (exit code 3). Files that would change, or cannot be read, make it 1. Logs stay alone.
    """
    if check and (diff or write):
        raise WrongUse("--check only names the files; leave it out with --diff or --write")
    loaded = open_book(book or around([Path(one) for one in what or () if os.path.lexists(one)]))
    wanted = _wanted(loaded)
    if wanted.empty:
        if write:
            raise WrongUse(_NOTHING)
        print(f"relplan: {_NOTHING}", file=sys.stderr)
        return
    paths = _paths(what, loaded)
    mode = "diff" if diff else "write" if write else "check"
    codes = {_one(loaded, one, wanted, mode) for one in _readable(loaded, paths)}
    if 1 in codes:
        sys.stdout.flush()  # the files first, also where both go to one file
        print("relplan: these would change; write them with: relplan fmt --write", file=sys.stderr)
    if _tell_unread(loaded, paths):
        codes.add(1)
    if code := max(codes, default=0):
        raise typer.Exit(code)


def _one(loaded: "Loaded", document: "Document", wanted: "Fmt", mode: str) -> int:
    """Tidy or show one file; the exit code that it asks for."""
    from relplan.files.tidy import TidyRefused
    from relplan.files.tidy.plans import tidied, write_tidied
    from relplan.reports.difference import unified

    try:
        new = tidied(document, wanted)
        if new == document.raw:
            return 0
        if mode == "write":
            write_tidied(loaded, document, new)
    except TidyRefused as why:
        return _left(f"{document.path}:{why.line}: {why.reason}; the file is left as it is")
    except Refused as why:
        return _left(f"relplan: {why}")
    shown = unified(document.path, document.text, new.decode("utf-8-sig"))
    print(shown if mode == "diff" else f"{document.path}\n", end="")
    return int(mode != "write")


def _left(line: str) -> int:
    """Say why a file is left alone; the exit code that it asks for."""
    from relplan.reports.safe import safe

    sys.stdout.flush()
    print(safe(line, one_line=False), file=sys.stderr)
    return 3


def _wanted(loaded: "Loaded") -> "Fmt":
    """What the settings opt into; Refused when that cannot be read."""
    from relplan.reports.diagnostics import concise

    wanted = loaded.book.settings.fmt
    faults = [one for one in loaded.diagnostics if one.path == "relplan.yaml"]
    faults = [one for one in faults if one.severity == "error"]
    if faults and (wanted.empty or any(one.item.startswith("fmt") for one in faults)):
        shown = concise(faults, loaded.documents, False).rstrip("\n")
        raise Refused(f"what is opted into cannot be read; nothing was changed:\n{shown}")
    return wanted


def _paths(what: list[str] | None, loaded: "Loaded") -> list[str]:
    """The files that are asked for; WrongUse for a log, which is only added to."""
    from relplan.files.tidy.plans import TIDIED

    known = {*loaded.documents, *(one.path for one in loaded.diagnostics)}
    every = {one for one in known if one.partition("/")[0] in TIDIED}
    if not what:
        return sorted(every)
    found: set[str] = set()
    for typed in what:
        named = _named(typed, loaded)
        if not named & every:
            raise WrongUse(
                f"{typed}: fmt tidies plans, prospects and campaigns, and leaves logs alone"
            )
        found |= named & every
    return sorted(found)


def _named(typed: str, loaded: "Loaded") -> set[str]:
    """The files of the book that a path or a client's name means."""
    places = [one for one in (Path(typed), loaded.root / typed) if os.path.lexists(one)]
    inside = any(one.resolve().is_relative_to(loaded.root) for one in places)
    if inside or "/" in typed or typed.endswith((".yaml", ".yml")):
        return shown_files([Path(typed)], loaded) or set()
    id_ = client_of(loaded, typed)
    return {f"{folder}/{id_}.yaml" for folder in ("clients", "prospects")} & {*loaded.documents}


def _readable(loaded: "Loaded", paths: list[str]) -> "Iterator[Document]":
    from relplan.files.tidy.plans import unread

    lost = {one.path for one in unread(loaded, paths)}
    for path in paths:
        if path in loaded.documents and path not in lost:
            yield loaded.documents[path]


def _tell_unread(loaded: "Loaded", paths: list[str]) -> bool:
    """Say what cannot be read; True when there is something."""
    from relplan.files.tidy.plans import unread
    from relplan.reports.diagnostics import concise

    found = unread(loaded, paths)
    if found:
        sys.stdout.flush()
        print(concise(found, loaded.documents, False), end="", file=sys.stderr)
    return bool(found)
