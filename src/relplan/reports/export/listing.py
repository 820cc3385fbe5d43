"""What can be asked: the tables and views with their columns, for whoever writes a query."""

from collections.abc import Iterator

from relplan.errors import WrongUse
from relplan.reports.export.database import SEARCH
from relplan.reports.export.query_faults import no_table
from relplan.reports.export.tables import BY_NAME, TABLES
from relplan.reports.export.views import VIEWS, VIEWS_BY_NAME
from relplan.reports.layout import table, wrap

_SEARCH = (
    "Every text of plans and logs by its words: select * from search where search match 'word'."
)


def tables_text(columns: int | None = None) -> str:
    """Every table and view with its columns, one below the other."""
    lines: list[str] = []
    for name, about, names in _all():
        lines += [f"{name}: {about}", *_indented(", ".join(names), columns), ""]
    return "\n".join(lines[:-1]) + "\n"


def table_text(name: str, columns: int | None = None) -> str:
    """One table: each column with its kind and what it is; WrongUse names the nearest."""
    if name in BY_NAME:
        one = BY_NAME[name]
        rows = [(column.name, column.kind, column.about) for column in one.columns]
        return "\n".join([one.about, "", *table(rows, columns=columns)]) + "\n"
    for known, about, names in _all():
        if known == name:
            query = VIEWS_BY_NAME[name].query if name in VIEWS_BY_NAME else ""
            return "\n".join([about, "", ", ".join(names), query]).rstrip() + "\n"
    raise WrongUse(no_table(name))


def _all() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for one in TABLES:
        yield one.name, one.about, one.names
    for view in VIEWS:
        yield view.name, view.about, tuple(view.columns.split())
    yield "search", _SEARCH, SEARCH


def _indented(text: str, columns: int | None) -> list[str]:
    lines = [text] if columns is None else wrap(text, max(20, columns - 2))
    return [f"  {line}" for line in lines]
