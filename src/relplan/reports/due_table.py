"""The morning list on a terminal: a calm table that fits its width."""

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.reports.due import MARKS, More, details, heading, when, who
from relplan.reports.due_closing import GROUPS, closing, group_of
from relplan.reports.layout import width
from relplan.reports.safe import safe

_STYLES = {
    "late": "red",
    "overdue": "yellow",
    "today": "bold",
    "this week": "",
    "later": "dim",
    "not due": "",
}
_MOST_FACTS = 3


def print_due(
    due: DueList, console: Console, owner_name: str | None = None, more: More = lambda _: []
) -> None:
    """Print the list; colours only repeat what a letter or a heading says.

    On a terminal a long fact is cut to one line; into a file nothing is cut.
    """
    console.print(Text(heading(due, owner_name), style="bold"))
    named = owner_name is None
    days = max((width(when(item)) for item in due.items), default=0)
    names = max((width(one.plain) for item in due.items for one in _names(item, named)), default=0)
    for group in GROUPS:
        items = [item for item in due.items if group_of(item) == group]
        if items:
            console.print()
            console.print(Text(group.upper(), style=f"bold {_STYLES[group]}".strip()))
            table = _table(days, min(names, _longest(console)), cut=console.is_terminal)
            for item in items:
                _add(table, item, _facts(item, more, cut=console.is_terminal), named)
            console.print(table)
    console.print()
    for line in closing(due):
        console.print(Text(safe(line), style="dim" if due.items else ""))


def _longest(console: Console) -> int:
    """How much of a line the names may take."""
    return max(18, console.width // 5)


def _table(days: int, names: int, *, cut: bool) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=2)
    table.add_column(width=days)
    table.add_column(width=names, no_wrap=cut, overflow="ellipsis" if cut else "fold")
    table.add_column(ratio=1, overflow="fold")
    return table


def _add(table: Table, item: Item, facts: list[Text], named: bool) -> None:
    """The item's lines: who, client and owner beside why and the facts, one a line."""
    style = _STYLES[group_of(item)]
    mark, day = Text(MARKS[group_of(item)], style=style), Text(when(item), style=style)
    table.add_row(mark, day, Group(*_names(item, named)), Group(*facts))


def _names(item: Item, named: bool) -> list[Text]:
    names = [Text(who(item), style="bold")]
    if item.subject.person_name:
        names.append(Text(safe(item.subject.client_name), style="dim"))
    if named:
        names.append(Text(f"→ {safe(item.subject.owner or 'nobody')}", style="cyan"))
    return names


def _facts(item: Item, more: More, *, cut: bool) -> list[Text]:
    """Why, the freshest facts and how to reach them, then what is to be explained.

    Cut are only facts that `show` has too: neither why, nor how to reach somebody, nor a place.
    """
    lines = details(item)
    reach = lines[-1:] if item.reach else []
    talk = lines[: len(lines) - len(reach)]
    chosen = talk[: _MOST_FACTS - len(reach)] if cut else talk
    return [
        Text(safe(item.why)),
        *(
            Text(line, style="dim", no_wrap=cut, overflow="ellipsis" if cut else "fold")
            for line in chosen
        ),
        *(Text(line, style="dim") for line in (*reach, *more(item))),
    ]
