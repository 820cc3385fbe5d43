"""The tables for spreadsheets: one table a file."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from relplan.reports.csv_table import Form, as_csv
from relplan.reports.export.query import ask
from relplan.reports.export.source import Source
from relplan.reports.export.tables import BY_NAME
from relplan.reports.export.views import FLAGS, LISTS


def csv_of(source: Source, name: str, form: Form) -> tuple[str, int]:
    """A table or view as CSV, and how many rows it has; what is not known is empty.

    Lists are joined by `; `, true and false are yes and no.
    """
    columns, rows = rows_of(source, name)
    return as_csv(columns, ([*_cells(row)] for row in rows), form), len(rows)


def rows_of(source: Source, name: str) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    """The names and the rows of a table, or of a view."""
    if name in BY_NAME:
        return BY_NAME[name].names, BY_NAME[name].read(source)
    columns, rows = ask(source, f"select * from {name}")  # noqa: S608 -- a name of ours
    return columns, [[*map(_of_view, columns, row)] for row in rows]


def _of_view(name: str, value: Any) -> Any:
    """A value of a view as tables have it."""
    if value is None:
        return None
    if name in FLAGS:
        return bool(value)
    return json.loads(value) if name in LISTS else value


def _cells(row: Sequence[Any]) -> Iterator[str | int | float]:
    for one in row:
        if one is None:
            yield ""
        elif isinstance(one, bool):
            yield "yes" if one else "no"
        elif isinstance(one, list):
            yield "; ".join(one)
        else:
            yield one
