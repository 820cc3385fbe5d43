"""Options that several commands share, and what they lead to: the book, the day, the asker."""

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan import clock
from relplan.cli.complete import clients, members
from relplan.errors import Refused, WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relplan.diagnostics import Diagnostic
    from relplan.files.book import Loaded
    from relplan.files.names import Ours
    from relplan.model.book import Book

ClientArgument = Annotated[
    str,
    typer.Argument(
        metavar="CLIENT", help="Id, prefix or part of the name.", autocompletion=clients
    ),
]
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
    typer.Option(
        "--me",
        metavar="MEMBER",
        help="Who is asking; else RELPLAN_ME or git's e-mail.",
        autocompletion=members,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]


def root_of(book: Path | None) -> Path:
    """The root of the book that `--book`, RELPLAN_BOOK or the working folder names."""
    from relplan.files.disk import find_root

    named = book or (Path(os.environ["RELPLAN_BOOK"]) if os.environ.get("RELPLAN_BOOK") else None)
    return find_root(named)


def open_book(book: Path | None) -> "Loaded":
    """The loaded book; `end` says what could not be read of it, after the result.

    A change of several files that was interrupted is finished first, and said.
    """
    from relplan.cli.progress import Progress
    from relplan.files.book import load

    root = settled_root(book)
    with Progress("reading the book") as tell:
        return load(root, tell)


def settled_root(book: Path | None) -> Path:
    """The root of the book, with every interrupted change of several files finished, and said."""
    root = root_of(book)
    if os.path.lexists(root / ".relplan-pending"):
        from relplan.files.journal import settle

        if said := settle(root):
            print(f"relplan: {safe(said)}", file=sys.stderr)
    return root


def client_of(loaded: "Loaded", typed: str, *, plans_only: bool = False) -> str:
    """The client (or prospect) that `typed` means: id, unique prefix or part of the name.

    One whose file cannot be read is refused with the reason, instead of being unknown.
    """
    from relplan.model import ids

    names = {id_: plan.name for id_, plan in loaded.book.plans.items()}
    if not plans_only:
        names = loaded.book.names()
    if typed not in names:
        for folder in ("clients", "prospects"):
            refuse_unread(loaded, f"{folder}/{typed}.yaml")
    return ids.find(typed, names, "client")


def member_of(loaded: "Loaded", typed: str) -> str:
    """The member of the team that `typed` means."""
    from relplan.model import ids

    team = {id_: member.name for id_, member in loaded.book.settings.team.items()}
    return ids.find(typed, team, "member of the team")


def with_its_log(loaded: "Loaded", client: str) -> str:
    """The client, when its log can be read: what is shown without it would be false."""
    if not loaded.book.has_log(client):
        refuse_unread(loaded, f"touches/{client}.yaml", "this log cannot be read, and counts here")
    return client


def refuse_unread(loaded: "Loaded", path: str, said: str = "this plan cannot be read") -> None:
    """Refused, with the faults of that file, when it has some."""
    why = [one for one in loaded.diagnostics if one.path == path and one.severity == "error"]
    if why:
        raise Refused(f"{said}:\n" + "\n".join(_line(one) for one in why))


def _line(one: "Diagnostic") -> str:
    return f"{one.path}:{one.line}:{one.column}: {one.code} error: {one.message} [{one.name}]"


def terminal_width() -> int | None:
    """The width of the terminal; None on a pipe, where nothing is wrapped."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def day(today: str | None) -> date:
    """The day that the command works with."""
    return clock.today(today)


def asker(me: str | None, root: Path, book: "Book", *, required: bool = False) -> str | None:
    """The team member who asks: `--me`, else RELPLAN_ME, else the one with git's `user.email`."""
    from relplan.files.names import Ours

    team = {id_: Ours(one.name, one.email or "") for id_, one in book.settings.team.items()}
    return asker_in(team, me, root, required=required)


def asker_in(
    team: "Mapping[str, Ours]", me: str | None, root: Path, *, required: bool = False
) -> str | None:
    """The same for a team that was read without the rest of the book."""
    typed = me or os.environ.get("RELPLAN_ME")
    if typed:
        from relplan.model import ids

        names = {id_: one.name for id_, one in team.items()}
        return ids.find(typed, names, "member of the team")
    from relplan.files.git import user_email

    email = (user_email(root) or "").casefold()
    for id_, member in team.items():
        if email and member.email.casefold() == email:
            return id_
    if required:
        known = ", ".join(team) or "nobody yet"
        git = f" (git says {email}, which is nobody's here)" if email else ""
        raise WrongUse(f"who are you{git}? Say --me MEMBER or set RELPLAN_ME; the team is: {known}")
    return None


def end(loaded: "Loaded", code: int = 0, client: str = "") -> None:
    """End a command: say what could not be read, and exit with the code, or with 1 for faults."""
    if tell_faults(loaded, client) or code:
        raise typer.Exit(code or 1)


def tell_faults(loaded: "Loaded", client: str = "") -> bool:
    """Say on stderr what could not be read; True when that concerns this command.

    A command about one `client` names the faults in that client's files only, and counts others.
    """
    faults = [one for one in loaded.diagnostics if one.severity == "error"]
    mine = [one for one in faults if not client or _concerns(one.path, client)]
    sys.stdout.flush()  # the result first, also where both go to one file
    for one in mine:
        print(safe(_line(one)), file=sys.stderr)
    count = len({one.path for one in (mine or faults)})
    files = "1 file has" if count == 1 else f"{count} files have"
    if mine:
        print(f"relplan: {files} errors, named above; the rest is used", file=sys.stderr)
    elif faults:
        print(f"relplan: {files} errors elsewhere in the book; see relplan lint", file=sys.stderr)
    return bool(mine)


def tell_notes(notes: Sequence[str]) -> None:
    """Say on stderr what a reader must know of the limits of a result, after the result."""
    sys.stdout.flush()
    for note in notes:
        print(f"relplan: {safe(note)}", file=sys.stderr)


def _concerns(path: str, client: str) -> bool:
    return "/" not in path or path.split("/")[1] == f"{client}.yaml"
