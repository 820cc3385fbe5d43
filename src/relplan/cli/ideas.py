"""`relplan ideas`: ways to invest in a client."""

from typing import Annotated

import typer

from relplan.cli.complete import clients
from relplan.cli.options import BookOption, JsonOption, client_of, end, open_book

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan ideas acme")
def ideas(
    client: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLIENT]", help="Choose for this client's plan.", autocompletion=clients
        ),
    ] = None,
    count: Annotated[
        int, typer.Option("--count", "-n", min=1, help="How many for a weakness.")
    ] = 3,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """List ways to invest in a client, unpaid: all of them, or those that suit a client's plan.

    For a client they are chosen for each weakness of the plan and the people around it.
    """
    from relplan.judgement.ideas import catalogue
    from relplan.reports import ideas as report

    if client is None:
        everything = {"": catalogue()}
        print(report.as_json(everything) if json else report.as_list(everything), end="")
        return
    from relplan.analysis.suggestions import ideas_for_plan

    loaded = open_book(book)
    id_ = client_of(loaded, client, plans_only=True)
    plan = loaded.book.plans[id_]
    chosen = ideas_for_plan(plan, count)
    print(report.as_json(chosen) if json else report.as_list(chosen), end="")
    end(loaded, client=id_)
