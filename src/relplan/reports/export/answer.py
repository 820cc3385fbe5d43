"""The answer to a query as text: a table to read, CSV, JSON."""

import json
from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import Any

from relplan.errors import WrongUse
from relplan.reports.csv_table import Form, as_csv
from relplan.reports.export.query import Answer, Cell
from relplan.reports.layout import table
from relplan.reports.safe import safe

VERSION = 1


def as_table(answer: Answer, columns: int | None = None) -> str:
    """The rows under their names, lined up; what is not known is empty."""
    rows = [[safe(_shown(one)) for one in row] for row in answer.rows]
    lines = table(rows, [safe(one) for one in answer.columns], columns)
    return "".join(f"{line}\n" for line in lines)


def answer_csv(answer: Answer, form: Form = Form()) -> str:  # noqa: B008 -- frozen
    """The rows for a spreadsheet."""
    rows = (
        [one if isinstance(one, (int, float)) else _shown(one) for one in r] for r in answer.rows
    )
    return as_csv(answer.columns, rows, form)


def answer_json(answer: Answer, today: date) -> str:
    """The rows for a program: version 1, a row an object, in the order of the query."""
    rows = _objects(answer)
    value = {
        "version": VERSION,
        "today": today.isoformat(),
        "columns": answer.columns,
        "rows": rows,
    }
    # ASCII: no control or bidi character reaches a terminal, and no encoding breaks the JSON.
    return json.dumps(value, indent=2, allow_nan=False) + "\n"


def answer_jsonl(answer: Answer, _today: date) -> str:
    """The rows for a program that reads line by line: a row an object."""
    return "".join(json.dumps(row, allow_nan=False) + "\n" for row in _objects(answer))


def _objects(answer: Answer) -> list[dict[str, Any]]:
    twice = [one for one in answer.columns if answer.columns.count(one) > 1]
    if twice:
        raise WrongUse(
            f"two columns are called `{twice[0]}`, and JSON has room for one;"
            f" name the other: {twice[0]} as another_name"
        )
    return [
        {name: _plain(one) for name, one in zip(answer.columns, row, strict=True)}
        for row in answer.rows
    ]


def _plain(one: Cell) -> Any:
    if isinstance(one, float) and not isfinite(one):
        return str(one)  # JSON has no infinity
    return f"0x{one.hex()}" if isinstance(one, bytes) else one


def _shown(one: Cell) -> str:
    if one is None:
        return ""
    return f"0x{one.hex()}" if isinstance(one, bytes) else str(one)


FORMATS: dict[str, Callable[[Answer, date], str]] = {
    "table": lambda answer, _: as_table(answer),
    "csv": lambda answer, _: answer_csv(answer),
    "json": answer_json,
    "jsonl": answer_jsonl,
}
"""The formats of an answer on a pipe."""
