"""`relplan done`: an initiative was done."""

from typing import Annotated

import typer

from relplan.cli.complete import initiatives, people, ways
from relplan.cli.lines import typed_day
from relplan.cli.options import BookOption, ClientArgument, MeOption, TodayOption
from relplan.cli.plans import end_work, initiative_of, work
from relplan.cli.touches import add_touch
from relplan.cli.writing import DryRunOption

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog='Example: relplan done acme close-clinic -m "They keep the list" --learned "Leeds closes last"'
)
def done(
    client: ClientArgument,
    initiative: Annotated[
        str,
        typer.Argument(
            metavar="INITIATIVE",
            help="Id, prefix or part of its words.",
            autocompletion=initiatives,
        ),
    ],
    result: Annotated[str | None, typer.Option("--result", "-m", help="What came of it.")] = None,
    date_: Annotated[
        str | None, typer.Option("--date", help="The day on which it was done; else today.")
    ] = None,
    log: Annotated[
        bool, typer.Option("--log", help="Write a touch with those it was for into the log, too.")
    ] = False,
    learned: Annotated[
        str | None, typer.Option(help="For the log: what we now know about them.")
    ] = None,
    hours: Annotated[
        str | None, typer.Option(help="For the log: unpaid hours that it took us.")
    ] = None,
    how: Annotated[
        str | None,
        typer.Option(help="For the log: visit, workshop, call, …", autocompletion=ways),
    ] = None,
    people: Annotated[
        str | None,
        typer.Option(
            "--with",
            help="For the log: who of theirs, as raj,jane; else those it is for.",
            autocompletion=people,
        ),
    ] = None,
    dry_run: DryRunOption = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Set an initiative's status to done, with the day and what came of it.

    What is for the log becomes a line there, in the same change: both are written, or none.
    """
    from relplan.files.initiatives import Outcome, close, done_on

    here = work(client, book, today)
    where = initiative_of(here, initiative)
    said = None if date_ is None else typed_day("--date", date_, here.today)
    on = done_on(here.written(where), said, here.today)
    close(here.draft, here.path, where, Outcome("done", result, on))
    if log or any(one is not None for one in (learned, hours, how, people)):
        line = {"how": how, "note": result, "learned": learned, "hours": hours}
        add_touch(here, where, {"date": on.isoformat(), "with": people, "by": me, **line})
    end_work(here, dry_run=dry_run)
