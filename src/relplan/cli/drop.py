"""`relplan drop`: an initiative will not be done."""

from typing import Annotated

import typer

from relplan.cli.complete import initiatives
from relplan.cli.options import BookOption, ClientArgument, TodayOption
from relplan.cli.plans import end_work, initiative_of, work
from relplan.cli.writing import DryRunOption

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog='Example: relplan drop acme close-clinic -m "Raj built his own list"')
def drop(
    client: ClientArgument,
    initiative: Annotated[
        str,
        typer.Argument(
            metavar="INITIATIVE",
            help="Id, prefix or part of its words.",
            autocompletion=initiatives,
        ),
    ],
    why: Annotated[str | None, typer.Option("--why", "-m", help="Why, for its `result`.")] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Set an initiative's status to dropped; it stays in the plan, with the reason."""
    from relplan.files.initiatives import Outcome, close

    here = work(client, book, today)
    close(here.draft, here.path, initiative_of(here, initiative), Outcome("dropped", why))
    end_work(here, dry_run=dry_run)
