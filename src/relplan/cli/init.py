"""`relplan init`: start a book."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog='Example: relplan init book --firm "Hartwell & Lowe" --name "Amara Okafor"')
def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where; it is made.")] = Path(),
    firm: Annotated[str | None, typer.Option(help="The firm's name.")] = None,
    name: Annotated[str | None, typer.Option(help="Your name: the first of the team.")] = None,
    email: Annotated[str | None, typer.Option(help="Your e-mail; else git's.")] = None,
    tier: Annotated[
        str, typer.Option(help="staff, senior, principal, marketing or admin.")
    ] = "senior",
) -> None:
    """Start a book: settings, folders, schemas for your editor, and merging of logs in git.

    On a terminal it asks for what is not given. Nothing that is there already is changed.
    """
    from relplan.files import start
    from relplan.files.git import user_email
    from relplan.model import ids
    from relplan.model.settings import DEFAULT_TIERS

    if tier not in DEFAULT_TIERS:
        near = ids.nearest(tier, list(DEFAULT_TIERS)) or "senior"
        raise WrongUse(
            f"--tier: {tier!r} is none of {', '.join(DEFAULT_TIERS)}; did you mean {near}?"
        )
    firm = _given(firm) or _asked("The firm's name", "--firm")
    name = _given(name) or _asked("Your name", "--name")
    start.make_folder(folder)
    email = email or user_email(folder)
    founder = start.Founder(start.founder_id(name, email), name, email, tier)
    written = start.start_book(folder, start.book_files(firm, founder))
    for path in written:
        print(path)
    where = "" if folder == Path() else f"cd {folder} && "
    print(f'\nnext: {where}relplan new client "Their full name"')


def _given(text: str | None) -> str:
    return (text or "").strip()


def _asked(what: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise WrongUse(f"{what.lower()} is not known; give it with {option}")
    typed = ""
    while not typed:
        typed = _given(typer.prompt(what))
    return typed
