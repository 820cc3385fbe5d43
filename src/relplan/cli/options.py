"""Options that several commands share, and what they lead to: the book, the day, the asker."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan import clock
from relplan.errors import WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.model.book import Book

BookOption = Annotated[
    Path | None,
    typer.Option("--book", metavar="FOLDER", help="The book; else the one around this folder."),
]
TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="Work as if it were this day (YYYY-MM-DD)."),
]
MeOption = Annotated[
    str | None,
    typer.Option("--me", metavar="MEMBER", help="Who is asking; else RELPLAN_ME or git's e-mail."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]


def root_of(book: Path | None) -> Path:
    """The root of the book that `--book`, RELPLAN_BOOK or the working folder names."""
    from relplan.files.book import find_root

    named = book or (Path(os.environ["RELPLAN_BOOK"]) if os.environ.get("RELPLAN_BOOK") else None)
    return find_root(named)


def open_book(book: Path | None) -> "Loaded":
    """The loaded book; what could not be read of it is said on stderr, in one line each."""
    from relplan.files.book import load

    loaded = load(root_of(book))
    for one in loaded.diagnostics:
        if one.severity == "error":
            place = f"{one.path}:{one.line}:{one.column}"
            print(safe(f"{place}: {one.code} error: {one.message} [{one.name}]"), file=sys.stderr)
    return loaded


def day(today: str | None) -> date:
    """The day that the command works with."""
    return clock.today(today)


def asker(me: str | None, root: Path, book: "Book", *, required: bool = False) -> str | None:
    """The team member who asks: `--me`, else RELPLAN_ME, else the one with git's `user.email`."""
    from relplan.files.git import user_email
    from relplan.model import ids

    team = {id_: member.name for id_, member in book.settings.team.items()}
    typed = me or os.environ.get("RELPLAN_ME")
    if typed:
        return ids.find(typed, team, "member of the team")
    email = (user_email(root) or "").casefold()
    for id_, member in book.settings.team.items():
        if email and (member.email or "").casefold() == email:
            return id_
    if required:
        known = ", ".join(team) or "nobody yet"
        raise WrongUse(f"who are you? Say --me MEMBER or set RELPLAN_ME; the team is: {known}")
    return None


def end(loaded: "Loaded", code: int = 0) -> None:
    """End the command: the code, or 1 with a closing line when part of the book was unreadable."""
    if loaded.unread:
        count = len(loaded.unread)
        files = "1 file has" if count == 1 else f"{count} files have"
        print(f"relplan: {files} errors, named above; the rest is shown", file=sys.stderr)
        raise typer.Exit(code or 1)
    if code:
        raise typer.Exit(code)
