"""The tables for programs: one JSON document, or a JSON object a line."""

import json
from collections.abc import Sequence
from typing import Any

from relplan.reports.export.csv_files import rows_of
from relplan.reports.export.firm_tables import VERSION
from relplan.reports.export.source import Source


def as_json(source: Source, names: Sequence[str]) -> tuple[str, int]:
    """The tables as one document, and how many rows it holds; nothing but ASCII."""
    tables = {name: _objects(source, name) for name in names}
    value = {
        "version": VERSION,
        "firm": source.book.settings.firm,
        "today": source.today.isoformat(),
        "until": source.until.isoformat(),
        "tables": tables,
    }
    return json.dumps(value, indent=2) + "\n", sum(len(rows) for rows in tables.values())


def as_json_lines(source: Source, names: Sequence[str]) -> tuple[str, int]:
    """The rows as objects, one a line, each with its `table`; the first is the one of `book`."""
    listed = dict.fromkeys(("book", *names))
    lines = [
        json.dumps({"table": name, **row}) for name in listed for row in _objects(source, name)
    ]
    return "\n".join(lines) + "\n", len(lines)


def _objects(source: Source, name: str) -> list[dict[str, Any]]:
    columns, rows = rows_of(source, name)
    return [dict(zip(columns, row, strict=True)) for row in rows]
