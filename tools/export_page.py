"""docs/export.md: the introduction, then every table and view with its columns."""

from pathlib import Path

from relplan.reports.export.database import SEARCH
from relplan.reports.export.shape import Column, Table
from relplan.reports.export.tables import TABLES
from relplan.reports.export.views import VIEWS, View

INTRO = Path(__file__).parent.parent / "docs" / "export.intro.md"


def export_page() -> str:
    """The whole page."""
    parts = [INTRO.read_text(encoding="utf-8").rstrip()]
    parts += [_table(one) for one in TABLES]
    parts.append("## The views")
    parts += [_view(one) for one in VIEWS]
    parts.append(f"### `search`\n\nEvery text, by its words: {_listed(SEARCH)}.")
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    rows = ["| column | kind | meaning |", "| --- | --- | --- |"]
    rows += [
        f"| {_name(one, table)} | {one.kind} | {one.about}{_to(one, table)} |"
        for one in table.columns
    ]
    return "\n".join([f"### `{table.name}`", "", table.about, "", *rows])


def _name(column: Column, table: Table) -> str:
    return f"**`{column.name}`**" if column.name in table.key else f"`{column.name}`"


def _to(column: Column, table: Table) -> str:
    """Where the column leads, when it ends a reference."""
    to = [one.table for one in table.refers if one.columns[-1] == column.name]
    return f" → `{to[0]}`" if to else ""


def _view(view: View) -> str:
    return f"### `{view.name}`\n\n{view.about}\n\n{_listed(view.columns.split())}."


def _listed(names: "list[str] | tuple[str, ...]") -> str:
    return ", ".join(f"`{one}`" for one in names)
