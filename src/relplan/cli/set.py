"""`relplan set`: one value of a plan, and no other byte."""

from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import clients, places
from relplan.cli.options import BookOption, TodayOption, day, open_book, tell_faults
from relplan.cli.plans import Work, work
from relplan.cli.writing import DryRunOption, finish
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from pathlib import Path

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    "set",
    epilog="Example: relplan set acme jane.stance mentor; of relplan.yaml: relplan set book cadence.A 4w",
)
def set_(
    client: Annotated[
        str,
        typer.Argument(
            metavar="CLIENT",
            help="Id, prefix or part of the name; `book` for relplan.yaml.",
            autocompletion=clients,
        ),
    ],
    path: Annotated[
        str,
        typer.Argument(
            metavar="PATH", help="roles.jane.stance, jane.stance, team, …", autocompletion=places
        ),
    ],
    value: Annotated[
        list[str] | None,
        typer.Argument(metavar="[VALUE]", help="A list as ben,priya; a day as it is said."),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the field or entry out.")] = False,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Set a field of a plan, or take it out; the old line is shown beside the new one.

    A field that the plan does not have yet is begun where the other plans have it. An entry that is
    not there is begun by: relplan add.
    """
    from relplan.files.address import address
    from relplan.files.book import shape_of
    from relplan.files.put import deepest, put

    if bool(value) == remove:
        raise WrongUse("say what to set, or --remove: relplan set CLIENT PATH VALUE")
    here = _here(client, book, today)
    shape = shape_of(here.path)
    where = address(here.loaded.documents[here.path], shape, path)
    if value:
        from relplan.cli.values import typed_value

        put(here.draft, here.path, where, typed_value(shape, where, value, here.today))
    elif deepest(here.draft, here.path, where)[0] != where:
        raise WrongUse(f"{'.'.join(map(str, where))} is not written there: nothing to take out")
    else:
        here.draft.remove(here.path, where)
    finish(here.draft, dry_run=dry_run)
    tell_faults(here.loaded, here.client)  # it is written: that is no failure


def _here(client: str, book: "Path | None", today: str | None) -> Work:
    """The plan to change; of a client called `book` its plan, else the book's settings."""
    if client not in ("book", "relplan.yaml"):
        return work(client, book, today, plans_only=False)
    from relplan.files.book import SETTINGS
    from relplan.files.draft import Draft

    loaded = open_book(book)
    if client in loaded.book.everyone():
        return work(client, book, today, plans_only=False)
    return Work(loaded, day(today), "", SETTINGS, Draft(loaded))
