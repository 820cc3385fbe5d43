"""The tables as a SQLite database: strict tables, foreign keys, views, full-text search.

Only here and in `query` sqlite3 is known. The database is built in memory and handed on as bytes.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from relplan.errors import Refused
from relplan.reports.export.firm_tables import VERSION
from relplan.reports.export.shape import Column, Kind, Reference, Table
from relplan.reports.export.source import Source
from relplan.reports.export.tables import BY_NAME, TABLES
from relplan.reports.export.views import VIEWS

_NEEDED = (3, 37, 0)
_TYPES: dict[Kind, str] = {
    "text": "TEXT",
    "whole": "INTEGER",
    "number": "REAL",
    "date": "TEXT",
    "flag": "INTEGER",
    "list": "TEXT",
}
_CHECKS = {"flag": " CHECK ({0} IN (0, 1))", "list": " CHECK (json_valid({0}))"}
_WORDS = "tokenize = 'unicode61 remove_diacritics 2'"
_SEARCHED = {
    "people": ("name", "title", "department", "interests", "notes"),
    "touches": ("note", "learned", "promise", "kept"),
    "initiatives": ("what", "invests", "learns", "illustrates", "result"),
}
"""The tables with an index of their own, `people_fts` and so on, and the columns in it."""
_TEXTS = """
insert into search(kind, client, id, text)
select 'client', id, id, name || coalesce(': ' || notes, '') from clients union all
select 'person', client, id,
       name || coalesce(', ' || title, '') || coalesce(', ' || department, '')
       || coalesce(': ' || notes, '') from people union all
select 'touch', client, date,
       trim(coalesce(note, '') || ' ' || coalesce(learned, '') || ' ' || coalesce(promise, ''))
  from touches where coalesce(note, learned, promise) is not null union all
select 'goal', client, id, goal from goals union all
select 'initiative', client, id, what || coalesce(': ' || result, '') from initiatives union all
select 'strength', client, id, text || coalesce(': ' || evidence, '') from strengths union all
select 'weakness', client, id, text || coalesce(': ' || evidence, '') from weaknesses union all
select 'value', client, id, text from client_values union all
select 'decision', client, review, what from decisions union all
select 'homework', client, id, learned from homework
"""
SEARCH = ("kind", "client", "id", "text")
"""The columns of `search`, in which every text of a plan and its log is found by its words."""


def database(source: Source) -> sqlite3.Connection:
    """A database in memory that holds the export; the caller closes it."""
    if sqlite3.sqlite_version_info < _NEEDED:
        raise Refused(
            f"the SQLite of this Python is {sqlite3.sqlite_version}; strict tables need 3.37,"
            " so use a newer Python"
        )
    made = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _fill(made, source)
    except BaseException as error:
        made.close()
        if isinstance(error, sqlite3.OperationalError):
            raise Refused(
                f"the SQLite of this Python lacks something ({error}); use another Python"
            ) from None
        raise
    return made


def as_bytes(source: Source) -> bytes:
    """The database as the bytes of a file: the same for the same book, day and SQLite."""
    made = database(source)
    try:
        return bytes(made.serialize())
    finally:
        made.close()


def _fill(made: sqlite3.Connection, source: Source) -> None:
    made.execute("pragma page_size = 4096")
    made.execute(f"pragma user_version = {VERSION}")
    made.execute("begin")
    keys: dict[tuple[str, tuple[str, ...]], set[tuple[Any, ...]]] = {}
    for table in TABLES:
        made.execute(create(table))
        rows = [dict(zip(table.names, row, strict=True)) for row in table.read(source)]
        keys[table.name, table.key] = {tuple(row[one] for one in table.key) for row in rows}
        marks = ", ".join("?" * len(table.columns))
        made.executemany(
            f"insert into {table.name} values ({marks})",  # noqa: S608 -- our own names
            ([_stored(one) for one in row.values()] for row in _linked(table, rows, keys)),
        )
    for statement in (*_indexes(), *_searches()):
        made.execute(statement)
    for view in VIEWS:
        named = ", ".join(view.columns.split())
        made.execute(f"create view {view.name} ({named}) as{view.query}")
    made.execute("commit")


def create(table: Table) -> str:
    """The statement that makes a table."""
    lines = [_column(one, one.name in table.key) for one in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    for one in table.refers:
        # The other side is named, though SQLite would know it: readers such as Datasette do not.
        there = ", ".join(BY_NAME[one.table].key)
        lines.append(f"FOREIGN KEY ({', '.join(one.columns)}) REFERENCES {one.table} ({there})")
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n) STRICT"


def _column(column: Column, is_key: bool) -> str:
    never_empty = " NOT NULL" if is_key else ""
    check = _CHECKS.get(column.kind, "").format(column.name)
    return f"{column.name} {_TYPES[column.kind]}{never_empty}{check}"


def _stored(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _linked(
    table: Table,
    rows: list[dict[str, Any]],
    keys: dict[tuple[str, tuple[str, ...]], set[tuple[Any, ...]]],
) -> Iterator[dict[str, Any]]:
    """The rows without references that lead nowhere: lint names those, a foreign key forbids them."""
    for row in rows:
        lost = [one for one in table.refers if _is_lost(one, row, keys)]
        if any(one.columns[-1] in table.key for one in lost):
            continue
        yield row | {one.columns[-1]: None for one in lost}


def _is_lost(
    reference: Reference,
    row: dict[str, Any],
    keys: dict[tuple[str, tuple[str, ...]], set[tuple[Any, ...]]],
) -> bool:
    told = tuple(row[one] for one in reference.columns)
    known = next(found for (name, _), found in keys.items() if name == reference.table)
    return None not in told and told not in known


def _indexes() -> Iterator[str]:
    """An index for each foreign key, for joins from the other side."""
    for table in TABLES:
        for one in table.refers:
            if table.key[: len(one.columns)] != one.columns:
                name = f"{table.name}_by_{'_'.join(one.columns)}"
                yield f"create index {name} on {table.name} ({', '.join(one.columns)})"


def _searches() -> Iterator[str]:
    columns = ", ".join(f"{one} unindexed" if one != "text" else one for one in SEARCH)
    yield f"create virtual table search using fts5({columns}, {_WORDS})"
    yield _TEXTS
    for table, names in _SEARCHED.items():
        index = f"{table}_fts"
        listed = ", ".join(names)
        yield f'create virtual table {index} using fts5({listed}, content="{table}", {_WORDS})'
        yield f"insert into {index}({index}) values ('rebuild')"  # noqa: S608 -- our own names
