"""When people are due, for the answers about them; the same list as `relplan due` counts it."""

from collections.abc import Mapping
from datetime import date, timedelta

from relplan.analysis.due import due
from relplan.analysis.due_item import Item, Wanted
from relplan.model.book import Book

_KINDS = frozenset(["contact", "call-back"])
_AHEAD = timedelta(days=3 * 366)


def due_people(book: Book, client: str, today: date) -> Mapping[str, Item]:
    """By person of a client, what is due with them next; those who rest are left out."""
    if client not in book.everyone():
        return {}
    until = min(today, date.max - _AHEAD) + _AHEAD
    found: dict[str, Item] = {}
    for item in due(book, today, Wanted(until, client=client, kinds=_KINDS)).items:
        if item.subject.person and (
            item.subject.person not in found or item.due < found[item.subject.person].due
        ):
            found[item.subject.person] = item
    return found


def when(item: Item) -> str:
    """How far the day is: `due in 3 days`, `due today`, `6 days late`."""
    days = item.days_late
    if not days:
        return "due today"
    many = "1 day" if abs(days) == 1 else f"{abs(days):,} days"
    return f"{many} late" if days > 0 else f"due in {many}"
