"""`relplan rename`: another id, in every file that mentions it."""

import contextlib
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import renamable
from relplan.cli.complete_places import renamable_in
from relplan.cli.complete_words import plan_kinds
from relplan.cli.options import BookOption, client_of, open_book, refuse_unread, root_of
from relplan.cli.writing import DryRunOption, finish
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.files.known import Thing

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
KINDS = ("client", "prospect", "campaign", "member", "tier")


@app.command(epilog="Example: relplan rename acme raj raj-malhotra")
def rename(
    where: Annotated[
        str,
        typer.Argument(
            metavar="CLIENT|KIND",
            help="The client whose person, goal … it is; or client, prospect, campaign, member or"
            " tier for the id of one.",
            autocompletion=renamable,
        ),
    ],
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The id that it has.", autocompletion=renamable_in)
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it gets.")],
    kind: Annotated[
        str | None,
        typer.Option(
            help="person, goal, initiative, …: where two things of a plan share an id.",
            autocompletion=plan_kinds,
        ),
    ] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
) -> None:
    """Give something another id in every file that mentions it: all of them or none.

    Only the ids change; comments, order and every other byte stay. A client's files move along.
    """
    from relplan.files.journal import alone
    from relplan.files.rename import rename as renamed

    with contextlib.nullcontext() if dry_run else alone(root_of(book)):
        loaded = open_book(book)
        finish(renamed(loaded, _thing(loaded, where, old, kind), new), dry_run=dry_run, gone=False)


def _thing(loaded: "Loaded", where: str, old: str, kind: str | None) -> "Thing":
    """What OLD is: of the whole book when WHERE is a kind, else of the plan that WHERE names."""
    from relplan.files.things import of_book, of_plan

    if where in ("client", "prospect") and old not in loaded.book.names():
        refuse_unread(loaded, f"{where}s/{old}.yaml")
    if where not in KINDS:
        return of_plan(loaded, client_of(loaded, where), old, kind)
    if kind is not None:
        raise WrongUse(f"--kind is for what stands in a plan; a {where} is renamed without it")
    return of_book(loaded, where, old)
