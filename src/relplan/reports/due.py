"""The morning list as text: plain for pipes and mail, JSON for programs."""

import json
from collections.abc import Iterable
from typing import Any

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.clock import end_of_week, spoken, weekday
from relplan.reports.layout import pad, width
from relplan.reports.safe import safe

GROUPS = ("overdue", "today", "this week", "later")
MARKS = {"overdue": "!", "today": "*", "this week": " ", "later": " "}
"""A letter beside each colour, so that the list reads the same without colours."""


def group_of(item: Item) -> str:
    """Which part of the list an item stands in."""
    if item.days_late > 0:
        return "overdue"
    if item.days_late == 0:
        return "today"
    return "this week" if item.due <= end_of_week(item.today) else "later"


def when(item: Item) -> str:
    """The day of an item as a reader wants it: how late, or when."""
    late = item.days_late
    if late > 0:
        return f"{late} {'day' if late == 1 else 'days'} late"
    if late == 0:
        return "today"
    return f"{weekday(item.due)} {spoken(item.due, item.today)}"


def who(item: Item) -> str:
    """The person, or the client when the item is about no single person."""
    return safe(item.subject.person_name or item.subject.client_name)


def details(item: Item) -> list[str]:
    """What to say and how to reach them, one fact a line."""
    lines = [safe(one) for one in item.about]
    if item.reach:
        lines.append("reach: " + safe(" · ".join(item.reach)))
    return lines


def heading(due: DueList, owner_name: str | None) -> str:
    """The line above the list: the day, and whose list it is."""
    day = f"{weekday(due.today)} {due.today.day} {_month(due)} {due.today.year}"
    return f"{day}, for {safe(owner_name)}" if owner_name else day


def closing(due: DueList) -> str:
    """The line below the list: how many of what, or why there is nothing."""
    if not due.items:
        return f"0 due: {safe(due.empty_because)}"
    counts = [(group, sum(group_of(i) == group for i in due.items)) for group in GROUPS]
    said = ", ".join(f"{count} {group}" for group, count in counts if count)
    return "\n".join([said, *(f"missing here: {safe(one)}" for one in due.unread)])


def as_plain(due: DueList, owner_name: str | None = None) -> str:
    """The list for a pipe: nothing cut, no colour; a line an item, its facts indented below."""
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
            lines += [f"    {line}" for line in details(item)]
    return "\n".join([*lines, "", closing(due), ""])


def as_json(due: DueList) -> str:
    """The list for a program: version 1, stable keys, dates as YYYY-MM-DD, nothing but ASCII."""
    value = {
        "version": 1,
        "today": due.today.isoformat(),
        "items": [_plain(item) for item in due.items],
        "left_out": 0,
        "empty_because": due.empty_because or None,
        "unread": list(due.unread),
    }
    # ASCII: no control or bidi character reaches a terminal, and no encoding breaks the JSON.
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _cells(item: Item) -> list[str]:
    subject = item.subject
    client = safe(subject.client_name) if subject.person_name else ""
    mark = MARKS[group_of(item)]
    return [mark, when(item), who(item), client, subject.owner or "nobody", safe(item.why)]


def _plain(item: Item) -> dict[str, Any]:
    subject, last = item.subject, item.last
    return {
        "kind": item.first.kind,
        "client": subject.client,
        "client_name": subject.client_name,
        "person": subject.person,
        "person_name": subject.person_name or None,
        "owner": subject.owner,
        "due": item.due.isoformat(),
        "days_late": item.days_late,
        "why": item.why,
        "baseline": _first(one.baseline for one in item.reasons),
        "last_touch": None
        if last is None
        else {"date": last.date.isoformat(), "how": last.how, "note": last.note},
        "moved_from": _first(r.moved_from.isoformat() for r in item.reasons if r.moved_from),
        "about": list(item.about),
        "reach": list(item.reach),
        "reasons": [
            {"kind": one.kind, "due": one.due.isoformat(), "why": one.why} for one in item.reasons
        ],
    }


def _first(found: Iterable[str]) -> str | None:
    return next((one for one in found if one), None)


def _month(due: DueList) -> str:
    import calendar

    return calendar.month_name[due.today.month]
