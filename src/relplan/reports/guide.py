"""What is expected of a member, point by point, with today's state; what is wanting is marked."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from relplan.analysis.guide import WEEKS, Guide, Kept, is_staff
from relplan.analysis.state import count, listed
from relplan.clock import MONTHS, spoken, weekday
from relplan.model.book import Book
from relplan.model.settings import Tier
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text
from relplan.reports.team import left, money

_TIERS = {
    "staff": "begin with your peers at the clients: who is at the start of a career today decides"
    " in ten years",
    "senior": "answer for your clients' well-being; a lunch a month reaches twelve people a year",
    "principal": "few people, and those well: hand one over before you take one on",
    "marketing": "few contacts at a time, and campaigns beside them",
    "admin": "no list of your own; whoever takes a call writes it down the same day",
}
"""What each tier means (domain.md 3: everyone is responsible, each at their level)."""
_TWO_KEYS = (
    "persistence: no answer after a few days, then call again; regularity: a rhythm for each"
    " person, followed through; notes of what was said and what they care for"
)


_Beside = Callable[[Kept], str]
"""What stands in the brackets after a person's client."""


class Point(NamedTuple):
    """One expectation: its name, where the member stands, and whether something is wanting."""

    name: str
    said: str
    wanting: bool = False


def sections(book: Book, found: Guide, columns: int | None = None) -> list[Section]:
    """The page in the width of a terminal; unwrapped and uncut without one."""
    member, today = book.settings.team[found.load.member], found.today
    day = f"{weekday(today)} {today.day} {MONTHS[today.month - 1]} {today.year}"
    parts = (f"{member.name} ({found.load.member})", member.tier, member.department, day)
    head = text(" · ".join(safe(one) for one in parts if one), columns, indent=0)
    expected = [line for one in expectations(book, found) for line in _dot(one, columns)]
    state = [line for one in points(book, found) for line in _point(one, columns)]
    return [
        Section("", tuple(head)),
        Section("EXPECTED", tuple(expected)),
        Section("TODAY", tuple(state)),
    ]


def expectations(book: Book, found: Guide) -> list[str]:
    """What the tier means, its numbers, what the firm says besides, and the two keys."""
    id_ = book.settings.team[found.load.member].tier
    tier = found.load.tier
    said = [_TIERS[id_]] if id_ in _TIERS else []
    if tier is None:
        said.append(f"{safe(id_)} is not a tier of relplan.yaml; add it under `tiers:`")
    else:
        said += [_numbers(tier), *(safe(one) for one in tier.expects)]
    if tier and tier.contacts:
        said.append(_TWO_KEYS)
    return said


def points(book: Book, found: Guide) -> list[Point]:
    """Where the member stands, in the order of the expectations."""
    return [
        *_list(book, found),
        *_rhythm(book, found),
        *_year(found),
        *_listening(book, found),
    ]


def _numbers(tier: Tier) -> str:
    parts = [f"{count(tier.contacts, 'person', 'people')} to keep in touch with"]
    if tier.lunches is not None:
        parts.append(f"{count(tier.lunches, 'lunch', 'lunches')} a year")
    if tier.budget is not None:
        parts.append(f"{tier.budget} a year to spend on them")
    return ", ".join(parts)


def _list(book: Book, found: Guide) -> Iterator[Point]:
    load, kept = found.load, len(found.load.kept)
    if load.tier is None:
        yield Point("list", count(kept, "person", "people"))
        return
    most = load.tier.contacts
    room = most - kept
    more = (
        f"{-room} too many; hand one over" if room < 0 else f"room for {room}" if room else "full"
    )
    if most or kept:
        yield Point("list", f"{kept} of {most} people, {more}", room < 0)
    if is_staff(load, book):
        said = f"{load.peers} of the {kept} are peers" if kept else "no peers yet"
        yield Point("peers", said, found.lonely)


def _rhythm(book: Book, found: Guide) -> Iterator[Point]:
    kept, late = found.kept, found.late
    if not kept:
        return
    if late:
        said = f"{len(late)} of {len(kept)} late: {_people(book, late, _days_late)}"
        yield Point("regularity", said, wanting=True)
    else:
        yield Point("regularity", f"nobody of {count(len(kept), 'person', 'people')} is late")
    wanted, made = found.pace
    asks = f"the list asks for {count(wanted, 'day')} with a touch in {WEEKS} weeks"
    had = "there was 1" if made == 1 else f"there were {made}"
    yield Point("pace", f"{asks}, and {had} in the last", made * 4 < wanted * 3)
    if found.waiting:
        said = f"call again: {_people(book, found.waiting, _tried(found))}"
        yield Point("persistence", said, wanting=True)


def _year(found: Guide) -> Iterator[Point]:
    load = found.load
    if load.tier and load.tier.lunches:
        even = found.lunches_by_now or 0
        said = f"{load.lunches} of {load.tier.lunches} since 1 January"
        beside = f", where an even year would have had {even}" if load.lunches < even else ""
        yield Point("lunches", said + beside, load.lunches * 4 < even * 3)
    if load.money.budget:
        spent = money(load.money.by_currency) or "nothing"
        rest = left(load)
        said = f"{spent} spent of {load.money.budget}, {rest}{'' if 'over' in rest else ' left'}"
        yield Point("budget", said, (load.money.left or 0) < 0)
    if load.word.all:
        said = f"{load.word.kept} of {load.word.all} kept in time since 1 January"
        yield Point("promises", said, load.word.broken > 0)


def _listening(book: Book, found: Guide) -> Iterator[Point]:
    every, written = found.notes
    if every:
        of = count(every, "touch", "touches")
        said = f"{written} of {of} in the last {WEEKS} weeks say what was said"
        yield Point("notes", said, written * 2 < every)
    if found.unknown:
        said = f"neither an interest nor a note is known of {_people(book, found.unknown)}"
        yield Point("interests", said, len(found.unknown) * 2 > len(found.kept))


def _people(book: Book, kept: Sequence[Kept], beside: _Beside | None = None) -> str:
    names = book.names()
    said = [
        f"{safe(one.contact.person.name)} ({safe(names[one.at])}{beside(one) if beside else ''})"
        for one in kept
    ]
    return listed(said)


def _days_late(one: Kept) -> str:
    return f", {count(one.contact.days_late, 'day')}"


def _tried(found: Guide) -> _Beside:
    return lambda one: f", no answer on {spoken(one.contact.tries[-1].date, found.today)}"


def _point(one: Point, columns: int | None) -> Iterator[Line]:
    lead = "! " if one.wanting else "· "
    yield from text(f"{one.name}: {one.said}", columns, 4, lead, "late" if one.wanting else "")


def _dot(said: str, columns: int | None) -> Iterator[Line]:
    yield from text(said, columns, 4, "· ")
