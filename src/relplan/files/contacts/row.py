"""One row of a table of contacts as a person of a plan."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relplan.files.contacts.contact import Contact, Lost, Said
from relplan.files.contacts.days import NOTHING, birthday
from relplan.files.contacts.foreign import LONGEST, clean, hides

_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_SEVERAL = re.compile(r"\s*:::\s*")
"""How Google joins several values in one cell."""


class Column(NamedTuple):
    """A column of a table: its place, its header, and what it holds."""

    at: int
    header: str
    part: str
    rank: int


def contact_of(
    file: str, line: int, cells: Sequence[str], columns: Sequence[Column], order: str
) -> Contact | str:
    """The person in a row; a text says why there is nobody. `order` is that of the days: dm or md."""
    row = _Row(line, cells, columns)
    name = row.name()
    if not name:
        return "no name stands in this row"
    row.one("title")
    row.one("department")
    row.many("email")
    row.many("phone")
    row.birthday(order)
    row.one("interests")
    row.one("notes")
    company = row.take("company")
    if company:
        row.lost.append(Lost("organisation", line, text=company))
    fields = {"name": Said(name[:LONGEST], line), **row.fields}
    return Contact(
        file, line, fields, tuple(row.known["email"]), tuple(row.known["phone"]),
        company, tuple(row.lost),
    )  # fmt: skip


class _Row:
    def __init__(self, line: int, cells: Sequence[str], columns: Sequence[Column]) -> None:
        self.line, self.cells, self.columns = line, cells, columns
        self.fields: dict[str, Said] = {}
        self.lost: list[Lost] = []
        self.known: dict[str, list[str]] = {"email": [], "phone": []}

    def name(self) -> str:
        """The whole name, else its parts joined; a courtesy title is no part of it."""
        polite = self.take("mr")
        if polite:
            self.lost.append(Lost("courtesy title", self.line, text=polite))
        parts = [self.take(one) for one in ("first", "middle", "last", "suffix")]
        joined = " ".join(one for one in parts if one)
        return self.take("name") or joined

    def take(self, part: str) -> str:
        """The first text under the columns of a part; another text under a second is lost."""
        first = ""
        for header, raw in self._cells(part):
            text = clean(raw, lines=part == "notes")
            if hides(raw):
                self.lost.append(
                    Lost(f"invisible characters in {header}", self.line, "were left out")
                )
            if len(text) > LONGEST:
                why = f"is longer than {LONGEST:,} characters"
                self.lost.append(Lost(header, self.line, why))
            elif not first:
                first = text
            elif text and text != first:
                why = f"says something else than the first column for {part}"
                self.lost.append(Lost(header, self.line, why, text[:60]))
        return first

    def one(self, field: str) -> None:
        """Fill a field that is one text."""
        if text := self.take(field):
            self.fields[field] = Said(text, self.line)

    def many(self, field: str) -> None:
        """Fill a field of which a row may hold several; all are kept to know the person by."""
        for header, cell in self._cells(field):
            for text in map(clean, _SEVERAL.split(cell)):
                fits = _MAIL.fullmatch(text) if field == "email" else any(map(str.isdigit, text))
                if text and not fits:
                    why = "is no e-mail address" if field == "email" else "is no number"
                    self.lost.append(Lost(header, self.line, why, text[:60]))
                elif text and text not in self.known[field] and len(text) <= 254:
                    self.known[field].append(text)
                    if field in self.fields:
                        words = "e-mail address" if field == "email" else "phone number"
                        self.lost.append(Lost(f"further {words}", self.line, text=text))
                    else:
                        self.fields[field] = Said(text, self.line)

    def birthday(self, order: str) -> None:
        """Fill the birthday, from one column or from three."""
        parts = [self.take(f"birth {one}") for one in ("year", "month", "day")]
        text = self.take("birthday")
        if not text and parts[1] and parts[2]:
            text = f"{parts[0] or '-'}-{parts[1]:0>2}-{parts[2]:0>2}"
        if not text or text in NOTHING:
            return
        if day := birthday(text, order):
            self.fields["birthday"] = Said(day, self.line)
        else:
            why = "is a day that cannot be told for certain"
            self.lost.append(Lost("birthday", self.line, why, text[:60]))

    def _cells(self, part: str) -> Iterator[tuple[str, str]]:
        for one in self.columns:
            if one.part == part and one.at < len(self.cells) and self.cells[one.at].strip():
                yield one.header, self.cells[one.at]
