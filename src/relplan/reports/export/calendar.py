"""What falls due as a calendar: the next quarter, and further off what is planned by date."""

from dataclasses import replace

from relplan.analysis.due import DueList, due
from relplan.analysis.due_item import KINDS, Wanted
from relplan.model.durations import Duration
from relplan.reports.due_calendar import as_calendar
from relplan.reports.export.source import Source

_YEAR = Duration(1, "y")
_PLANNED = frozenset({*KINDS} & {"review", "initiative", "step", "promise"})
"""What is agreed for a day, a year ahead; when to call somebody hangs on the next touch."""


def calendar(source: Source, owner: str | None = None) -> tuple[bytes, int]:
    """The calendar of everybody, or of one member, and how many events it has."""
    near = due(source.book, source.today, Wanted(source.until, owner, source.client))
    last = max(_YEAR.after(source.today), source.until)
    far = due(source.book, source.today, Wanted(last, owner, source.client, _PLANNED))
    listed = _joined(near, far, source)
    team, firm = source.book.settings.team, source.book.settings.firm
    written = as_calendar(listed, firm, team[owner].name if owner else None)
    return written, written.count(b"BEGIN:VEVENT")


def _joined(near: DueList, far: DueList, source: Source) -> DueList:
    """The first list, and what the second one has after its last day."""
    beyond = (item for item in far.items if item.due > source.until)
    return replace(near, items=(*near.items, *beyond))
