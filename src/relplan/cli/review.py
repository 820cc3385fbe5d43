"""`relplan review`: the pack for a client's review meeting, and what was decided there."""

from pathlib import Path
from typing import Annotated

import typer

from relplan.cli import held
from relplan.cli.complete import clients, members, people
from relplan.cli.held import Typed
from relplan.cli.options import (
    BookOption,
    TodayOption,
    client_of,
    day,
    end,
    open_book,
    tell_notes,
    with_its_log,
)
from relplan.cli.writing import DryRunOption

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog="Example: relplan review acme --save\n\n"
    "Example: relplan review acme --record --with jane --decided 'Start at Leeds @ben by 2027-01-29'"
)
def review(
    client: Annotated[
        str, typer.Argument(metavar="CLIENT", help="Id or name.", autocompletion=clients)
    ],
    save: Annotated[
        bool, typer.Option("--save", help="Write it to reviews/CLIENT/DATE.md in the book.")
    ] = False,
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
    """Render the pack for a client's review meeting, as Markdown; or record that it was held.

    The state and what is to decide; what changed; people and gaps; goals and initiatives; touches
    and promises; what we put in; findings; the next quarter. Same book and date, same pack.
    """
    typed = Typed(with_ or [], ours or [], decided or [], note, date_, next_)
    if record:
        held.record(held.Where(client, book, today, save, dry_run), typed)
    else:
        typed.refuse()
        _render(client, book, today, save=save and not dry_run)


def _render(client: str, book: Path | None, today: str | None, *, save: bool) -> None:
    from relplan.reports.pack import build
    from relplan.reports.review import as_markdown
    from relplan.reports.saved import save_pack
    from relplan.reports.templates import Templates
    from relplan.rules.comparison import Since, compare
    from relplan.rules.runner import lint

    now = day(today)
    loaded = open_book(book)
    id_ = with_its_log(loaded, client_of(loaded, client))
    past = compare(loaded, now, [id_], Since())
    pack = build(loaded.book, id_, now, lint(loaded, now), past.clients[0])
    text = as_markdown(pack, Templates(loaded.root))
    if save:
        print(save_pack(loaded.root, pack, text))
    else:
        print(text, end="")
    if pack.changes.compared:  # else the pack itself says that there is nothing to compare with
        tell_notes(past.notes)
    end(loaded)
