"""Books to export, and texts that do harm where they are not taken for texts."""

from datetime import date
from pathlib import Path
from typing import Any

from scenes import TODAY, Fields, book, jane

from relplan.model.book import Book
from relplan.reports.export.shape import Table
from relplan.reports.export.source import Source

UNTIL = date(2027, 2, 24)
NAUGHTY = (
    "=cmd|'/C calc'!A0",
    "+44 20 7946 0000",
    "@SUM(A1)",
    "-1",
    "\t=1+1",
    "a;b,c\\d\nBEGIN:VCARD\nUID:x\r\nEND:VCARD",
    "'); drop table people; --",
    "\"quoted\", 'single' and `back`",
    "\x1b]52;c;aGk=\x07\x1b[2J\x9b31m",
    "right\u202eleft\u200b\u2028\u2029\ufeff",
    "李 渡辺 é café ✓ 🙂 " + "ä" * 100,
    "NULL",
    "<script>alert(1)</script>",
    "{{ 7*7 }} ${7*7}",
)


def source(of: Book, today: date = TODAY, until: date = UNTIL, client: str | None = None) -> Source:
    """What an export of that book is made from."""
    return Source(of, today, until, client)


def rows(table: Table, of: Source) -> list[dict[str, Any]]:
    """The rows of a table, each by the names of its columns."""
    return [dict(zip(table.names, row, strict=True)) for row in table.read(of)]


def quay() -> Book:
    """The small book with something of everything."""
    from relplan.files.book import load

    return load(Path(__file__).parent / "books" / "quay").book


def acme(*lines: Fields, **fields: Any) -> Book:
    """A book of Acme, with Jane, and these lines in the log; other words are fields of the plan."""
    roles = fields.pop("roles", {"jane": jane()})
    return book({"acme": {"roles": roles, **fields}}, {"acme": lines})


def naughty() -> Book:
    """A book in which people, notes and initiatives are called by harmful texts."""
    plain = [one.replace("\r", "") for one in NAUGHTY]
    roles = {
        f"p{at}": jane(name=one, title=one, notes=one, phone=one, interests=[one])
        for at, one in enumerate(plain)
    }
    lines = [{"date": "2026-11-01", "with": "p0", "note": one, "learned": one} for one in plain]
    initiatives = {f"i{at}": {"what": one, "by": "2026-12-01"} for at, one in enumerate(plain)}
    goals = {"g": {"goal": plain[0], "initiatives": initiatives}}
    return book(
        {"acme": {"client": plain[5], "roles": roles, "goals": goals}},
        {"acme": lines},
        firm=plain[7],
    )
