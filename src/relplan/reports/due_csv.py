"""The morning list for a spreadsheet."""

from collections.abc import Iterator

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.reports.csv_table import as_csv
from relplan.reports.due_json import fields

_WHOLE = [
    "kind",
    "client",
    "client_name",
    "person",
    "person_name",
    "owner",
    "due",
    "days_late",
    "late",
    "why",
    "baseline",
    "moved_from",
]
_LISTS = ("about", "reach")
_LAST = ("date", "how", "note")
HEADER = (*_WHOLE, *(f"last_touch_{one}" for one in _LAST), *_LISTS)


def due_as_csv(due: DueList) -> str:
    """The items, a row each, under the names that JSON has too; what is not known is empty."""
    return as_csv(HEADER, ([*_cells(item)] for item in due.items))


def _cells(item: Item) -> Iterator[str | int]:
    value = fields(item)
    yield from (_text(value[name]) for name in _WHOLE)
    last = value["last_touch"] or {}
    yield from (_text(last.get(name)) for name in _LAST)
    yield from ("; ".join(value[name]) for name in _LISTS)


def _text(value: object) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    return "" if value is None else str(value)
