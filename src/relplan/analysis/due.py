"""The morning list: whom to contact and why, what is promised, what falls due.

A pure function of the book and the day; nothing that it derives is ever stored.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis import contact_reasons, contacts, plan_reasons
from relplan.analysis.absence import carried
from relplan.analysis.contacts import Log, in_force, last_touch
from relplan.analysis.due_item import Item, Reason, Subject
from relplan.analysis.talk import about, reach
from relplan.analysis.working_days import WorkingDays, working_days
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the list is asked for: until which day, whose, of which client."""

    until: date
    owner: str | None = None
    client: str | None = None


@dataclass(frozen=True, slots=True)
class DueList:
    """The list, and what a reader must know who finds nothing on it."""

    today: date
    items: tuple[Item, ...]
    empty_because: str = ""
    unread: tuple[str, ...] = ()
    """What is missing from the list because a file cannot be read, a sentence each."""


_Keyed = tuple[Subject, Reason]


def due(book: "Book", today: date, wanted: Wanted, days: WorkingDays | None = None) -> DueList:
    """Every item due by `wanted.until`, the latest first; each person once a day.

    `days` are the book's working days when the caller has them already.
    """
    calendar = days or working_days(book.settings.calendar)
    everything = [_carried(book, pair, today) for pair in _everything(book, today, calendar)]
    mine = [pair for pair in everything if _asked(pair[0], wanted)]
    items = tuple(sorted(_items(book, mine, today, wanted.until), key=lambda item: item.rank))
    unread = tuple(_unread(book, wanted))
    because = "" if items else _why_empty(book, mine, today, wanted)
    return DueList(today, items, "; ".join(unread) if unread and not items else because, unread)


def _unread(book: "Book", wanted: Wanted) -> Iterator[str]:
    """What a reader must know who would take a file that cannot be read for an empty one."""
    for path in sorted(book.unread):
        folder, _, id_ = path.partition("/")
        if folder == "campaigns" or wanted.client not in (None, id_):
            continue
        if folder == "touches":
            yield f"the log {path}.yaml cannot be read, so nobody there is listed"
        else:
            yield f"the plan {path}.yaml cannot be used, so its people are not looked at"


def _carried(book: "Book", pair: _Keyed, today: date) -> _Keyed:
    """The pair as it stands on its day: with the cover, and for whom, while its owner is away."""
    subject, reason = pair
    carrier = carried(subject.owner, book.settings, max(reason.due, today))
    if carrier.away is None or subject.owner is None:
        return pair
    name = book.settings.team[subject.owner].name
    why = f"{reason.why}; for {name}, away until {spoken(carrier.away.to, today)}"
    return replace(subject, owner=carrier.by), reason._replace(why=why)


def _asked(subject: Subject, wanted: Wanted) -> bool:
    whose = wanted.owner is None or subject.owner == wanted.owner
    return whose and (wanted.client is None or subject.client == wanted.client)


def _everything(book: "Book", today: date, days: WorkingDays) -> Iterator[_Keyed]:
    for id_, plan in book.everyone().items():
        log = Log(in_force(book.touches.get(id_, ())), today, days)
        if contacts.keeps_in_touch(plan):
            yield from _of_people(book, id_, plan, log)
            yield from _of_client(book, id_, plan, log)


def _of_people(book: "Book", id_: str, plan: "Plan | Prospect", log: Log) -> Iterator[_Keyed]:
    if not book.has_log(id_):
        return
    for one, person in plan.roles.items():
        subject = _subject(id_, plan, contacts.keeper(person, plan), one)
        for giver, reason in contact_reasons.of_promises(one, log):
            yield replace(subject, owner=_still_ours(book, giver, subject.owner, log)), reason
        if contacts.is_here(person, log.today):
            for reason in contact_reasons.of_cadence(one, person, plan, book.settings, log):
                yield subject, reason
            rests = contacts.cadence_of(person, plan, book.settings) is None
            if not rests and not contacts.is_breathing(plan, log.today):
                for reason in contact_reasons.of_birthday(person, log):
                    yield subject, reason


def _still_ours(book: "Book", giver: str, keeper: str | None, log: Log) -> str | None:
    """Who keeps a promise: the member who gave it; the tie's keeper once that member has left."""
    member = book.settings.team.get(giver)
    gone = member is None or (member.left is not None and member.left <= log.today)
    return keeper if gone else giver


def _of_client(book: "Book", id_: str, plan: "Plan | Prospect", log: Log) -> Iterator[_Keyed]:
    owed = [
        *plan_reasons.of_review(plan, book.settings, log),
        *plan_reasons.of_pitches(book, id_, log),
    ]
    if id_ in book.plans:
        client = book.plans[id_]
        owed += plan_reasons.of_initiatives(client, log)
        owed += plan_reasons.of_repair(client, log)
    else:
        owed += plan_reasons.of_steps(book.prospects[id_], log)
    for one in owed:
        yield _subject(id_, plan, one.owner, one.person), one.reason


def _subject(
    id_: str, plan: "Plan | Prospect", owner: str | None, person_id: str | None
) -> Subject:
    person = plan.roles.get(person_id) if person_id else None
    if person is None:
        return Subject(id_, plan.name, owner, priority=plan.priority)
    return Subject(id_, plan.name, owner, person_id, person.name, plan.priority, person.influence)


def _items(book: "Book", pairs: list[_Keyed], today: date, until: date) -> Iterator[Item]:
    """One item for each subject and day; all that is due already belongs to today."""
    joined: defaultdict[tuple[Subject, date], list[Reason]] = defaultdict(list)
    for subject, reason in pairs:
        if reason.due <= until:
            joined[subject, max(reason.due, today)].append(reason)
    for (subject, _), reasons in joined.items():
        plan = book.plans.get(subject.client) or book.prospects[subject.client]
        touches = in_force(book.touches.get(subject.client, ()))
        last = last_touch(touches, subject.person, today) if subject.person else None
        yield Item(
            subject,
            tuple(reasons),
            today,
            last,
            about(plan, subject.person, touches, today),
            reach(plan, subject.person),
        )


def _why_empty(book: "Book", mine: list[_Keyed], today: date, wanted: Wanted) -> str:
    coming = sorted(
        (reason.due, subject.person_name or subject.client_name, reason.kind)
        for subject, reason in mine
        if reason.due > wanted.until
    )
    parts = []
    if coming:
        day, name, kind = coming[0]
        what = name if kind == "contact" else f"{name} ({kind})"
        parts.append(f"next is {what} on {spoken(day, today)}")
    resting = _resting(book, today, wanted)
    if resting:
        parts.append(
            f"{resting} {'person rests' if resting == 1 else 'people rest'} (cadence: never)"
        )
    parts += [*_parked(book, wanted), *_breathing(book, today, wanted)]
    if not parts:
        return "nobody to be in touch with is written in these plans yet"
    return "; ".join(parts)


def _resting(book: "Book", today: date, wanted: Wanted) -> int:
    return sum(
        contacts.cadence_of(person, plan, book.settings) is None
        and contacts.is_here(person, today)
        and (wanted.owner is None or contacts.keeper(person, plan) == wanted.owner)
        for id_, plan in book.everyone().items()
        if wanted.client in (None, id_) and contacts.keeps_in_touch(plan)
        for person in plan.roles.values()
    )


def _parked(book: "Book", wanted: Wanted) -> Iterator[str]:
    """The plans whose people nobody is asked to be in touch with; by name when one is asked for."""
    for plans, one, many, how in (
        (book.plans, "client is", "clients are", "dormant or former"),
        (book.prospects, "prospect is", "prospects are", "won, lost or resting"),
    ):
        parked = [
            plan
            for id_, plan in plans.items()
            if not contacts.keeps_in_touch(plan)
            and wanted.client in (None, id_)
            and wanted.owner in (None, plan.owner)
        ]
        if parked and wanted.client:
            yield f"{parked[0].name} is {parked[0].status}"
        elif parked:
            yield f"{len(parked)} {one if len(parked) == 1 else many} {how}"


def _breathing(book: "Book", today: date, wanted: Wanted) -> Iterator[str]:
    for id_, plan in book.plans.items():
        until = contacts.breathing_until(plan, today)
        keepers = {plan.owner, *(contacts.keeper(one, plan) for one in plan.roles.values())}
        mine = wanted.owner is None or wanted.owner in keepers
        if until and mine and wanted.client in (None, id_):
            yield f"nobody calls {plan.name} until {spoken(until, today)}, while it breathes"
