"""If a member of ours left: what would hang in the air, and who is nearest to each of it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.absence import present
from relplan.analysis.charge import Charge, in_charge_of
from relplan.analysis.contacts import in_force, is_here, keeper
from relplan.analysis.coverage import members_of, within_a_year
from relplan.analysis.lists import lists
from relplan.model.choices import TIES

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect


class Nearness(NamedTuple):
    """How near a member of ours is to people of a client, or to the client."""

    member: str
    with_people: int
    """Touches with these people in the last year."""
    best_tie: int
    """The strongest tie that they keep there, as its place in TIES."""
    with_client: int
    """Touches with anybody there in the last year."""
    named: bool
    """True when the plan names them as its owner or in its team."""

    @property
    def known(self) -> bool:
        """True when anything at all ties them to the client."""
        return bool(self.with_people or self.best_tie or self.with_client or self.named)


class Handed(NamedTuple):
    """Something in the leaver's charge, and who would be the one to take it."""

    charge: Charge
    to: Nearness | None
    """None when nobody else is left to take anything."""
    instead: Nearness | None = None
    """Of a tie, the nearest who knows the client and has room, when the nearest of all has none."""


class Room(NamedTuple):
    """How a member's list would grow."""

    member: str
    before: int
    after: int
    most: int


class Departure(NamedTuple):
    """All that hangs on one member, with the nearest for each, and what that does to the lists."""

    member: str
    handed: tuple[Handed, ...]
    rooms: tuple[Room, ...]
    """Those who would take a tie, by id."""


def departure(book: "Book", member: str, today: date) -> Departure:
    """What happens if `member` leaves: the strongest tie takes over, of equals who has most room.

    Ties are handed over one after another, so that a list that fills counts for the next.
    """
    kept = Counter({one: len(people) for one, people in lists(book, today).items()})
    before = Counter(kept)
    handed = []
    for charge in in_charge_of(book, member, today):
        found = nearest(book, charge, {member}, today, kept)
        first = found[0] if found else None
        instead = None
        if charge.kind == "tie" and first:
            if not _room(book, first, kept):
                known = (one for one in found if one.known)
                instead = next((one for one in known if _room(book, one, kept)), None)
            kept[first.member] += 1
        handed.append(Handed(charge, first, instead))
    rooms = tuple(
        Room(one, before[one], kept[one], _most(book, one))
        for one in sorted(kept)
        if one != member and kept[one] > before[one]
    )
    return Departure(member, tuple(handed), rooms)


def nearest(
    book: "Book",
    charge: Charge,
    without: Collection[str],
    today: date,
    kept: Counter[str] | None = None,
) -> list[Nearness]:
    """Who could take this over, the nearest first; `kept` are the lengths of the lists.

    The strongest tie to the people comes first, then to the client, then who has most room. Those
    who left, those whose tier keeps nobody, and `without` are not asked.
    """
    counts = (
        kept if kept is not None else Counter({m: len(p) for m, p in lists(book, today).items()})
    )
    here = [one for one in present(book.settings, today) if one not in without and one != charge.at]
    able = [one for one in here if _most(book, one)]
    plan = book.plans.get(charge.at) or book.prospects.get(charge.at)
    found = [_near(book, plan, charge, one, today) for one in able]
    return sorted(found, key=lambda one: (*_strength(one), _fullness(book, one, counts)))


def _near(
    book: "Book", plan: "Plan | Prospect | None", charge: Charge, member: str, today: date
) -> Nearness:
    if plan is None:
        return Nearness(member, 0, 0, 0, named=False)
    own = list(_own_touches(book, charge.at, member, today))
    return Nearness(
        member,
        sum(bool(set(charge.people) & set(people)) for people in own),
        max((TIES.index(tie) for tie in _kept_ties(plan, member, today)), default=0),
        len(own),
        named=member in members_of(plan),
    )


def _own_touches(book: "Book", at: str, member: str, today: date) -> Iterator[Sequence[str]]:
    """The people of each touch that the member had with the client in the last year."""
    for touch in in_force(book.touches.get(at, ())):
        if touch.by == member and within_a_year(touch, today):
            yield touch.people


def _kept_ties(plan: "Plan | Prospect", member: str, today: date) -> Iterator[str]:
    for person in plan.roles.values():
        if person.tie and keeper(person, plan) == member and is_here(person, today):
            yield person.tie


def _strength(one: Nearness) -> tuple[int, int, int, bool]:
    return (-one.with_people, -one.best_tie, -one.with_client, not one.named)


def _fullness(book: "Book", one: Nearness, kept: Counter[str]) -> tuple[float, str]:
    return (kept[one.member] / _most(book, one.member), one.member)


def _room(book: "Book", one: Nearness, kept: Counter[str]) -> bool:
    return kept[one.member] < _most(book, one.member)


def _most(book: "Book", member: str) -> int:
    tier = book.settings.tiers.get(book.settings.team[member].tier)
    return tier.contacts if tier else 0
