"""The formats of an export, each a function from a source and what is wanted to bytes."""

from collections.abc import Callable
from typing import NamedTuple

from relplan.reports.csv_table import Form
from relplan.reports.export.source import Source
from relplan.reports.export.tables import TABLES
from relplan.reports.export.views import VIEWS


class Asked(NamedTuple):
    """Which part of the book is wanted, and how it is written."""

    tables: tuple[str, ...] = ()
    """Tables and views by name; none is every table."""
    form: Form = Form()
    owner: str | None = None
    notes: bool = False


class Made(NamedTuple):
    """What a format makes: the bytes of a file, and a word about what is in it."""

    content: bytes
    said: str


EVERY = tuple(one.name for one in TABLES)
VIEW_NAMES = tuple(one.name for one in VIEWS)


def csv_table(source: Source, asked: Asked) -> Made:
    """One table as CSV."""
    from relplan.reports.export.csv_files import csv_of

    (name,) = asked.tables
    text, rows = csv_of(source, name, asked.form)
    return Made(text.encode("utf-8"), _count(rows, "row"))


def _json(source: Source, asked: Asked) -> Made:
    from relplan.reports.export.json_texts import as_json

    text, rows = as_json(source, asked.tables or EVERY)
    return Made(text.encode("ascii"), _count(rows, "row"))


def _jsonl(source: Source, asked: Asked) -> Made:
    from relplan.reports.export.json_texts import as_json_lines

    text, rows = as_json_lines(source, asked.tables or EVERY)
    return Made(text.encode("ascii"), _count(rows, "line"))


def _sqlite(source: Source, _: Asked) -> Made:
    from relplan.reports.export.database import as_bytes

    said = f"{_count(len(TABLES), 'table')} and {_count(len(VIEWS), 'view')}"
    return Made(as_bytes(source), said)


def _vcard(source: Source, asked: Asked) -> Made:
    from relplan.reports.export.cards import as_cards

    text, cards = as_cards(source, asked.owner, notes=asked.notes)
    return Made(text.encode("utf-8"), _count(cards, "card"))


def _ical(source: Source, asked: Asked) -> Made:
    from relplan.reports.export.calendar import calendar

    content, events = calendar(source, asked.owner)
    return Made(content, _count(events, "event"))


FORMATS: dict[str, Callable[[Source, Asked], Made]] = {
    "csv": csv_table,
    "json": _json,
    "jsonl": _jsonl,
    "sqlite": _sqlite,
    "vcard": _vcard,
    "ical": _ical,
}
ENDINGS = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".vcf": "vcard",
    ".ics": "ical",
}
"""The format that the ending of a file's name says."""


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
