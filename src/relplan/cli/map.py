"""`relplan map`: the relationship map of a client or prospect."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import forms
from relplan.cli.options import (
    BookOption,
    ClientArgument,
    TodayOption,
    client_of,
    day,
    end,
    open_book,
    with_its_log,
)
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.reports.map.chart import Chart

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog="Example: relplan map acme\n\nExample: relplan map acme --format svg > acme.svg"
)
def draw(
    client: ClientArgument,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="terminal (a tree of lines), mermaid, svg or dot.",
            autocompletion=forms,
        ),
    ] = "terminal",
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Draw who reports to whom at a client's, how they stand to us, and who of ours keeps the tie.

    Those who have left are not drawn; what is missing between them and us stands under the map.
    """
    from relplan.reports.map.chart import chart
    from relplan.reports.pack.source import source

    now, form = day(today), _chosen(form)
    loaded = open_book(book)
    id_ = with_its_log(loaded, client_of(loaded, client))
    _print(form, chart(source(loaded.book, id_, now)))
    end(loaded, client=id_)


def _chosen(form: str) -> str:
    from relplan.model.choices import not_one_of
    from relplan.reports.map.forms import FORMS

    if form not in FORMS:
        raise WrongUse(f"--format: {not_one_of(form, tuple(FORMS))}")
    return form


def _print(form: str, drawn: "Chart") -> None:
    from relplan.reports.map.forms import FORMS

    if form == "terminal" and sys.stdout.isatty():
        from relplan.reports.map.terminal import sections
        from relplan.reports.screen import console, print_sections

        screen = console()
        print_sections(sections(drawn, screen.width), screen)
    else:
        print(FORMS[form](drawn), end="")
