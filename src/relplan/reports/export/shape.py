"""What a table of an export is made of: named columns that know their value and say what it is.

The names are a promise to whoever reads the export: they are added to, never changed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from relplan.reports.export.source import Source

Kind = Literal["text", "whole", "number", "date", "flag", "list"]
Value = str | int | float | bool | list[str] | None
"""What stands in a cell: dates as YYYY-MM-DD, nothing known as None."""


class Row(NamedTuple):
    """What a row is made from: where it belongs, its id there, the thing itself, what is known more."""

    client: str
    id: Any
    of: Any
    more: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its promised name, the kind of its values, and how one is had from a row."""

    name: str
    kind: Kind
    value: Callable[[Any], Any]
    said: str
    """A sentence about it, or the name of the shape in which the field is explained."""

    @property
    def about(self) -> str:
        """The sentence that explains the column."""
        if self.said.endswith("."):
            return self.said
        from relplan.model.schema import explanations, shapes

        return explanations(shapes()[self.said])[self.name]

    def of(self, row: Any) -> Value:
        """The value in this row, in a form that every format can hold."""
        return _plain(self.value(row), self.kind)


class Reference(NamedTuple):
    """Columns that together name a row of a table; the last of them may lead nowhere."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, which of them identify a row, and where its rows come from."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: "Callable[[Source], Iterable[Any]]"
    refers: tuple[Reference, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(one.name for one in self.columns)

    def read(self, source: "Source") -> list[list[Value]]:
        """The rows, each with a value a column."""
        return [[one.of(row) for one in self.columns] for row in self.rows(source)]


def field(shape: str, name: str, kind: Kind = "text") -> Column:
    """The column that holds a field of the row's thing, explained where the shape has it.

    The shape is named only: a question to the book loads no model.
    """
    return Column(name, kind, attrgetter(f"of.{name}"), shape)


CLIENT = Column("client", "text", attrgetter("client"), "The client or prospect.")
OF_CLIENT = Reference(("client",), "clients")


def id_of(what: str) -> Column:
    """The column of the id that the row's thing has in its file."""
    return Column("id", "text", attrgetter("id"), f"The id of the {what}.")


def _plain(value: Any, kind: Kind) -> Value:
    if value is None:
        return None
    if kind == "list":
        return [str(one) for one in value]
    if kind == "flag":
        return bool(value)
    if kind == "whole":
        return int(value)
    if kind == "number":
        return _number(value)
    return str(value)  # a date as YYYY-MM-DD, a length of time as it is written


def _number(value: Decimal) -> int | float:
    # Nine digits and four after the point are exact in a double, and print as they were written.
    return int(value) if value == int(value) else float(value)
