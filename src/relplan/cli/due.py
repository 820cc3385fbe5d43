"""`relplan due`: the morning list."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import clients, formats, kinds, members
from relplan.cli.due_formats import Shown, chosen, print_as
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
    from relplan.files.book import Loaded
    from relplan.model.durations import Duration

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
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Only this: promise, contact, …", autocompletion=kinds),
    ] = None,
    ahead: Annotated[
        str | None, typer.Option(metavar="TIME", help="How far to look: 2w, 30d; else this week.")
    ] = None,
    not_since: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", help="Only people without a touch for so long: 6m; due or not."
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option(metavar="N", help="At most so many; the rest is counted.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Name file and line of what each item comes from.")
    ] = False,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="table, plain, json, csv, markdown or ics; table on a terminal.",
            autocompletion=formats,
        ),
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

    form = chosen(form, json=json, explain=explain)
    if top is not None and top < 1:
        raise WrongUse(f"--top {top}: write 1 or more; without it the whole list is shown")
    now, asked_kinds = day(today), _kinds(kind)
    until, silent = _until(ahead, now), _length("--not-since", not_since)
    loaded = open_book(book)
    whose = _whose(loaded, owner, me, everybody)
    only = client_of(loaded, client) if client else None
    found = due_list(loaded.book, now, Wanted(until, whose, only, asked_kinds, top, silent))
    print_as(form, _shown(loaded, found, whose, explain))
    waiting = any(item.is_due for item in (*found.items, *found.left_out))
    end(loaded, int(exit_code and waiting), only or "")


def _whose(loaded: "Loaded", owner: str | None, me: str | None, everybody: bool) -> str | None:
    """The member whose list it is; None for everybody's. `--owner` wins over who asks."""
    from relplan.model import ids

    team = {id_: member.name for id_, member in loaded.book.settings.team.items()}
    if owner:
        return ids.find(owner, team, "member of the team")
    return None if everybody else asker(me, loaded.root, loaded.book)


def _shown(loaded: "Loaded", found: "DueList", whose: str | None, explain: bool) -> Shown:
    settings = loaded.book.settings
    name = settings.team[whose].name if whose else None
    if not explain:
        return Shown(found, settings.firm, name)
    from relplan.reports.due_explain import Explained

    return Shown(found, settings.firm, name, Explained(loaded))


def _kinds(typed: list[str] | None) -> frozenset[str]:
    from relplan.analysis.due_item import KINDS

    words = [word for one in typed or () for word in one.replace(",", " ").split()]
    known = [kind for kind in KINDS if kind != "silence"]
    for word in words:
        if word not in known:
            raise WrongUse(f"--kind {word!r}: write one of {', '.join(known)}")
    return frozenset(words)


def _until(ahead: str | None, today: date) -> date:
    if ahead is None:
        return end_of_week(today)
    if ahead == "0d":
        return today
    from relplan.model.durations import duration

    try:
        return duration(ahead).after(today)
    except ValueError as error:
        raise WrongUse(f"--ahead: {error}, or 0d for today only") from None


def _length(option: str, typed: str | None) -> "Duration | None":
    if typed is None:
        return None
    from relplan.model.durations import duration

    try:
        return duration(typed)
    except ValueError as error:
        raise WrongUse(f"{option}: {error}") from None
