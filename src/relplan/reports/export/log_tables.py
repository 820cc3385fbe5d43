"""The tables of what happened and what falls due: touches, promises, the morning list."""

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import in_force
from relplan.analysis.due_item import Item
from relplan.analysis.touches import promised
from relplan.reports.export.shape import CLIENT, OF_CLIENT, Column, Reference, Row, Table, field
from relplan.reports.export.source import Source

if TYPE_CHECKING:
    from relplan.model.plan import Plan


class _Facts(NamedTuple):
    """What is worked out about a line of a log."""

    in_force: bool
    counts: bool
    goal: str | None


def _touches(source: Source) -> Iterator[Row]:
    for client in source.everyone:
        lines = source.touches(client)
        standing = {id(one) for one in in_force(lines)}
        goals = _goals(source.plans[client]) if client in source.plans else {}
        for entry, one in enumerate(lines, 1):
            stands = id(one) in standing
            counts = stands and one.counts and one.date <= source.today
            yield Row(client, entry, one, _Facts(stands, counts, goals.get(one.initiative or "")))


def _goals(plan: "Plan") -> dict[str, str]:
    """The goal of each initiative; of two of one id, the first."""
    found: dict[str, str] = {}
    for goal_id, goal in plan.goals.items():
        for id_ in goal.initiatives:
            found.setdefault(id_, goal_id)
    return found


_ENTRY = Column("entry", "whole", attrgetter("id"), "Its place in the client's log, from 1.")
TOUCHES = Table(
    "touches",
    "Every entry of the logs, also tries, plans, notes and what was struck.",
    ("client", "entry"),
    (
        CLIENT,
        _ENTRY,
        field("Touch", "date", "date"),
        Column("people", "list", attrgetter("of.people"), "Their people who took part."),
        field("Touch", "by"),
        field("Touch", "how"),
        field("Touch", "note"),
        field("Touch", "learned"),
        Column("goal", "text", attrgetter("more.goal"), "The goal of that initiative."),
        Column("initiative", "text", attrgetter("of.initiative"), "The initiative it was part of."),
        field("Touch", "hours", "number"),
        Column(
            "cost",
            "number",
            lambda row: row.of.cost and row.of.cost.amount,
            "What we spent on it.",
        ),
        Column(
            "currency", "text", lambda row: row.of.cost and row.of.cost.currency, "In which money."
        ),
        field("Touch", "answered", "flag"),
        field("Touch", "planned", "flag"),
        field("Touch", "cancelled", "flag"),
        Column(
            "promise",
            "text",
            lambda row: row.of.promise and row.of.promise.what,
            "What we promised.",
        ),
        Column(
            "promise_by",
            "date",
            lambda row: row.of.promise and row.of.promise.by,
            "The day by which it is kept.",
        ),
        field("Touch", "kept"),
        field("Touch", "taken_over"),
        field("Touch", "snooze", "date"),
        field("Touch", "void"),
        Column("in_force", "flag", attrgetter("more.in_force"), "False for what a `void` strikes."),
        Column(
            "counts",
            "flag",
            attrgetter("more.counts"),
            "True when it was a touch: it stands, took place, was answered, and is no mere note.",
        ),
    ),
    _touches,
    (
        OF_CLIENT,
        Reference(("by",), "members"),
        Reference(("client", "goal", "initiative"), "initiatives"),
    ),
)


def _touch_people(source: Source) -> Iterator[Row]:
    for row in _touches(source):
        for person in dict.fromkeys(row.of.people):
            yield row._replace(of=person)


TOUCH_PEOPLE = Table(
    "touch_people",
    "Who of theirs took part in a touch.",
    ("client", "entry", "person"),
    (CLIENT, _ENTRY, Column("person", "text", attrgetter("of"), "The person of theirs.")),
    _touch_people,
    (Reference(("client", "entry"), "touches"), Reference(("client", "person"), "people")),
)


def _promises(source: Source) -> Iterator[Row]:
    for client in source.everyone:
        found = promised(in_force(source.touches(client)), source.today)
        for number, one in enumerate(found, 1):
            yield Row(client, number, one.given, one.state)


PROMISES = Table(
    "promises",
    "What we promised, and what became of it.",
    ("client", "number"),
    (
        CLIENT,
        Column(
            "number", "whole", attrgetter("id"), "Its place among the client's, oldest due first."
        ),
        Column("what", "text", attrgetter("of.what"), "What was promised."),
        Column("by", "date", attrgetter("of.by"), "The day by which it is kept."),
        Column("owner", "text", attrgetter("of.owner"), "The member who keeps it."),
        Column("people", "list", attrgetter("of.people"), "Their people who wait for it."),
        Column("given", "date", attrgetter("of.touch.date"), "The day on which it was given."),
        Column(
            "kept",
            "date",
            lambda row: row.of.kept.date if row.more in ("kept", "late") else None,
            "The day on which it was kept.",
        ),
        Column(
            "state",
            "text",
            attrgetter("more"),
            "`open`, `kept`, `late` (kept after its day) or `broken` (its day is over).",
        ),
    ),
    _promises,
    (OF_CLIENT, Reference(("owner",), "members")),
)


class _Listed(NamedTuple):
    number: int
    item: Item


def _due(source: Source) -> Iterator[_Listed]:
    for number, one in enumerate(source.due.items, 1):
        yield _Listed(number, one)


DUE_ITEMS = Table(
    "due_items",
    "The list of `relplan due`, of everybody, until `book.until`.",
    ("number",),
    (
        Column("number", "whole", attrgetter("number"), "Its place in the list, from 1."),
        Column("kind", "text", attrgetter("item.first.kind"), "Why first: see docs/due.md."),
        Column("client", "text", attrgetter("item.subject.client"), "The client or prospect."),
        Column(
            "person", "text", attrgetter("item.subject.person"), "The person it is about, if any."
        ),
        Column("owner", "text", attrgetter("item.subject.owner"), "The member whose task it is."),
        Column("due", "date", attrgetter("item.due"), "The day on which it falls due."),
        Column("is_due", "flag", attrgetter("item.is_due"), "True from that day on."),
        Column(
            "days_late", "whole", attrgetter("item.days_late"), "Days since; negative before it."
        ),
        Column("late", "flag", attrgetter("item.late"), "True when it is more than overdue."),
        Column("why", "text", attrgetter("item.why"), "All reasons in a sentence."),
        Column("about", "list", attrgetter("item.about"), "What to talk about."),
        Column("reach", "list", attrgetter("item.reach"), "How to reach them."),
    ),
    _due,
    (OF_CLIENT, Reference(("client", "person"), "people"), Reference(("owner",), "members")),
)
