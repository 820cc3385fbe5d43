"""`relplan team`: who carries what, and what would hang in the air if somebody left."""

from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import leaving, members
from relplan.cli.options import BookOption, JsonOption, TodayOption, day, end, open_book
from relplan.cli.pages import print_page
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.reports.team_page import Asked

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
_LEAVING = ("leaves", "leave", "left", "leaving", "goes", "if", "without")


@app.command(epilog="Example: relplan team --what-if leaves ben\n\nOne member: relplan team ben")
def team(
    member: Annotated[
        str | None,
        typer.Argument(metavar="[MEMBER]", help="Only this member.", autocompletion=members),
    ] = None,
    what_if: Annotated[
        str | None,
        typer.Option(
            metavar="leaves MEMBER",
            help="What would hang in the air, and who is nearest.",
            autocompletion=leaving,
        ),
    ] = None,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Who carries what: lists, lunches, money, hours, what is overdue, promises kept.

    With a member, all that is in their charge. With --what-if leaves MEMBER, who would take it.
    """
    from relplan.reports.team_page import Asked

    now = day(today)
    loaded = open_book(book)
    whose = _named(loaded.book, member, what_if)
    _print(loaded.book, Asked(now, whose, leaves=what_if is not None), json=json)
    end(loaded)


def _named(book: "Book", member: str | None, what_if: str | None) -> str | None:
    """The member that is meant, wherever on the line the name stands."""
    from relplan.model import ids

    team = {id_: one.name for id_, one in book.settings.team.items()}
    words = [one for one in (what_if or "").split() if one.lower() not in _LEAVING]
    if what_if is not None and member and words:
        raise WrongUse(
            f"--what-if names {' '.join(words)}, and {member} stands beside it; name one"
        )
    typed = member or " ".join(words)
    if typed:
        return ids.find(typed, team, "member of the team")
    if what_if is not None:
        known = ", ".join(team) or "nobody yet"
        raise WrongUse(f"who leaves? Write --what-if leaves MEMBER; the team is: {known}")
    return None


def _print(book: "Book", asked: "Asked", *, json: bool) -> None:
    from relplan.reports import team_page

    if json:
        print(team_page.as_json(book, asked), end="")
    else:
        print_page(lambda columns: team_page.sections(book, asked, columns))
