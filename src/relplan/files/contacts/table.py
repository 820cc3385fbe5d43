"""Tables of contacts (CSV): found out are the separator, the header, and what each column holds."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from relplan.errors import WrongUse
from relplan.files.contacts.contact import Contact, Contacts, Lost, Unread
from relplan.files.contacts.days import order_of
from relplan.files.contacts.foreign import from_bytes
from relplan.files.contacts.headers import COLUMNS, IGNORED, parts_of, plain, score
from relplan.files.contacts.row import Column, contact_of

MOST = 10_000
_SEPARATORS = ",;\t|"
_PREAMBLE = 20
"""How many lines may stand before the header: LinkedIn writes three."""
_LONGEST_ROW = 200
"""A cell with more lines than this is a quote that nobody closed."""


class _Row(NamedTuple):
    line: int
    cells: list[str]


def contacts_of(file: str, text: str, mapping: Mapping[str, str]) -> Contacts:
    """Everybody in a table; WrongUse when no header is found, or the mapping names no column."""
    wrong = next((one for one in mapping.values() if one not in COLUMNS), None)
    if wrong is not None:
        raise WrongUse(f"no field {wrong!r}; a column may fill {', '.join(COLUMNS)}")
    text, notes = _decoded(text)
    separator, header = _header(text, mapping)
    if header is None or not _names(header.cells, mapping):
        raise WrongUse(
            f"{file}: no line of headers with a name is found in the first {_PREAMBLE} lines;"
            ' name the columns, such as --map "Mail=email" --map "Full name=name"'
        )
    notes += _unmatched(mapping, header.cells)
    rows, unread = _rows(file, text, separator, header)
    columns, left = _columns(header.cells, rows, mapping)
    if header.line > 1:
        last = header.line - 1
        lines = "line 1" if last == 1 else f"lines 1 to {last}"
        notes.append(f"{lines} before the headers in line {header.line} were left out")
    if left:
        notes.append(f"columns without a place in a plan: {', '.join(left)}")
    births = [_cell(row, one) for one in columns if one.part == "birthday" for row in rows]
    order = order_of(births)
    people: list[Contact] = []
    for row in rows:
        made = contact_of(file, row.line, row.cells, columns, order)
        if isinstance(made, Contact):
            beyond = _beyond(row, len(header.cells))
            people.append(made._replace(lost=(*made.lost, *beyond)))
        else:
            unread.append(Unread(file, row.line, made))
    return Contacts(tuple(people), tuple(unread), tuple(notes))


def _decoded(text: str) -> tuple[str, list[str]]:
    if not any("\udc80" <= one <= "\udcff" for one in text):
        return text, []
    read, name = from_bytes(text.encode("utf-8", "surrogateescape"))
    return read, [f"read as {name}, since it is not UTF-8; look at the accents of names"]


def _header(text: str, mapping: Mapping[str, str]) -> tuple[str, _Row | None]:
    """The separator and the row under which most columns are known."""
    best: tuple[int, str, _Row | None] = (0, ",", None)
    head = "".join(text.splitlines(keepends=True)[:_PREAMBLE])[:100_000]
    for separator in _SEPARATORS:
        for row in _read(head, separator):
            found = row.cells if isinstance(row, _Row) else []
            count = score(found, mapping)
            if isinstance(row, _Row) and count > best[0] and (count > 1 or len(found) < 3):
                best = (count, separator, row)
    return best[1], best[2]


def _names(header: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """True when a column holds names: without one there is nobody."""
    parts = {part for part, _ in parts_of(header, mapping, ())}
    return bool(parts & {"name", "first", "last"})


def _rows(file: str, text: str, separator: str, header: _Row) -> tuple[list[_Row], list[Unread]]:
    rows: list[_Row] = []
    unread: list[Unread] = []
    for number, row in enumerate(_read(text, separator)):
        if number > 20 * MOST:
            unread.append(Unread(file, number, f"more than {20 * MOST:,} lines; split the file"))
            break
        if isinstance(row, Unread):
            unread.append(row._replace(file=file))
        elif row.line > header.line and any(one.strip() for one in row.cells):
            if len(rows) >= MOST:
                unread.append(Unread(file, row.line, f"more than {MOST:,} rows; split the file"))
                break
            rows.append(row)
    return rows, unread


def _read(text: str, separator: str) -> Iterator[_Row | Unread]:
    """The rows with the line at which each begins; a cell without an end costs only itself."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Unread("", line, "a cell that is too long; perhaps a quote is not closed")
            continue
        if reader.line_num - line > _LONGEST_ROW:
            yield Unread("", line, "a cell of more than 200 lines; perhaps a quote is not closed")
        else:
            yield _Row(line, cells)


def _columns(
    header: Sequence[str], rows: Sequence[_Row], mapping: Mapping[str, str]
) -> tuple[list[Column], list[str]]:
    """What each column holds, the better ones first, and those that hold something without a place."""
    at = next((n for n, one in enumerate(header) if plain(one) == "title"), -1)
    titles = [row.cells[at] for row in rows if 0 <= at < len(row.cells)]
    columns, left = [], []
    for index, (part, rank) in enumerate(parts_of(header, mapping, titles)):
        column = Column(index, header[index].strip(), part, rank)
        if part and part != IGNORED:
            columns.append(column)
        elif not part and any(_cell(row, column) for row in rows):
            left.append(column.header or f"the {index + 1}th, without a header")
    return sorted(columns, key=lambda one: (one.rank, one.at)), left


def _cell(row: _Row, column: Column) -> str:
    return row.cells[column.at].strip() if column.at < len(row.cells) else ""


def _beyond(row: _Row, width: int) -> list[Lost]:
    texts = [one.strip()[:60] for one in row.cells[width:] if one.strip()]
    return [Lost("cell beyond the last header", row.line, text=one) for one in texts]


def _unmatched(mapping: Mapping[str, str], header: Sequence[str]) -> list[str]:
    there = {plain(one) for one in header}
    return [f"no column is called {one!r}" for one in mapping if plain(one) not in there]
