"""`relplan guide`: what is expected of a member at their tier, and how they stand to it."""

from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import members
from relplan.cli.options import (
    BookOption,
    JsonOption,
    TodayOption,
    asker,
    day,
    end,
    member_of,
    open_book,
)
from relplan.cli.pages import print_page
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.book import Loaded

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan guide ben")
def guide(
    member: Annotated[
        str | None,
        typer.Argument(
            metavar="[MEMBER]",
            help="Of this member; else of you, by RELPLAN_ME or git's e-mail.",
            autocompletion=members,
        ),
    ] = None,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """What is expected of a member at their tier: list, rhythm, budget, peers; and today's state.

    The numbers stand in relplan.yaml under `tiers:`, and so does what your firm expects besides
    (`expects:`). What is wanting is marked with an exclamation mark.
    """
    from relplan.analysis.guide import guide as guide_of

    now = day(today)
    loaded = open_book(book)
    of = loaded.book
    found = guide_of(of, _asked(loaded, member), now)
    if json:
        from relplan.reports.guide_json import guide_json

        print(guide_json(of, found), end="")
    else:
        from relplan.reports.guide import sections

        print_page(lambda columns: sections(of, found, columns))
    end(loaded)


def _asked(loaded: "Loaded", typed: str | None) -> str:
    """The member that is typed, else the one who asks."""
    if typed:
        return member_of(loaded, typed)
    if asking := asker(None, loaded.root, loaded.book):
        return asking
    known = ", ".join(loaded.book.settings.team) or "nobody yet"
    raise WrongUse(
        f"whose guide? Write relplan guide MEMBER or set RELPLAN_ME; the team is: {known}"
    )
