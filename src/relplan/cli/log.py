"""`relplan log`: write down a touch, in one line of typing."""

import sys
from datetime import date
from typing import Annotated

import typer

from relplan.cli.complete import initiatives, members, people, ways
from relplan.cli.lines import (
    initiative,
    kept_promise,
    member,
    scene,
    spoken_day,
    typed_coming_day,
    typed_day,
    write_line,
)
from relplan.cli.options import BookOption, ClientArgument, MeOption, TodayOption
from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog='Example: relplan log acme jane raj -m "Worried about the new audit rules" --how lunch'
)
def log(
    client: ClientArgument,
    person: Annotated[
        list[str],
        typer.Argument(
            metavar="PERSON...",
            help="Who of theirs, as jane raj or jane,raj.",
            autocompletion=people,
        ),
    ],
    note: Annotated[str | None, typer.Option("--note", "-m", help="What was said.")] = None,
    how: Annotated[
        str, typer.Option(help="call, email, meeting, lunch, visit, …", autocompletion=ways)
    ] = "call",
    by: Annotated[
        str | None, typer.Option(help="Who of ours; else --me.", autocompletion=members)
    ] = None,
    date_: Annotated[
        str | None,
        typer.Option(
            "--date", help="The day: YYYY-MM-DD, yesterday, last tue, 3d ago; else today."
        ),
    ] = None,
    learned: Annotated[str | None, typer.Option(help="What we now know about them.")] = None,
    answered: Annotated[
        bool,
        typer.Option(
            "--answered/--unanswered", help="Unanswered: it does not count, a call-back comes."
        ),
    ] = True,
    kept: Annotated[
        str | None,
        typer.Option(help="The promise that this keeps, in its words or a part of them."),
    ] = None,
    promise: Annotated[str | None, typer.Option(help="What we promised.")] = None,
    promise_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when: fri, 2w, next week, 2026-12-04, …")
    ] = None,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="INITIATIVE", help="Part of what.", autocompletion=initiatives
        ),
    ] = None,
    hours: Annotated[str | None, typer.Option(help="Unpaid hours that it took us.")] = None,
    cost: Annotated[str | None, typer.Option(help="What we spent, such as '64 GBP'.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the line, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Append a touch to a client's log. People are found by id, prefix or part of their name."""
    from relplan.files.emit import Bare

    if kept is not None and not answered:
        raise WrongUse(
            "a line that nobody answered keeps no promise; leave --unanswered or --kept out"
        )
    here = scene(client, person, book, today)
    on = typed_day("--date", date_, here.today)
    fields = {
        "date": on.isoformat(),
        "with": here.people,
        "by": member(here, by, me),
        "how": how,
        "answered": None if answered else Bare("false"),
        "for": initiative(here, for_),
        "note": note,
        "learned": learned,
        "kept": None if kept is None else kept_promise(here, kept, "--kept", on).what,
        "promise": _promise(promise, promise_by, here.today),
        "hours": None if hours is None else Bare(hours),
        "cost": cost,
    }
    write_line(here, fields, dry_run=dry_run)
    if date_ is not None and date_ != fields["date"]:
        print(f"relplan: written for {spoken_day(on, here.today)}", file=sys.stderr)
    if answered and not any((note, learned, kept, promise)):
        print("relplan: without a word of what was said; -m NOTE says it", file=sys.stderr)


def _promise(what: str | None, by: str | None, today: date) -> dict[str, str] | None:
    if what is None and by is None:
        return None
    if what is None or by is None:
        raise WrongUse("a promise has two parts: --promise WHAT --promise-by DATE")
    return {"what": what, "by": typed_coming_day("--promise-by", by, today).isoformat()}
