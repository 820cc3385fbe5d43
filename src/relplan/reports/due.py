"""The morning list as text for pipes and mail: nothing cut, no colour."""

from collections.abc import Callable

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.clock import MONTH_NAMES, spoken, weekday
from relplan.reports.due_closing import GROUPS, closing, group_of, name_of
from relplan.reports.layout import pad, width
from relplan.reports.safe import safe

MARKS = {"late": "!!", "overdue": "!", "today": "*", "this week": "", "later": "", "not due": ""}
"""A letter beside each colour, so that the list reads the same without colours."""
More = Callable[[Item], list[str]]
"""Further lines of an item: what `--explain` adds."""


def when(item: Item) -> str:
    """The day of an item as a reader wants it: how late, or when."""
    if item.only_silent:
        return "not due"
    late = item.days_late
    if late > 0:
        return f"{late} {'day' if late == 1 else 'days'} late"
    if late == 0:
        return "today"
    return f"{weekday(item.due)} {spoken(item.due, item.today)}"


def who(item: Item) -> str:
    """The person, or the client when the item is about no single person."""
    return safe(name_of(item))


def details(item: Item) -> list[str]:
    """What to say and how to reach them, one fact a line."""
    lines = [safe(one) for one in item.about]
    if item.reach:
        lines.append("reach: " + safe(" · ".join(item.reach)))
    return lines


def heading(due: DueList, owner_name: str | None) -> str:
    """The line above the list: the day, and whose list it is."""
    month = MONTH_NAMES[due.today.month - 1]
    day = f"{weekday(due.today)} {due.today.day} {month} {due.today.year}"
    return f"{day}, for {safe(owner_name)}" if owner_name else day


def as_plain(due: DueList, owner_name: str | None = None, more: More = lambda _: []) -> str:
    """The list for a pipe: a line an item, its facts indented below."""
    rows = [_cells(item) for item in due.items]
    widths = [max((width(row[i]) for row in rows), default=0) for i in range(5)]
    lines = [heading(due, owner_name)]
    for group in GROUPS:
        members = [
            (row, item)
            for row, item in zip(rows, due.items, strict=True)
            if group_of(item) == group
        ]
        if members:
            lines += ["", group.upper()]
        for row, item in members:
            cells = [pad(cell, widths[i]) for i, cell in enumerate(row[:5])]
            lines.append("  ".join([*cells, row[5]]).rstrip())
            lines += [f"    {line}" for line in (*details(item), *more(item))]
    return "\n".join([*lines, "", *(safe(line) for line in closing(due)), ""])


def _cells(item: Item) -> list[str]:
    subject = item.subject
    client = safe(subject.client_name) if subject.person_name else ""
    mark = MARKS[group_of(item)] or " "
    return [mark, when(item), who(item), client, subject.owner or "nobody", safe(item.why)]
