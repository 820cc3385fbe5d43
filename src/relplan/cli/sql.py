"""`relplan sql`: a question to the book, in SQL."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import answer_formats, tables
from relplan.cli.exporting import emit, source_of
from relplan.cli.options import (
    BookOption,
    JsonOption,
    TodayOption,
    day,
    end,
    open_book,
    terminal_width,
)
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.reports.export.query import Answer
    from relplan.reports.export.source import Source

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog="Example: relplan sql 'select client_name, person_name, why from due'\n\n"
    "Example: relplan sql --table people"
)
def sql(
    query: Annotated[
        str | None,
        typer.Argument(metavar="[QUERY]", help="A select; - reads it from standard input."),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Explain this table's columns.", autocompletion=tables),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="table, csv, json or jsonl.",
            autocompletion=answer_formats,
        ),
    ] = "table",
    json: JsonOption = False,
    ahead: Annotated[
        str, typer.Option(metavar="TIME", help="How far the list of what is due looks ahead.")
    ] = "13w",
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Ask the book a question in SQL (SQLite's). Without a query, list the tables.

    The query runs on a copy in memory that cannot be changed, and is stopped when it does not end.
    """
    if query is None or table:
        if query:
            raise WrongUse("a query and --table stand here; write one of the two")
        _explain(table)
        return
    form = _chosen(form, json=json)
    now = day(today)
    loaded = open_book(book)
    source = source_of(loaded, None, ahead, now)
    _print(_asked(source, _typed() if query == "-" else query), form, source)
    end(loaded)


def _typed() -> str:
    """The query on standard input; a byte that is no UTF-8 makes none."""
    return sys.stdin.buffer.read().decode("utf-8-sig", "surrogateescape")


def _explain(table: str | None) -> None:
    from relplan.reports.export.listing import table_text, tables_text

    width = terminal_width()
    print(table_text(table, width) if table else tables_text(width), end="")


def _chosen(form: str, *, json: bool) -> str:
    from relplan.model.choices import not_one_of
    from relplan.reports.export.answer import FORMATS

    if form not in FORMATS:
        raise WrongUse(f"--format: {not_one_of(form, tuple(FORMATS))}")
    if json and form not in ("table", "json"):
        raise WrongUse(f"--json and --format {form}: write one of the two")
    return "json" if json else form


def _asked(source: "Source", query: str) -> "Answer":
    from relplan.cli.progress import Progress
    from relplan.reports.export.query import ask

    with Progress("asking the book"):
        return ask(source, query)


def _print(answer: "Answer", form: str, source: "Source") -> None:
    from relplan.reports.export.answer import FORMATS, as_table

    if form == "table":
        print(as_table(answer, terminal_width()), end="")
        if not answer.rows:
            sys.stdout.flush()
            print("relplan: no rows", file=sys.stderr)
    else:
        emit(FORMATS[form](answer, source.today).encode("utf-8", "replace"))
