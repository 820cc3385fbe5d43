"""`relplan snooze`: nobody is asked to get in touch with them before a day."""

import sys
from typing import Annotated

import typer

from relplan.cli.complete import members, people
from relplan.cli.lines import member, scene, spoken_day, typed_coming_day, write_line
from relplan.cli.options import BookOption, ClientArgument, MeOption, TodayOption
from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog='Example: relplan snooze acme jane 2w -m "On leave"')
def snooze(
    client: ClientArgument,
    person: Annotated[
        str,
        typer.Argument(
            metavar="PERSON", help="Who of theirs; several as jane,raj.", autocompletion=people
        ),
    ],
    until: Annotated[
        list[str],
        typer.Argument(
            metavar="UNTIL", help="2026-12-04, 2w, fri, next week, next month, in 3 days, 12 dec."
        ),
    ],
    note: Annotated[str | None, typer.Option("--note", "-m", help="Why.")] = None,
    by: Annotated[
        str | None, typer.Option(help="Who of ours; else --me.", autocompletion=members)
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the line, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Hide people from the morning list until a day; a line in the log says so.

    They are listed again on that day itself. A touch in between ends the snooze.
    """
    here = scene(client, [person], book, today)
    again = typed_coming_day("UNTIL", " ".join(until), here.today)
    if again == here.today:
        raise WrongUse(f"UNTIL: {again} is today; they are listed again on the day itself")
    fields = {
        "date": here.today.isoformat(),
        "with": here.people,
        "by": member(here, by, me),
        "snooze": again.isoformat(),
        "note": note,
    }
    write_line(here, fields, dry_run=dry_run)
    print(f"relplan: listed again on {spoken_day(again, here.today)}", file=sys.stderr)
