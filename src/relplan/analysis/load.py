"""What each member carries, against what their tier means (domain.md 3: each at their level)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.absence import gone, present
from relplan.analysis.bus_factor import Leaning, leaning
from relplan.analysis.charge import in_charge_of
from relplan.analysis.contacts import cadence_of, in_force, is_here, keeps_in_touch
from relplan.analysis.due import due
from relplan.analysis.due_item import Wanted
from relplan.analysis.effort import Effort, effort
from relplan.analysis.lists import lists
from relplan.analysis.touches import promised, spent

if TYPE_CHECKING:
    from relplan.analysis.due_item import Item
    from relplan.model.amounts import MoneyValue
    from relplan.model.book import Book
    from relplan.model.settings import Tier
    from relplan.model.touch import Touch

STAFF = "staff"
"""The tier whose members keep peers: people who are no executives (domain.md 3)."""
_FEWEST = 4


class Money(NamedTuple):
    """What one member spent this year, against the budget of their tier."""

    by_currency: tuple[tuple[str, Decimal], ...]
    budget: "MoneyValue | None"

    @property
    def left(self) -> Decimal | None:
        """What is left of the budget, in its currency; negative when it is overspent."""
        if self.budget is None:
            return None
        return self.budget.amount - dict(self.by_currency).get(self.budget.currency, Decimal(0))


class Word(NamedTuple):
    """The promises that fell due this year: kept in time, kept late, not kept."""

    kept: int
    late: int
    broken: int

    @property
    def all(self) -> int:
        """How many fell due."""
        return self.kept + self.late + self.broken


class Load(NamedTuple):
    """One member's load. Lunches, money, hours and promises are those of this calendar year."""

    member: str
    tier: "Tier | None"
    kept: tuple[tuple[str, str], ...]
    """The (client, person) pairs on their list."""
    peers: int
    lunches: int
    money: Money
    hours: Decimal
    overdue: int
    word: Word
    owns: Mapping[str, int]
    """How many active clients they own, by priority."""

    @property
    def over(self) -> int:
        """By how many people the list is too long."""
        return max(0, len(self.kept) - (self.tier.contacts if self.tier else len(self.kept)))


class Team(NamedTuple):
    """The whole team's load, and what nobody or only one carries."""

    today: date
    loads: tuple[Load, ...]
    ownerless: tuple[str, ...]
    """The ids of clients and prospects without an owner."""
    priorities: Mapping[str, int]
    """Active clients by priority."""
    gone: tuple[tuple[str, int], ...]
    """Members who left, each with how many things are still in their charge."""
    lonely: tuple[tuple[str, int], ...]
    """Staff without their peers, each with how many they keep."""
    leaning: "Leaning | None"
    effort: Effort

    @property
    def all_a(self) -> bool:
        """True when priority A says nothing any more."""
        return all_priority_a(self.priorities)


def team(book: "Book", today: date) -> Team:
    """The load of everybody who has not left, in the order of the settings."""
    return Team(
        today,
        tuple(_loads(book, today, present(book.settings, today))),
        ownerless(book),
        by_priority(book),
        tuple(
            (one, n)
            for one in gone(book.settings, today)
            if (n := len(in_charge_of(book, one, today)))
        ),
        lonely(book, today),
        leaning(book, today),
        effort(book, today),
    )


def load_of(book: "Book", member: str, today: date) -> Load:
    """The load of one member, also of one who has left."""
    [found] = _loads(book, today, [member])
    return found


def _loads(book: "Book", today: date, members: Sequence[str]) -> Iterator[Load]:
    logs = [in_force(lines) for lines in book.touches.values()]
    lines = [one for log in logs for one in log if one.date.year == today.year]
    words, money, kept = _words(logs, today), moneys(book, today), lists(book, today)
    items = due(book, today, Wanted(today)).items
    overdue = Counter(owner for one in items for owner in _overdue_with(one, today))
    hours = {one.member: one.hours for one in spent(lines, date.min, today)}
    for one in members:
        yield Load(
            member=one,
            tier=book.settings.tiers.get(book.settings.team[one].tier),
            kept=tuple(kept.get(one, ())),
            peers=len(peers(book, kept.get(one, ()))),
            lunches=_lunches(lines, one, today),
            money=money[one],
            hours=hours.get(one, Decimal(0)),
            overdue=overdue[one],
            word=words.get(one, Word(0, 0, 0)),
            owns=by_priority(book, one),
        )


def _overdue_with(item: "Item", today: date) -> set[str | None]:
    """Those for whom the item is overdue: each sees it on their own list, whoever keeps the tie."""
    return {one.owner for one in item.reasons if one.due < today}


def moneys(book: "Book", today: date) -> dict[str, Money]:
    """What each member of the team spent this calendar year until today, by currency."""
    lines = [
        one
        for log in book.touches.values()
        for one in in_force(log)
        if one.date.year == today.year and one.cost
    ]
    costs = {one.member: one.costs for one in spent(lines, date.min, today)}
    tiers = book.settings.tiers
    return {
        id_: Money(costs.get(id_, ()), tiers[one.tier].budget if one.tier in tiers else None)
        for id_, one in book.settings.team.items()
    }


def peers(book: "Book", kept: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of a list who are no executives: whom somebody at the beginning meets as an equal."""
    everyone = book.everyone()
    return [(at, who) for at, who in kept if everyone[at].roles[who].level != "executive"]


def ownerless(book: "Book") -> tuple[str, ...]:
    """The clients and prospects that are kept up and that nobody of ours answers for."""
    return tuple(
        id_
        for id_, plan in book.everyone().items()
        if plan.owner is None and plan.status not in ("former", "won", "lost")
    )


def by_priority(book: "Book", owner: str | None = None) -> Mapping[str, int]:
    """How many active clients there are of each priority; only those of `owner` when given."""
    return Counter(
        plan.priority
        for plan in book.plans.values()
        if keeps_in_touch(plan) and owner in (None, plan.owner)
    )


def all_priority_a(priorities: Mapping[str, int]) -> bool:
    """True when more than half of at least four clients are of priority A."""
    every = sum(priorities.values())
    return every >= _FEWEST and priorities.get("A", 0) * 2 > every


def lonely(book: "Book", today: date) -> tuple[tuple[str, int], ...]:
    """Staff who keep fewer than half of the peers that their tier means, with how many they keep.

    In a book that has not as many people to give, nobody is lonely.
    """
    tier, kept = book.settings.tiers[STAFF], lists(book, today)
    if len(_no_executives(book, today)) < tier.contacts:
        return ()
    staff = [one for one in present(book.settings, today) if book.settings.team[one].tier == STAFF]
    counts = [(one, len(peers(book, kept.get(one, ())))) for one in staff]
    return tuple(pair for pair in counts if pair[1] * 2 < tier.contacts)


def _no_executives(book: "Book", today: date) -> list[str]:
    return [
        person.name
        for plan in book.everyone().values()
        if keeps_in_touch(plan)
        for person in plan.roles.values()
        if person.level != "executive"
        and is_here(person, today)
        and cadence_of(person, plan, book.settings)
    ]


def _words(logs: "Sequence[Sequence[Touch]]", today: date) -> dict[str, Word]:
    states: Counter[tuple[str, str]] = Counter()
    for log in logs:
        for one in promised(log, today):
            if one.given.by.year == today.year and one.state != "open":
                states[one.given.owner, one.state] += 1
    return {
        member: Word(*(states[member, state] for state in ("kept", "late", "broken")))
        for member in {one for one, _ in states}
    }


def _lunches(lines: "Sequence[Touch]", member: str, today: date) -> int:
    """Days with a lunch: two clients at one table are one lunch."""
    return len(
        {
            one.date
            for one in lines
            if one.by == member and one.how == "lunch" and one.counts and one.date <= today
        }
    )
