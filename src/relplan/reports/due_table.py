"""The morning list on a terminal: a calm table that fits its width."""

from itertools import zip_longest

from rich.console import Console
from rich.table import Table
from rich.text import Text

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.reports.due import GROUPS, MARKS, closing, details, group_of, heading, when, who
from relplan.reports.safe import safe

_STYLES = {"overdue": "red", "today": "bold", "this week": "", "later": "dim"}
_MOST_FACTS = 3


def print_due(due: DueList, console: Console, owner_name: str | None = None) -> None:
    """Print the list; colours only repeat what a letter or a heading says."""
    console.print(Text(heading(due, owner_name), style="bold"))
    for group in GROUPS:
        items = [item for item in due.items if group_of(item) == group]
        if items:
            console.print()
            console.print(Text(group.upper(), style=f"bold {_STYLES[group]}".strip()))
            console.print(_table(items, group, console.width, named=owner_name is None))
    console.print()
    console.print(Text(closing(due), style="dim" if due.items else ""))


def _table(items: list[Item], group: str, width: int, *, named: bool) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(width=12)
    table.add_column(width=max(18, width // 5), no_wrap=True, overflow="ellipsis")
    table.add_column(ratio=1)
    for item in items:
        for row in _rows(item, group, named=named):
            table.add_row(*row)
    return table


def _rows(item: Item, group: str, *, named: bool) -> list[tuple[Text, Text, Text, Text]]:
    """The item's lines: who and why first, then one fact a line beside client and owner."""
    style = _STYLES[group]
    names = [Text(who(item), style="bold")]
    if item.subject.person_name:
        names.append(Text(safe(item.subject.client_name), style="dim"))
    if named:
        names.append(Text(f"→ {safe(item.subject.owner or 'nobody')}", style="cyan"))
    facts = [Text(safe(item.why)), *_facts(item)]
    rows = zip_longest(names, facts, fillvalue=Text())
    first = (Text(MARKS[group], style=style), Text(when(item), style=style))
    return [(*(first if not at else (Text(), Text())), *row) for at, row in enumerate(rows)]


def _facts(item: Item) -> list[Text]:
    """The freshest facts and how to reach them, each cut to one line: the rest is in `show`."""
    lines = details(item)
    reach = lines[-1:] if item.reach else []
    chosen = [*lines[: len(lines) - len(reach)][: _MOST_FACTS - len(reach)], *reach]
    # Whom to call and how is never cut; what was said can be looked up.
    return [
        Text(line, style="dim")
        if line in reach
        else Text(line, style="dim", no_wrap=True, overflow="ellipsis")
        for line in chosen
    ]
