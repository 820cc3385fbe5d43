"""`relplan hand-over`: what a member answers for goes to a colleague."""

import contextlib
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import clients, members
from relplan.cli.options import (
    BookOption,
    TodayOption,
    client_of,
    day,
    member_of,
    open_book,
    root_of,
    with_its_log,
)
from relplan.cli.writing import DryRunOption, finish
from relplan.errors import WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan hand-over acme --from ben --to priya")
def hand_over(
    client: Annotated[
        str | None,
        typer.Argument(metavar="[CLIENT]", help="Id or name.", autocompletion=clients),
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="MEMBER", help="Who takes over.", autocompletion=members)
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="MEMBER",
            help="Whose ties, initiatives and promises go along; else the plan alone.",
            autocompletion=members,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All that --from answers for, in the whole book.")
    ] = False,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Give a client's plan to a colleague; with --from all that this member answers for there.

    That is: the plan, ties, steps, open initiatives and decisions, and promises, for each of which the log
    gets a line. What says who did something stays as it is. All files change or none.
    """
    from relplan.files.duties import give_plan
    from relplan.files.journal import alone

    now = day(today)
    if to is None:
        raise WrongUse("who takes over? Say --to MEMBER")
    if everything is (client is not None):
        raise WrongUse("name one client, or say --all for the whole book")
    if everything and from_ is None:
        raise WrongUse("--all needs --from MEMBER: whose is it now?")
    with contextlib.nullcontext() if dry_run else alone(root_of(book)):
        loaded = open_book(book)
        whose, taker = member_of(loaded, from_) if from_ else None, member_of(loaded, to)
        _refuse_taker(loaded, whose, taker, now)
        id_ = with_its_log(loaded, client_of(loaded, client)) if client else ""
        if whose is None:
            finish(give_plan(loaded, id_, taker), dry_run=dry_run)
        else:
            _everything_of(loaded, id_, (whose, taker), now, dry_run=dry_run)


def _refuse_taker(loaded: "Loaded", whose: str | None, taker: str, today: date) -> None:
    left = loaded.book.settings.team[taker].left
    if left is not None and left <= today:
        raise WrongUse(f"--to: {taker} left on {left}; name somebody who is here")
    if whose == taker:
        raise WrongUse(f"--to: {taker} is the one who hands over; name somebody else")


def _everything_of(
    loaded: "Loaded", client: str, pair: tuple[str, str], today: date, *, dry_run: bool
) -> None:
    from relplan.analysis.handing import promised_by, taken_over
    from relplan.files.draft import Draft
    from relplan.files.duties import duties, hand
    from relplan.files.things import refuse_unsure
    from relplan.reports.handed import handed

    whose, taker = pair
    if not client:
        refuse_unsure(loaded)
    draft = Draft(loaded)
    found = duties(loaded, whose, today, client)
    hand(draft, found, taker)
    promises = list(promised_by(loaded.book, whose, today, client))
    for id_, given in promises:
        draft.log(id_, taken_over(loaded.book, id_, given, taker, today))
    finish(draft, dry_run=dry_run, gone=False)
    kinds = [*(use.place.duty for use in found), *("promise" for _ in promises)]
    if kinds:
        names = {one: member.name for one, member in loaded.book.settings.team.items()}
        said = f"from {names[whose]} to {names[taker]}: {handed(kinds)}"
        print(safe(said), file=sys.stderr if dry_run else sys.stdout)
