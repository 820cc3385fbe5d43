"""The lists of clients and prospects: by priority, by owner, and what falls due."""

from collections.abc import Iterable, Sequence
from datetime import date

from relplan.analysis.absence import present
from relplan.analysis.contacts import Log
from relplan.analysis.due_item import Item
from relplan.analysis.progress import to_come
from relplan.analysis.state import count
from relplan.clock import spoken
from relplan.model.choices import PRIORITIES
from relplan.reports.due import when
from relplan.reports.due_closing import group_of, name_of
from relplan.reports.pack.source import Source
from relplan.reports.site.shape import Cell, DueRow, Group, Link, OwnerRow, Row
from relplan.reports.site.source import Whole, files_of

PRESSING = ("late", "overdue", "today")


def by_priority(whole: Whole) -> tuple[Group, ...]:
    """The clients, under their priorities."""
    book = whole.book
    groups = [
        (one, [id_ for id_, plan in book.plans.items() if plan.priority == one])
        for one in PRIORITIES
    ]
    return tuple(
        Group(f"priority-{one.lower()}", f"Priority {one}", rows(whole, ids))
        for one, ids in groups
        if ids
    )


def rows(whole: Whole, ids: Iterable[str]) -> tuple[Row, ...]:
    """These clients or prospects by priority and name."""
    everyone = whole.book.everyone()
    order = sorted(
        ids, key=lambda id_: (everyone[id_].priority, everyone[id_].name.casefold(), id_)
    )
    return tuple(_row(whole, id_) for id_ in order)


def owners(whole: Whole) -> tuple[OwnerRow, ...]:
    """Every member with what they answer for, and below what nobody does."""
    book = whole.book
    known = set(present(book.settings, whole.today))
    owning = {one.owner for one in book.everyone().values() if one.owner}
    listed = [id_ for id_ in book.settings.team if id_ in known or id_ in owning]
    listed += sorted(owning - book.settings.team.keys())
    found = [_owner(whole, id_) for id_ in listed]
    if any(one.owner is None for one in book.everyone().values()):
        found.append(_owner(whole, None))
    return tuple(found)


def due_rows(whole: Whole, items: Iterable[Item]) -> tuple[DueRow, ...]:
    """The items as lines, in their order."""
    return tuple(_due(whole, item) for item in items)


def owned(whole: Whole, member: str | None) -> tuple[list[str], list[str]]:
    """The clients and the prospects that a member answers for."""
    book = whole.book
    return (
        [id_ for id_, one in book.plans.items() if one.owner == member],
        [
            id_
            for id_, one in book.prospects.items()
            if one.owner == member and id_ not in book.plans
        ],
    )


def _row(whole: Whole, id_: str) -> Row:
    made = whole.source(id_)
    plan, log = made.plan, made.facts.log
    running = [one for one in made.facts.work if one.is_open]
    behind = [one for one in running if one.standing == "late"]
    late = [one for one in made.facts.contacts if one.days_late > 0]
    known = whole.book.has_log(id_)
    review = _review(made, log)
    return Row(
        client=whole.client(id_),
        priority=plan.priority,
        owner=whole.member(plan.owner),
        status="" if plan.status == "active" else plan.status,
        people=_people(made, len(late)) if known else "log not read",
        people_late=bool(known and late),
        work=f"{len(running)} open" if running else "none open",
        work_late=f"{len(behind)} late" if behind else "",
        review=spoken(review, whole.today) if review else "",
        review_late=bool(review and review < whole.today),
        findings=str(len(whole.found_in(*files_of(whole.book, id_)))),
    )


def _people(made: Source, late: int) -> str:
    listed = sum(one.due is not None for one in made.facts.contacts)
    if late:
        return f"{late} of {listed} overdue"
    return f"{listed} on time" if listed else "nobody listed"


def _review(made: Source, log: Log) -> date | None:
    """The day of the next review, as the pack reckons it."""
    far = made.plan.review.every or made.settings.review
    coming = to_come(made.plan, made.settings, log, far.after(far.after(log.today)))
    return next((task.by for task in coming if task.kind == "review"), None)


def _owner(whole: Whole, id_: str | None) -> OwnerRow:
    clients, prospects = owned(whole, id_)
    member = whole.book.settings.team.get(id_ or "")
    pressing = [
        item for item in whole.due.items if item.subject.owner == id_ and group_of(item) in PRESSING
    ]
    cells = [
        Cell(
            f"Priority {one}",
            _links(whole, [c for c in clients if whole.book.plans[c].priority == one]),
        )
        for one in PRIORITIES
    ]
    return OwnerRow(
        owner=whole.member(id_),
        tier=member.tier if member else "",
        cells=(*cells, Cell("Prospects", _links(whole, prospects))),
        due=count(len(pressing), "item") if pressing else "",
    )


def _links(whole: Whole, ids: Sequence[str]) -> tuple[Link, ...]:
    links = [whole.client(id_) for id_ in ids]
    return tuple(sorted(links, key=lambda one: (one.name.casefold(), one.href)))


def _due(whole: Whole, item: Item) -> DueRow:
    group = group_of(item)
    return DueRow(
        when=when(item),
        mark=group if group in PRESSING else "",
        who=name_of(item),
        client=whole.client(item.subject.client),
        owner=whole.member(item.subject.owner).name,
        why=item.why,
        about=item.about,
        reach=item.reach,
    )
