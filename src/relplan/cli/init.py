"""`relplan init`: start a book."""

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from relplan.cli.complete_words import listed
from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog='Example: relplan init book --firm "Hartwell & Lowe" --name "Amara Okafor"')
def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where; it is made.")] = Path(),
    firm: Annotated[str | None, typer.Option(help="The firm's name.")] = None,
    name: Annotated[str | None, typer.Option(help="Your name: the first of the team.")] = None,
    id_: Annotated[
        str | None, typer.Option("--id", help="Your id in the book; else your first name.")
    ] = None,
    email: Annotated[str | None, typer.Option(help="Your e-mail; else git's.")] = None,
    tier: Annotated[
        str,
        typer.Option(
            help="staff, senior, principal, marketing or admin.",
            autocompletion=listed("model.choices", "DEFAULT_TIERS"),
        ),
    ] = "senior",
    github: Annotated[
        bool, typer.Option("--github", help="Also write a GitHub workflow that checks the book.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be written, write nothing.")
    ] = False,
) -> None:
    """Start a book: settings, folders, schemas for your editor, and merging of logs in git.

    On a terminal it asks for what is not given. Nothing that is there already is changed.
    """
    from relplan.files import start
    from relplan.files.git import in_a_repository, top, user_email
    from relplan.model import ids
    from relplan.model.choices import DEFAULT_TIERS
    from relplan.reports.safe import safe

    if tier not in DEFAULT_TIERS:
        near = ids.nearest(tier, list(DEFAULT_TIERS)) or "senior"
        raise WrongUse(
            f"--tier: {tier!r} is none of {', '.join(DEFAULT_TIERS)}; did you mean {near}?"
        )
    start.refuse_a_book(folder)
    if github:
        start.refuse_inside(folder, top(_existing(folder)))
    firm = _known(firm) or _asked("The firm's name", "--firm")
    name = _known(name) or _asked("Your name", "--name")
    email = _known(email) or user_email(_existing(folder))
    id_ = start.new_id(id_ or start.founder_id(name, email), name, {})
    files = start.book_files(firm, start.Founder(id_, name, email, tier), github=github)
    if dry_run:
        print("\n".join(start.unwritten(folder, files)))
        return
    written = start.start_book(folder, files)
    for path in files:
        print(path if path in written else f"{path} is there already; it was left as it is")
    where = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    print(safe(f'\nnext: {where}relplan new client "Their full name"', one_line=False))
    if in_a_repository(folder):
        print("and, so that git merges plans by id: relplan git setup")


def _known(given: str | None) -> str | None:
    return " ".join(given.split()) if given else None


def _existing(folder: Path) -> Path:
    """Where git can be asked: the folder, or the nearest above it that is there already."""
    return next(one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir())


def _asked(what: str, option: str) -> str:
    typed = _known(typer.prompt(what)) if _on_a_terminal() else None
    if not typed:
        raise WrongUse(f"{what[0].lower()}{what[1:]} is not known; give it with {option}")
    return typed


def _on_a_terminal() -> bool:
    return sys.stdin.isatty()
