"""The morning list on a terminal: a calm table that fits its width."""

from itertools import zip_longest

from rich.console import Console
from rich.table import Table
from rich.text import Text

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.reports.due import MARKS, More, details, heading, when, who
from relplan.reports.due_closing import GROUPS, closing, group_of
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
    for group in GROUPS:
        items = [item for item in due.items if group_of(item) == group]
        if items:
            console.print()
            console.print(Text(group.upper(), style=f"bold {_STYLES[group]}".strip()))
            table = _table(console.width, cut=console.is_terminal)
            for item in items:
                _add(table, item, _facts(item, more, cut=console.is_terminal), owner_name is None)
            console.print(table)
    console.print()
    for line in closing(due):
        console.print(Text(safe(line), style="dim" if due.items else ""))


def _table(width: int, *, cut: bool) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=2)
    table.add_column(width=12)
    table.add_column(width=max(18, width // 5), no_wrap=cut, overflow="ellipsis" if cut else "fold")
    table.add_column(ratio=1, overflow="fold")
    return table


def _add(table: Table, item: Item, facts: list[Text], named: bool) -> None:
    """The item's lines: who and why first, then one fact a line beside client and owner."""
    group = group_of(item)
    names = [Text(who(item), style="bold")]
    if item.subject.person_name:
        names.append(Text(safe(item.subject.client_name), style="dim"))
    if named:
        names.append(Text(f"→ {safe(item.subject.owner or 'nobody')}", style="cyan"))
    first = [Text(MARKS[group], style=_STYLES[group]), Text(when(item), style=_STYLES[group])]
    for at, row in enumerate(zip_longest(names, facts, fillvalue=Text())):
        table.add_row(*(first if not at else (Text(), Text())), *row)


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
