"""The morning list: whom to contact and why, what is promised, what falls due.

A pure function of the book and the day; nothing that it derives is ever stored.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis import contact_reasons, contacts, plan_reasons, quiet
from relplan.analysis.absence import answerable, carried
from relplan.analysis.contacts import Log, in_force, last_touch
from relplan.analysis.doubts import doubts, unread
from relplan.analysis.due_empty import why_empty
from relplan.analysis.due_item import Item, Reason, Subject, Wanted
from relplan.analysis.repair_reasons import of_repair
from relplan.analysis.sources import in_settings
from relplan.analysis.standing import Selling, selling
from relplan.analysis.talk import about, reach
from relplan.analysis.working_days import WorkingDays, working_days
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect


@dataclass(frozen=True, slots=True)
class DueList:
    """The list, what stands beside it, and what a reader must know who finds nothing on it."""

    today: date
    items: tuple[Item, ...]
    empty_because: str = ""
    unread: tuple[str, ...] = ()
    """What is missing from the list because a file cannot be read, a sentence each."""
    left_out: tuple[Item, ...] = ()
    """The items beyond the number that was asked for, in the same order."""
    doubts: tuple[str, ...] = ()
    """What is written and cannot be, a sentence each: it is not counted."""
    drifting: tuple[quiet.Drift, ...] = ()
    """People who are not due, and quieter than has become usual with them."""
    untimed: tuple[quiet.Quiet, ...] = ()
    """People who matter and have no cadence."""
    campaigns: tuple[Selling, ...] = ()
    """Where running campaigns are taken: selling, and no reason to be on the list."""


_Keyed = tuple[Subject, Reason]
_ASKS = ("contact", "call-back")


def due(book: "Book", today: date, wanted: Wanted, days: WorkingDays | None = None) -> DueList:
    """Every item due by `wanted.until`, the latest first; each person once a day.

    `days` are the book's working days when the caller has them already.
    """
    calendar = days or working_days(book.settings.calendar)
    everything = (
        _carried(book, pair, today) for pair in _everything(book, wanted, today, calendar)
    )
    mine = [pair for pair in everything if _asked(pair, wanted)]
    if wanted.not_since:
        mine = _of_the_silent(mine, wanted.until)
    items = sorted(_items(book, mine, today, wanted.until), key=lambda item: item.rank)
    missing = tuple(unread(book, wanted))
    because = "" if items else "; ".join(missing) or why_empty(book, mine, today, wanted)
    whole = not (wanted.kinds or wanted.not_since)
    waiting = {
        _whom(subject) for subject, one in mine if one.kind == "call-back" or one.due <= today
    }
    return DueList(
        today,
        tuple(items[: wanted.top]),
        because,
        missing,
        () if wanted.top is None else tuple(items[wanted.top :]),
        tuple(doubts(book, wanted, today)),
        quiet.drifting(book, today, wanted, waiting) if whole else (),
        quiet.untimed(book, today, wanted) if whole else (),
        tuple(selling(book, today, wanted.client, wanted.owner)) if whole else (),
    )


def _whom(subject: Subject) -> tuple[str, str]:
    return subject.client, subject.person or ""


def _of_the_silent(pairs: list[_Keyed], until: date) -> list[_Keyed]:
    """What there is with people who were silent for so long; those who are due are said once."""
    silent = {_whom(subject) for subject, reason in pairs if reason.kind == "silence"}
    due_anyway = {
        _whom(subject) for subject, reason in pairs if reason.kind in _ASKS and reason.due <= until
    }
    return [
        (subject, reason)
        for subject, reason in pairs
        if _whom(subject) in silent
        and not (reason.kind == "silence" and _whom(subject) in due_anyway)
    ]


def _carried(book: "Book", pair: _Keyed, today: date) -> _Keyed:
    """The pair as it stands on its day: with who answers for it, and with the cover of an absence."""
    subject, reason = pair
    settings, plan = book.settings, _plan(book, subject.client)
    person = plan.roles.get(subject.person or "")
    others = [contacts.keeper(person, plan) if person else None, plan.owner]
    owner = answerable(subject.owner, others, settings, today)
    if owner != subject.owner:
        gone = settings.team.get(subject.owner or "")
        why = f"{reason.why}; {gone.name} has left" if gone else reason.why
        subject, reason = replace(subject, owner=owner), reason._replace(why=why)
    carrier = carried(owner, settings, max(reason.due, today))
    if carrier.away is None or owner is None:
        return subject, reason
    name, until = settings.team[owner].name, spoken(carrier.away.to, today)
    note = f"for {name}, away until {until}"
    if carrier.by == owner:
        note = f"{name} is away until {until}, and nobody covers"
    sources = (*reason.sources, in_settings("away", "team", owner, "away"))
    reason = reason._replace(why=f"{reason.why}; {note}", sources=sources)
    return replace(subject, owner=carrier.by), reason


def _asked(pair: _Keyed, wanted: Wanted) -> bool:
    subject, reason = pair
    whose = wanted.owner is None or subject.owner == wanted.owner
    kind = not wanted.kinds or reason.kind in wanted.kinds or reason.kind == "silence"
    return whose and kind and wanted.client in (None, subject.client)


def _everything(book: "Book", wanted: Wanted, today: date, days: WorkingDays) -> Iterator[_Keyed]:
    for id_, plan in book.everyone().items():
        if wanted.client in (None, id_) and contacts.keeps_in_touch(plan):
            log = Log(in_force(book.touches.get(id_, ())), today, days)
            if book.has_log(id_):
                yield from _promised(id_, plan, log)
                yield from _of_people(book, id_, log, wanted)
            yield from _of_client(book, id_, plan, log)


def _promised(id_: str, plan: "Plan | Prospect", log: Log) -> Iterator[_Keyed]:
    """The open promises, each with the first person of its line who is there, else the client."""
    for line, reason in contact_reasons.of_promises(log):
        known = [one for one in line.people if one in plan.roles]
        here = [one for one in known if contacts.is_here(plan.roles[one], log.today)]
        gone = "" if here else " and ".join(plan.roles[one].name for one in known)
        said = f"{reason.why}; {gone} left" if gone else reason.why
        yield _subject(id_, plan, line.by, next(iter(here), None)), reason._replace(why=said)


def _of_people(book: "Book", id_: str, log: Log, wanted: Wanted) -> Iterator[_Keyed]:
    plan = _plan(book, id_)
    for one, person in plan.roles.items():
        if not contacts.is_here(person, log.today):
            continue
        reasons = [*contact_reasons.of_cadence(one, person, plan, book.settings, log)]
        rests = contacts.cadence_of(person, plan, book.settings) is None
        if not rests and not contacts.is_breathing(plan, log.today):
            reasons += contact_reasons.of_birthday(one, person, log)
        if wanted.not_since:
            reasons += quiet.silence(one, person, plan, log, wanted.not_since)
        subject = _subject(id_, plan, contacts.keeper(person, plan), one)
        yield from ((subject, reason) for reason in reasons)


def _of_client(book: "Book", id_: str, plan: "Plan | Prospect", log: Log) -> Iterator[_Keyed]:
    owed = [
        *plan_reasons.of_review(plan, book.settings, log),
        *plan_reasons.of_pitches(book, id_, log),
    ]
    if id_ in book.plans:
        client = book.plans[id_]
        owed += plan_reasons.of_initiatives(client, log)
        owed += of_repair(client, book.settings, log)
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
    """One item for each person and day; all that is due already belongs to today.

    What is about no single person is one item for each member whose task it is.
    """
    joined: defaultdict[tuple[str, str, str, date], list[_Keyed]] = defaultdict(list)
    for subject, reason in pairs:
        if reason.due <= until:
            whose = "" if subject.person else subject.owner or ""
            joined[(*_whom(subject), whose, max(reason.due, today))].append((subject, reason))
    for together in joined.values():
        yield _item(book, together, today)


def _item(book: "Book", together: list[_Keyed], today: date) -> Item:
    owned = [(subject, reason._replace(owner=subject.owner)) for subject, reason in together]
    first = Item(owned[0][0], tuple(reason for _, reason in owned), today).first
    subject = next(subject for subject, reason in owned if reason is first)
    plan, touches = _plan(book, subject.client), in_force(book.touches.get(subject.client, ()))
    return Item(
        subject,
        tuple(_named(book, reason, subject.owner) for _, reason in owned),
        today,
        last_touch(touches, subject.person, today) if subject.person else None,
        about(plan, subject.person, touches, today),
        reach(plan, subject.person),
    )


def _named(book: "Book", reason: Reason, owner: str | None) -> Reason:
    """The reason with the name of the member whose task it is, where the item is another's."""
    if reason.owner == owner:
        return reason
    member = book.settings.team.get(reason.owner or "")
    name = member.name if member else reason.owner or "nobody"
    return reason._replace(why=f"{name}: {reason.why}")


def _plan(book: "Book", id_: str) -> "Plan | Prospect":
    return book.plans.get(id_) or book.prospects[id_]
