"""Who of ours knows whom of theirs, how well, and where nobody does (domain.md 2: coverage)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import is_here, is_key
from relplan.model.choices import TIES

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.touch import Touch

YEAR = timedelta(days=365)
_MANY = 5


class Row(NamedTuple):
    """One person of theirs: the tie now and as wanted, its keeper, and who was in touch."""

    id: str
    person: "Person"
    key: bool
    touches: dict[str, int]
    """Touches in the last year, by member of ours."""

    @property
    def short_of(self) -> int:
        """By how many degrees the tie falls short of what is wanted."""
        wanted, tie = self.person.wanted, self.person.tie
        return 0 if not wanted else max(0, TIES.index(wanted) - TIES.index(tie or "none"))


class Gap(NamedTuple):
    """Something that is missing between them and us; `person` is empty when it is about all."""

    kind: str
    person: str
    what: str


class Coverage(NamedTuple):
    """The matrix of their people and ours, and its gaps."""

    members: tuple[str, ...]
    rows: tuple[Row, ...]
    gaps: tuple[Gap, ...]


def coverage(
    plan: "Plan | Prospect", touches: Sequence["Touch"], today: date, ours: Mapping[str, str]
) -> Coverage:
    """The coverage of a client's people who have not left; `touches` are lines in force.

    `ours` are the names of our members by id, for the sentences about gaps.
    """
    recent = [one for one in touches if within_a_year(one, today)]
    rows = tuple(
        Row(id_, person, is_key(person), _by_member(recent, id_))
        for id_, person in plan.roles.items()
        if is_here(person, today)
    )
    return Coverage(_members(plan, rows), rows, tuple(_gaps(rows, recent, ours)))


def within_a_year(touch: "Touch", today: date) -> bool:
    """True for a touch that counts and happened within the 365 days that end today."""
    # The difference and not the day a year ago: the calendar has a first day.
    return touch.counts and touch.date <= today and today - touch.date < YEAR


def members_of(plan: "Plan | Prospect") -> tuple[str, ...]:
    """The members of ours whom the plan itself names as working with the client, owner first."""
    team: tuple[str, ...] = getattr(plan, "team", ()) or getattr(plan, "core_team", ())
    return tuple(dict.fromkeys(one for one in (plan.owner, *team) if one))


def _members(plan: "Plan | Prospect", rows: tuple[Row, ...]) -> tuple[str, ...]:
    named = members_of(plan)
    others = {row.person.ours for row in rows if row.person.ours}
    others.update(member for row in rows for member in row.touches)
    return (*named, *sorted(others - set(named)))


def _by_member(recent: Sequence["Touch"], person: str) -> dict[str, int]:
    return dict(Counter(one.by for one in recent if person in one.people))


def _gaps(
    rows: tuple[Row, ...], recent: Sequence["Touch"], ours: Mapping[str, str]
) -> Iterator[Gap]:
    for row in rows:
        yield from _of_person(row)
    keys = [row for row in rows if row.key]
    for row in keys:
        if sum(row.touches.values()) >= 3 and len(row.touches) == 1:
            (member,) = row.touches
            name = ours.get(member, member)
            what = f"{row.person.name} knows nobody of ours but {name}, by the last year's touches"
            yield Gap("one of ours", row.id, what)
    yield from _single_thread(rows, recent)


def _of_person(row: Row) -> Iterator[Gap]:
    person, name = row.person, row.person.name
    resting = person.cadence == "never"
    if row.key and not person.ours:
        yield Gap("no keeper", row.id, f"nobody of ours keeps the tie to {name}")
    if not row.touches and not resting:
        yield Gap("no touch", row.id, f"no touch with {name} in the last year")
    if row.short_of:
        what = f"the tie to {name} is {person.tie or 'none'}, {person.wanted} is wanted"
        yield Gap("short of wanted", row.id, what)
    if person.known_by == "assumed":
        yield Gap("assumed", row.id, f"what is written about {name} is assumed, not heard")


def _single_thread(rows: tuple[Row, ...], recent: Sequence["Touch"]) -> Iterator[Gap]:
    names = {row.id: row.person.name for row in rows}
    counts = Counter(one for touch in recent for one in touch.people if one in names)
    if len(names) < 3 or len(recent) < _MANY or not counts:
        return
    person, most = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if most * 3 >= len(recent) * 2:
        share = f"all {most}" if most == len(recent) else f"{most} of the {len(recent)}"
        what = f"{share} touches of the last year were with {names[person]}"
        yield Gap("one of theirs", person, what)
