"""`relplan set`: one value of a plan, and no other byte."""

from typing import Annotated

import typer

from relplan.cli.complete import clients
from relplan.cli.complete_places import places, values
from relplan.cli.options import BookOption, TodayOption
from relplan.cli.plans import end_work, work_or_settings
from relplan.cli.writing import DryRunOption
from relplan.errors import WrongUse

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
        typer.Argument(
            metavar="[VALUE]",
            help="A list as ben,priya; a day as it is said.",
            autocompletion=values,
        ),
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
    here = work_or_settings(client, book, today)
    shape = shape_of(here.path)
    where = address(here.loaded.documents[here.path], shape, path)
    if value:
        from relplan.cli.values import typed_value

        put(here.draft, here.path, where, typed_value(shape, where, value, here.today))
    elif deepest(here.draft, here.path, where)[0] != where:
        raise WrongUse(f"{'.'.join(map(str, where))} is not written there: nothing to take out")
    else:
        here.draft.remove(here.path, where)
    end_work(here, dry_run=dry_run)
