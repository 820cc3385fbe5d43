"""What is in a member's charge: what would hang in the air if they left (domain.md 3)."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.contacts import Log, cadence_of, in_force, is_here, keeper, keeps_in_touch
from relplan.analysis.initiatives import is_open
from relplan.analysis.plan_reasons import of_review
from relplan.analysis.promises import promises
from relplan.analysis.repair import in_repair
from relplan.analysis.working_days import WorkingDays, working_days

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect

Kind = Literal[
    "client",
    "prospect",
    "voice",
    "repair",
    "campaign",
    "tie",
    "promise",
    "planned touch",
    "initiative",
    "review",
    "decision",
    "step",
    "pitch",
    "cover",
]
KINDS: tuple[Kind, ...] = (
    "client",
    "prospect",
    "voice",
    "repair",
    "campaign",
    "tie",
    "promise",
    "planned touch",
    "initiative",
    "review",
    "decision",
    "step",
    "pitch",
    "cover",
)
"""In the order in which they are listed: what others hang on first."""

_OVER = ("former", "won", "lost")


class Charge(NamedTuple):
    """One thing that a member answers for."""

    kind: Kind
    at: str
    """The id of the client, prospect or campaign; of the member, for a cover."""
    name: str
    """The name of it."""
    people: tuple[str, ...] = ()
    """The people of theirs whom it is about, by id."""
    id: str = ""
    """Its own id, where it has one."""
    what: str = ""
    by: date | None = None
    """The day on which it is due, where there is one."""


def in_charge_of(
    book: "Book", member: str, today: date, days: WorkingDays | None = None
) -> tuple[Charge, ...]:
    """All that the member answers for, by kind, in the order of the book.

    Clients that are over are left out; of dormant ones the owner and the ties still count.
    """
    calendar = days or working_days(book.settings.calendar)
    found = [one for id_ in book.everyone() for one in at_plan(book, id_, member, today)]
    for id_, plan in book.everyone().items():
        if plan.owner == member and keeps_in_touch(plan):
            found += _review(book, id_, plan, Log((), today, calendar))
    found += [*_of_campaigns(book, member, today), *_covers(book, member, today)]
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def at_plan(book: "Book", id_: str, member: str, today: date) -> Iterator[Charge]:
    """What the member answers for in the plan of this client or prospect, and in its log."""
    plan = book.plans.get(id_) or book.prospects[id_]
    if plan.status in _OVER:
        return
    if plan.owner == member:
        yield Charge("client" if id_ in book.plans else "prospect", id_, plan.name)
    if getattr(plan, "voice", None) == member:
        yield Charge("voice", id_, plan.name)
    if (repair := in_repair(plan)) and repair.lead == member:
        yield Charge("repair", id_, plan.name)
    yield from _ties(book, id_, member, today)
    for given in promises(in_force(book.touches.get(id_, ()))):
        if given.owner == member and given.is_open(today):
            people = tuple(one for one in given.people if one in plan.roles)
            yield Charge("promise", id_, plan.name, people, what=given.what, by=given.by)
    yield from _planned(book, id_, member, today)
    yield from _work(id_, plan, member)
    yield from _decisions(id_, plan, member, today)


def _ties(book: "Book", id_: str, member: str, today: date) -> Iterator[Charge]:
    plan = book.plans.get(id_) or book.prospects[id_]
    for person_id, person in plan.roles.items():
        listed = keeps_in_touch(plan) and cadence_of(person, plan, book.settings)
        if keeper(person, plan) == member and is_here(person, today) and (person.ours or listed):
            yield Charge("tie", id_, plan.name, (person_id,), person_id, _tie(person))


def _tie(person: "Person") -> str:
    parts = (person.name, person.role, f"tie {person.tie}" if person.tie else "")
    return ", ".join(one for one in parts if one)


def _planned(book: "Book", id_: str, member: str, today: date) -> Iterator[Charge]:
    """The visits and calls that they have before them: somebody of theirs waits for each."""
    plan = book.plans.get(id_) or book.prospects[id_]
    for one in in_force(book.touches.get(id_, ())):
        if one.by == member and one.planned and not one.cancelled and one.date >= today:
            people = tuple(who for who in one.people if who in plan.roles)
            yield Charge(
                "planned touch", id_, plan.name, people, what=one.how or "touch", by=one.date
            )


def _work(id_: str, plan: "Plan | Prospect", member: str) -> Iterator[Charge]:
    """What is to be done: in their name, or in nobody's where they answer for the whole."""
    for goal in getattr(plan, "goals", {}).values():
        for one_id, one in goal.initiatives.items():
            if (one.owner or plan.owner) == member and is_open(one):
                people = tuple(who for who in one.people if who in plan.roles)
                yield Charge("initiative", id_, plan.name, people, one_id, one.what, one.by)
    for step_id, step in getattr(plan, "steps", {}).items():
        named = member in step.people and member not in plan.roles
        if (named or plan.owner == member) and not step.done:
            people = tuple(who for who in step.people if who in plan.roles)
            yield Charge("step", id_, plan.name, people, step_id, step.what, step.by)


def _decisions(id_: str, plan: "Plan | Prospect", member: str, today: date) -> Iterator[Charge]:
    """What the last review gave them to do, unless its day has passed."""
    held = max((day for day in plan.review.held if day <= today), default=None)
    for one in plan.review.held[held].decided if held else ():
        if one.owner == member and (one.by is None or one.by >= today):
            yield Charge("decision", id_, plan.name, what=one.what, by=one.by)


def _review(book: "Book", id_: str, plan: "Plan | Prospect", log: Log) -> list[Charge]:
    return [
        Charge("review", id_, plan.name, by=owed.reason.due)
        for owed in of_review(plan, book.settings, log)
    ]


def at_campaign(book: "Book", id_: str, member: str, today: date) -> Iterator[Charge]:
    """The campaign itself, when the member answers for it and it is not over."""
    one = book.campaigns[id_]
    if one.owner == member and (one.runs is None or one.runs.to >= today):
        yield Charge("campaign", id_, one.name)


def _of_campaigns(book: "Book", member: str, today: date) -> Iterator[Charge]:
    names = book.names()
    for id_, one in book.campaigns.items():
        yield from at_campaign(book, id_, member, today)
        for pitch in one.pitches:
            if pitch.by == member and pitch.outcome in ("open", "later"):
                name = names.get(pitch.at, pitch.at)
                yield Charge("pitch", pitch.at, name, (pitch.to,), id_, one.name)


def _covers(book: "Book", member: str, today: date) -> Iterator[Charge]:
    for id_, one in book.settings.team.items():
        for away in one.away:
            if away.cover == member and away.to >= today and id_ != member:
                yield Charge("cover", id_, one.name, by=away.from_)
