"""What a list of due people does not show: who drifts away, who has no cadence, who is silent."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis import contacts
from relplan.analysis.absence import answerable
from relplan.analysis.contacts import Log, by_person, in_force
from relplan.analysis.due_item import Reason, Wanted
from relplan.analysis.rhythm import rhythm, touch_days
from relplan.analysis.sources import in_log, in_plan
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.durations import Duration
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.touch import Touch

_Whom = tuple[str, str]


class Quiet(NamedTuple):
    """A person who is on nobody's list, and whose tie they are."""

    client: str
    client_name: str
    person: str
    person_name: str
    owner: str | None


class Drift(NamedTuple):
    """A person who is not due by cadence, and quieter than has become usual."""

    who: Quiet
    gap: float
    silent: int


def drifting(
    book: "Book", today: date, wanted: Wanted, listed: Collection[_Whom]
) -> tuple[Drift, ...]:
    """The people, none of them `listed`, whose silence is long for their own rhythm; worst first.

    People who rest, are snoozed, or whose client breathes are left in peace.
    """
    found = []
    for who, person, plan, lines in _people(book, today, wanted):
        rests = contacts.cadence_of(person, plan, book.settings) is None
        if rests or (who.client, who.person) in listed or contacts.is_breathing(plan, today):
            continue
        usual = rhythm(touch_days(lines, who.person), today)
        if usual and usual.drifts and not _is_snoozed(lines, who.person, today):
            found.append(Drift(who, usual.gap, usual.silent))
    return tuple(sorted(found, key=lambda one: (-one.silent / one.gap, one.who)))


def _is_snoozed(lines: "Sequence[Touch]", person: str, today: date) -> bool:
    found = contacts.snooze_of(lines, person, today)
    return found is not None and found.snooze is not None and found.snooze > today


def untimed(book: "Book", today: date, wanted: Wanted) -> tuple[Quiet, ...]:
    """The people who matter (they decide, or their word counts) and have no cadence."""
    return tuple(
        who
        for who, person, plan, _ in _people(book, today, wanted)
        if contacts.is_key(person) and contacts.cadence_of(person, plan, book.settings) is None
    )


def silence(
    id_: str, person: "Person", plan: "Plan | Prospect", log: Log, within: "Duration"
) -> Iterator[Reason]:
    """That there was no touch for so long; also with people who rest, but not while they breathe."""
    last = contacts.last_touch(log.of(id_), id_, log.today)
    since = contacts.baseline_of(person, plan, last)
    day = within.after(since.day) if since.day else log.today
    if day > log.today or contacts.is_breathing(plan, log.today):
        return
    if last is not None:
        how = last.how if last.how not in (None, "other") else "the last touch"
        said = f"{(log.today - last.date).days} days since {how} on {spoken(last.date, log.today)}"
        source = in_log("last touch", last)
    else:
        whose = "known" if since.source == "person since" else "a client"
        known = f"; {whose} since {spoken(since.day, log.today)}" if since.day else ""
        said, source = f"no touch logged yet{known}", in_plan("person", "roles", id_)
    rests = "; rests (cadence: never)" if person.cadence == "never" else ""
    weight = max(within.days, 1.0)
    yield Reason(
        "silence", day, said + rests, weight=weight, baseline=since.source, sources=(source,)
    )


def _people(
    book: "Book", today: date, wanted: Wanted
) -> "Iterator[tuple[Quiet, Person, Plan | Prospect, Sequence[Touch]]]":
    """Everybody whom this list is asked about and whose log can be read, with the lines about them."""
    for id_, plan in book.everyone().items():
        asked = wanted.client in (None, id_) and contacts.keeps_in_touch(plan)
        if not asked or not book.has_log(id_):
            continue
        lines = by_person(in_force(book.touches.get(id_, ())))
        for person_id, person in plan.roles.items():
            keeper = contacts.keeper(person, plan)
            owner = answerable(keeper, [plan.owner], book.settings, today)
            if contacts.is_here(person, today) and wanted.owner in (None, owner):
                who = Quiet(id_, plan.name, person_id, person.name, owner)
                yield who, person, plan, lines.get(person_id, ())
