"""`relplan win`: the chain from today to a prospect's win, and its weakest link."""

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import prospects, win_forms
from relplan.cli.options import (
    BookOption,
    JsonOption,
    TodayOption,
    client_of,
    day,
    end,
    open_book,
    root_of,
    with_its_log,
)
from relplan.cli.writing import DryRunOption
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.reports.win.way import Way

_FOLLOWED = 55
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog="Example: relplan win contoso\n\nExample: relplan win contoso --became-client --dry-run"
)
def win(
    prospect: Annotated[
        str, typer.Argument(metavar="PROSPECT", help="Id or name.", autocompletion=prospects)
    ],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="terminal, mermaid, svg or json.",
            autocompletion=win_forms,
        ),
    ] = "terminal",
    json: JsonOption = False,
    became_client: Annotated[
        bool,
        typer.Option("--became-client", help="The win is won: make a client's plan of this one."),
    ] = False,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Draw the chain from today to the win: dates, people and forces, and the weakest link.

    It says whether the dates can hold, who of ours must be met, how well the homework is sourced,
    and how the metrics moved.
    """
    from relplan.model.choices import not_one_of
    from relplan.reports.win.forms import FORMS

    form = "json" if json else form
    if form not in FORMS:
        raise WrongUse(f"--format: {not_one_of(form, tuple(FORMS))}")
    if dry_run and not became_client:
        raise WrongUse("--dry-run is for --became-client: without it win changes nothing")
    if became_client and form != "terminal":
        raise WrongUse(
            "--became-client changes files and prints no drawing; leave --format and --json out"
        )
    if became_client:
        _turn(prospect, book, today, dry_run=dry_run)
        return
    from relplan.files.measured import measured
    from relplan.reports.win.way import way

    now = day(today)
    loaded = open_book(book)
    id_ = _prospect_of(loaded, prospect)
    _print(form, way(loaded, id_, now, measured(loaded.root, f"prospects/{id_}.yaml")))
    end(loaded, client=id_)


def _prospect_of(loaded: "Loaded", typed: str) -> str:
    """The prospect that was typed; a client has no win before it any more."""
    id_ = with_its_log(loaded, client_of(loaded, typed))
    if id_ not in loaded.book.prospects:
        kept = "; how they were won stands there under `won:`" if loaded.book.plans[id_].won else ""
        raise WrongUse(
            f"{id_} is a client (clients/{id_}.yaml), whose win is won; relplan show {id_} shows its"
            f" plan{kept}"
        )
    return id_


def _print(form: str, drawn: "Way") -> None:
    from relplan.reports.win.forms import FORMS

    if form == "terminal" and sys.stdout.isatty():
        from relplan.reports.screen import console, print_sections
        from relplan.reports.win.terminal import sections

        screen = console()
        print_sections(sections(drawn, screen.width), screen)
    else:
        print(FORMS[form](drawn), end="")


def _turn(typed: str, book: Path | None, today: str | None, *, dry_run: bool) -> None:
    """Make a client's plan of the prospect's, in one change of all files that name it."""
    from relplan.cli.writing import finish
    from relplan.files.journal import alone
    from relplan.files.won import became_client
    from relplan.reports.safe import safe

    now = day(today)
    with contextlib.nullcontext() if dry_run else alone(root_of(book)):
        loaded = open_book(book)
        id_ = _prospect_of(loaded, typed)
        turned = became_client(loaded, id_, now)
        if dry_run:
            finish(turned.draft, dry_run=True)
        else:
            turned.draft.write()
    out = sys.stderr if dry_run else sys.stdout
    log = f"touches/{id_}.yaml" if f"touches/{id_}.yaml" in loaded.documents else ""
    kept = ", ".join(turned.kept)
    said = (
        *(f"{new}: moved here from {old}; a client since {now}" for old, new in turned.draft.moved),
        *(f"{one}: {id_} is among the clients of its cohort now" for one in turned.campaigns),
        f"{turned.path}: kept as written under `won:`: {kept}" if kept else "",
        f"only {turned.alike} % of the file stays as it is, so git may take it for a new one; name"
        f" prospects/{id_}.yaml in the commit's message"
        if turned.alike < _FOLLOWED
        else "",
        f"{log}: stays as it is; every touch counts on" if log else "",
        f"next: write what is good and what is missing; relplan lint {turned.path}",
    )
    for one in said:
        if one:
            print(safe(one), file=out)
