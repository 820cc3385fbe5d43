"""A query over a copy of the book in memory: it reads, it ends, and it reaches nothing else."""

import contextlib
import sqlite3
from dataclasses import replace
from typing import NamedTuple

from relplan.errors import Refused, WrongUse
from relplan.reports.export.database import database
from relplan.reports.export.query_faults import fault, forbidden
from relplan.reports.export.source import Source

_EVERY = 10_000
_STEPS = 200_000_000
_ROWS = 200_000
_CHARACTERS = 50_000_000
_LONGEST = 5_000_000
_PATTERN = 1_000
_HEAP = 1 << 29
_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_RECURSIVE,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_PRAGMA,
}
_PRAGMAS = {
    "data_version",  # asked by full-text search itself
    "foreign_key_list",
    "index_info",
    "index_list",
    "table_info",
    "table_list",
    "table_xinfo",
}
_FUNCTIONS = {"load_extension", "fts3_tokenizer"}
Cell = str | int | float | bytes | None


class Answer(NamedTuple):
    """What a query gives: the names of its columns, and the rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def ask(source: Source, query: str) -> Answer:
    """The answer to one query; WrongUse says what is wrong with it, Refused that it is too much.

    The judge is asked only for a query that reads a verdict.
    """
    answer, judged = _asked(replace(source, judged=False), query)
    return _asked(source, query)[0] if judged and source.judged else answer


def _asked(source: Source, query: str) -> tuple[Answer, bool]:
    """The answer, and whether a verdict was read for it."""
    with contextlib.closing(database(source)) as made:
        watch = _Watch()
        _close_off(made, watch)
        try:
            cursor = made.execute(query)
            if cursor.description is None:
                raise WrongUse("nothing is asked here; write a query, such as: select * from due")
            columns = tuple(one[0] for one in cursor.description)
            return Answer(columns, _rows(cursor)), watch.judged
        except MemoryError:
            raise Refused(_too_much("memory")) from None
        except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
            raise _why(error, watch, query) from None


def _why(error: Exception, watch: "_Watch", query: str) -> BaseException:
    """What to raise where SQLite gave up."""
    if watch.over:
        return Refused(_too_much("work"))
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        return KeyboardInterrupt()  # Ctrl-C, which came while the query worked
    if watch.refused:
        return WrongUse(forbidden(watch.refused, query))
    return WrongUse(fault(str(error), query))


class _Watch:
    """Answers SQLite while it works: whether something may be done, and whether to go on."""

    def __init__(self) -> None:
        self.refused = ""
        self.over = False
        self.judged = False
        self._left = _STEPS // _EVERY

    def may(self, action: int, one: str | None, two: str | None, *_: str | None) -> int:
        """SQLite's authorizer: reading, and nothing else."""
        self.judged = self.judged or (one, two) == ("initiatives", "verdict")
        if action == sqlite3.SQLITE_PRAGMA:
            fine = (one or "").lower() in _PRAGMAS
        elif action == sqlite3.SQLITE_FUNCTION:
            fine = (two or "").lower() not in _FUNCTIONS
        else:
            # A table of functions, such as json_each, announces itself as a change of the schema;
            # a real one is stopped by `query_only`.
            fine = action in _ALLOWED or (action, one) == (sqlite3.SQLITE_UPDATE, "sqlite_master")
        if fine:
            return sqlite3.SQLITE_OK
        asked = two if action == sqlite3.SQLITE_FUNCTION else one
        names = (sqlite3.SQLITE_PRAGMA, sqlite3.SQLITE_FUNCTION)
        self.refused = self.refused or (asked or "" if action in names else "") or "a change"
        return sqlite3.SQLITE_DENY

    def step(self) -> bool:
        """SQLite's progress: True stops the query."""
        self._left -= 1
        self.over = self._left < 0
        return self.over


def _close_off(made: sqlite3.Connection, watch: _Watch) -> None:
    made.execute("pragma query_only = on")
    made.execute("pragma temp_store = memory")  # what is sorted never touches a disk
    made.execute(f"pragma hard_heap_limit = {_HEAP}")
    made.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    made.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, _PATTERN)
    made.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    made.text_factory = _text
    made.set_authorizer(watch.may)
    made.set_progress_handler(watch.step, _EVERY)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _rows(cursor: sqlite3.Cursor) -> list[tuple[Cell, ...]]:
    found: list[tuple[Cell, ...]] = []
    size = 0
    for row in cursor:
        found.append(row)
        size += sum(len(one) for one in row if isinstance(one, (str, bytes)))
        if len(found) > _ROWS or size > _CHARACTERS:
            raise Refused(_too_much("output"))
    return found


def _too_much(what: str) -> str:
    return (
        f"the query was stopped: too much {what}; join on keys, add a `limit`,"
        " or write the book to a file with: relplan export --format sqlite"
    )
