"""`relplan show`: one client on one screen."""

import sys
from typing import TYPE_CHECKING

import typer

from relplan.cli.options import (
    BookOption,
    ClientArgument,
    JsonOption,
    TodayOption,
    client_of,
    day,
    end,
    open_book,
    with_its_log,
)

if TYPE_CHECKING:
    from relplan.reports.pack.source import Source

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan show acme")
def show(
    client: ClientArgument,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """One client on one screen: people and ties, strengths and weaknesses, goals, what is due."""
    from relplan.reports.pack.source import source

    now = day(today)
    loaded = open_book(book)
    id_ = with_its_log(loaded, client_of(loaded, client))
    _print(source(loaded.book, id_, now), json=json)
    end(loaded, client=id_)


def _print(made: "Source", *, json: bool) -> None:
    if json:
        from relplan.reports.show_json import as_json

        print(as_json(made), end="")
    elif sys.stdout.isatty():
        from relplan.reports.screen import console
        from relplan.reports.show_screen import print_show

        print_show(made, console())
    else:
        from relplan.reports.show import as_plain

        print(as_plain(made), end="")
