"""`relplan leave`: a person of theirs left."""

import contextlib
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relplan.cli.complete import people
from relplan.cli.lines import typed_day
from relplan.cli.options import BookOption, ClientArgument, TodayOption, root_of, with_its_log
from relplan.cli.plans import whole_scene
from relplan.cli.writing import DryRunOption, finish
from relplan.errors import WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.analysis.promises import Given
    from relplan.cli.plans import WholeScene
    from relplan.files.draft import Draft
    from relplan.files.known import Thing
    from relplan.files.places import Use

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan leave acme raj --date 'last fri' --hand-to jane")
def leave(
    client: ClientArgument,
    person: Annotated[
        str,
        typer.Argument(metavar="PERSON", help="Who of theirs left.", autocompletion=people),
    ],
    date_: Annotated[
        str | None,
        typer.Option("--date", help="Their last day: YYYY-MM-DD, yesterday, last tue; else today."),
    ] = None,
    hand_to: Annotated[
        str | None,
        typer.Option(
            "--hand-to",
            "--successor",
            metavar="PERSON",
            help="Who of theirs comes in their place, everywhere.",
            autocompletion=people,
        ),
    ] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Write down that a person of theirs left, and list what hangs on them.

    Initiatives for them, who reports to them or influences them, promises that they wait for: on a
    terminal it asks for each who comes in their place, unless --hand-to names one for all. Without
    either nothing but the day changes. What happened stays as it is.
    """
    from relplan.files.journal import alone

    here = whole_scene(client, [person], book, today)
    day = _last_day(date_, here)
    instead = _instead(here, hand_to)  # asked before the book is locked: an answer takes its time
    with contextlib.nullcontext() if dry_run else alone(root_of(book)):
        now = whole_scene(here.client, here.people, book, today)
        found = _hanging(now)
        finish(
            _draft(now, day, [(one, instead.get(one.key, "")) for one in found]), dry_run=dry_run
        )
    left = [one.said for one in found if one.key not in instead]
    if left:
        name = now.loaded.book.everyone()[now.client].roles[now.people[0]].name
        lines = "\n".join(f"- {safe(one)}" for one in left)
        print(f"\nstill with {safe(name)}:\n{lines}", file=sys.stderr if dry_run else sys.stdout)


class Hang(NamedTuple):
    """Something that hangs on the person: a place in a file, or a promise."""

    key: str
    said: str
    use: "Use | None" = None
    given: "Given | None" = None

    @property
    def asked(self) -> bool:
        """False for what happened, or is agreed with them."""
        return self.use is None or self.use.place.hangs not in ("review", "touch", "pitch")


def _last_day(typed: str | None, here: "WholeScene") -> date:
    """The day that was typed (one that has been, or an exact one to come), else the one written."""
    from relplan.clock import civil_date

    written = here.loaded.book.everyone()[here.client].roles[here.people[0]].left
    if typed is None and written is not None:
        return written
    try:
        return civil_date(typed or "")
    except ValueError:
        return typed_day("--date", typed, here.today)


def _hanging(here: "WholeScene") -> list[Hang]:
    from relplan.analysis.handing import promised_to
    from relplan.files.leaving import hanging
    from relplan.reports.hanging import hangs, promised

    book = here.loaded.book
    names = {id_: one.name for id_, one in book.everyone()[here.client].roles.items()}
    team = {id_: one.name for id_, one in book.settings.team.items()}
    waiting = promised_to(book, here.client, here.people[0], here.today)
    return [
        *(
            Hang(f"{use.document.path}:{use.item}", hangs(use, names), use)
            for use in hanging(here.loaded, _thing(here), here.today)
        ),
        *(Hang(one.what, promised(one, team, here.today), given=one) for one in waiting),
    ]


def _thing(here: "WholeScene") -> "Thing":
    from relplan.files.things import of_plan

    return of_plan(here.loaded, with_its_log(here.loaded, here.client), here.people[0], "person")


def _draft(here: "WholeScene", day: date, found: list[tuple[Hang, str]]) -> "Draft":
    from relplan.analysis.handing import waits_for
    from relplan.files.leaving import leave as left

    instead = [(one.use, to) for one, to in found if one.use and to]
    draft = left(here.loaded, _thing(here), day, instead)
    for one, to in found:
        if one.given and to:
            draft.log(here.client, waits_for(one.given, here.people[0], to, here.today))
    return draft


def _instead(here: "WholeScene", hand_to: str | None) -> dict[str, str]:
    """Who comes in the person's place: for each thing that hangs on them, as far as it is said."""
    asked = [one for one in _hanging(here) if one.asked]
    if hand_to is not None:
        to = _someone(here, hand_to)
        return {one.key: to for one in asked}
    if not _on_a_terminal():
        return {}
    return {one.key: to for one in asked if (to := _ask(here, one.said))}


def _ask(here: "WholeScene", said: str) -> str:
    while True:
        typed = typer.prompt(
            f"{safe(said)}\n  who instead? (Enter: nobody yet)",
            default="",
            show_default=False,
            err=True,
        )
        try:
            return _someone(here, typed) if typed.strip() else ""
        except WrongUse as why:
            print(safe(str(why)), file=sys.stderr)


def _someone(here: "WholeScene", typed: str) -> str:
    """Somebody of theirs who is still there."""
    from relplan.analysis.contacts import is_here
    from relplan.model import ids

    plan = here.loaded.book.everyone()[here.client]
    others = {
        id_: one.name
        for id_, one in plan.roles.items()
        if id_ not in here.people and is_here(one, here.today)
    }
    return ids.find(typed, others, f"person of {plan.name} who is still there")


def _on_a_terminal() -> bool:
    return sys.stdin.isatty()
