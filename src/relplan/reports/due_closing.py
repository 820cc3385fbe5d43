"""What stands below the morning list: how many of what, what was left out, what it cannot show."""

from collections.abc import Iterable, Iterator

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.analysis.quiet import Drift, Quiet
from relplan.clock import end_of_week, spoken

GROUPS = ("late", "overdue", "today", "this week", "later", "not due")
_MOST = 5


def group_of(item: Item) -> str:
    """Which part of the list an item stands in."""
    if item.only_silent:
        return "not due"
    if item.late:
        return "late"
    if item.days_late > 0:
        return "overdue"
    if item.days_late == 0:
        return "today"
    return "this week" if item.due <= end_of_week(item.today) else "later"


def name_of(item: Item) -> str:
    """The person, or the client when the item is about no single person."""
    return item.subject.person_name or item.subject.client_name


def closing(due: DueList) -> list[str]:
    """The lines below the list, as they are written in the plans: foreign text."""
    first = counted(due.items) if due.items else f"0 due: {due.empty_because}"
    return [first, *remarks(due)]


def remarks(due: DueList) -> list[str]:
    """What a reader must know beside the items: a line each, nothing on a quiet day."""
    return [
        *_left_out(due),
        *_drifting(due.drifting),
        *_untimed(due.untimed),
        *_selling(due),
        *(f"missing here: {one}" for one in due.unread if due.items),
        *(f"not counted: {one}" for one in due.doubts),
    ]


def counted(items: Iterable[Item]) -> str:
    """How many items of each group, such as `2 overdue, 1 today`."""
    groups = [group_of(item) for item in items]
    counts = ((groups.count(group), group) for group in GROUPS)
    return ", ".join(f"{count} {group}" for count, group in counts if count)


def _left_out(due: DueList) -> Iterator[str]:
    if due.left_out:
        names = _listed([name_of(item) for item in due.left_out])
        yield f"left out by --top: {counted(due.left_out)} ({names})"


def _drifting(found: tuple[Drift, ...]) -> Iterator[str]:
    for one in found[:_MOST]:
        yield (
            f"drifting: {one.who.person_name} ({one.who.client_name}) is not due,"
            f" but usually hears of us every {one.gap:g} days, and now not for {one.silent}"
        )
    if len(found) > _MOST:
        yield f"drifting: {len(found) - _MOST} more"


def _untimed(found: tuple[Quiet, ...]) -> Iterator[str]:
    if found:
        names = _listed([f"{one.person_name}, {one.client_name}" for one in found], "; ")
        yield f"without a cadence, though they matter: {names}"


def _selling(due: DueList) -> Iterator[str]:
    """A line a campaign: what is sold stands apart from whom the list is for."""
    for id_ in dict.fromkeys(one.campaign for one in due.campaigns):
        found = [one for one in due.campaigns if one.campaign == id_]
        until = spoken(found[0].until, due.today)
        deciders, heard = sum(one.deciders for one in found), sum(one.heard for one in found)
        waiting = sum(one.open for one in found)
        open_ = f", {waiting} {'has' if waiting == 1 else 'have'} not answered" if waiting else ""
        yield (
            f"selling, apart from this: {id_} until {until} at"
            f" {_listed([one.client_name for one in found], '; ')};"
            f" {heard} of {deciders} who decide there heard it{open_}"
        )


def _listed(names: list[str], between: str = ", ") -> str:
    more = len(names) - _MOST
    return between.join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")
