"""`relplan review`: the pack for a client's review meeting, and what was decided there."""

from pathlib import Path
from typing import Annotated

import typer

from relplan.cli import held, packs
from relplan.cli.complete import members, pack_forms, people, reviewed
from relplan.cli.held import Typed
from relplan.cli.options import BookOption, TodayOption
from relplan.cli.writing import DryRunOption
from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog="Example: relplan review acme --save\n\n"
    "Example: relplan review --all --format html --out packs\n\n"
    "Example: relplan review acme --record --with jane --decided 'Start at Leeds @ben by 2027-01-29'"
)
def review(
    client: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLIENT]",
            help="Id or name; `team` is the partners' page over all clients.",
            autocompletion=reviewed,
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help="markdown, html or pdf.", autocompletion=pack_forms
        ),
    ] = "markdown",
    save: Annotated[
        bool, typer.Option("--save", help="Write it to reviews/CLIENT/DATE.md in the book.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FOLDER", help="Write it there, as CLIENT.md, .html or .pdf."
        ),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Every client and prospect that is active or damaged.")
    ] = False,
    owner: Annotated[
        str | None,
        typer.Option(metavar="MEMBER", help="Those of this owner.", autocompletion=members),
    ] = None,
    record: Annotated[
        bool, typer.Option("--record", help="Write down in the plan that the review was held.")
    ] = False,
    with_: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="PERSON",
            help="Who of theirs was there, as jane,raj.",
            autocompletion=people,
        ),
    ] = None,
    ours: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MEMBER", help="Who of ours was there, as ben,priya.", autocompletion=members
        ),
    ] = None,
    decided: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT", help="A decision; it may end with '@MEMBER by DATE'; once for each."
        ),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", "-m", help="What else to remember.")] = None,
    date_: Annotated[
        str | None,
        typer.Option(
            "--date", help="The day it was held: YYYY-MM-DD, yesterday, last tue; else today."
        ),
    ] = None,
    next_: Annotated[
        str | None,
        typer.Option(
            "--next", metavar="DATE", help="The next one: 13w, 2027-01-12; else by the rhythm."
        ),
    ] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Render the pack for a client's review meeting; or record that it was held.

    The state and what is to decide; what changed; people and gaps; goals and initiatives; touches
    and promises; what we put in; findings; the next quarter. Same book and date, same pack.
    """
    wanted = packs.Wanted(client, form, save, out, all_, owner, dry_run, book, today)
    typed = Typed(with_ or [], ours or [], decided or [], note, date_, next_)
    if not record:
        typed.refuse()
        packs.render(wanted)
    elif client is None or out or all_ or owner:
        raise WrongUse("--record is for one client: relplan review CLIENT --record --with PERSON")
    else:
        held.record(held.Where(client, book, today, form if save else None, dry_run), typed)
