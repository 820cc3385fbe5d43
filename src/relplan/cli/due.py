"""`relplan due`: the morning list."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import clients, members
from relplan.cli.options import (
    BookOption,
    JsonOption,
    MeOption,
    TodayOption,
    asker,
    client_of,
    day,
    end,
    open_book,
)
from relplan.clock import end_of_week
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.analysis.due import DueList

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan due --me ben --ahead 2w")
def due(
    me: MeOption = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar="MEMBER", help="The list of this member.", autocompletion=members),
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help="The lists of all members.")] = False,
    client: Annotated[
        str | None, typer.Option(metavar="CLIENT", help="Only this client.", autocompletion=clients)
    ] = None,
    ahead: Annotated[
        str | None, typer.Option(metavar="TIME", help="How far to look: 2w, 30d; else this week.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 when something is due.")
    ] = False,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Whom to contact today and why, what is promised, what falls due.

    It is your list when relplan knows who you are (--me, RELPLAN_ME, git's e-mail), else everybody's.
    """
    from relplan.analysis.due import due as due_list
    from relplan.analysis.due_item import Wanted
    from relplan.model import ids

    now = day(today)
    loaded = open_book(book)
    team = {id_: member.name for id_, member in loaded.book.settings.team.items()}
    whose = ids.find(owner, team, "member of the team") if owner else None
    if not everybody and whose is None:
        whose = asker(me, loaded.root, loaded.book)
    only = client_of(loaded, client) if client else None
    found = due_list(loaded.book, now, Wanted(_until(ahead, now), whose, only))
    _print(found, team.get(whose or ""), json=json)
    end(loaded, int(exit_code and any(item.days_late >= 0 for item in found.items)), only or "")


def _until(ahead: str | None, today: date) -> date:
    from relplan.model.durations import duration

    if ahead is None:
        return end_of_week(today)
    if ahead == "0d":
        return today
    try:
        return duration(ahead).after(today)
    except ValueError as error:
        raise WrongUse(f"--ahead: {error}, or 0d for today only") from None


def _print(found: "DueList", owner_name: str | None, *, json: bool) -> None:
    from relplan.reports import due as report

    if json:
        print(report.as_json(found), end="")
    elif sys.stdout.isatty():
        from relplan.reports.due_table import print_due
        from relplan.reports.screen import console

        print_due(found, console(), owner_name)
    else:
        print(report.as_plain(found, owner_name), end="")
