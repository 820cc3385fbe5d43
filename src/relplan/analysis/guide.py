"""What is expected of a member at their tier, and how they stand to it (domain.md 3).

Everybody is responsible, each at their level: so many people, so often, with a budget; by
persistence (no answer: call back) and regularity (a rhythm for each, followed through).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import Log, in_force
from relplan.analysis.load import STAFF, Load, load_of, lonely
from relplan.analysis.touches import Contact, contacts
from relplan.analysis.working_days import working_days

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.touch import Touch

WEEKS = 13
_WINDOW = timedelta(weeks=WEEKS)


class Kept(NamedTuple):
    """One person on a member's list: where, and how often we want to be and were in touch."""

    at: str
    contact: Contact


class Pace(NamedTuple):
    """Days with a touch that a list asks for in a quarter, and how many there were in the last."""

    wanted: int
    made: int


class Notes(NamedTuple):
    """Of the member's touches in the last quarter: how many, and how many say what was said."""

    touches: int
    written: int


class Guide(NamedTuple):
    """One member's tier against their list, their year, and their last quarter."""

    today: date
    load: Load
    kept: tuple[Kept, ...]
    """Everybody on their list, the latest against their cadence first."""
    pace: Pace
    notes: Notes
    lonely: bool
    """True for staff without their peers."""

    @property
    def late(self) -> tuple[Kept, ...]:
        """Those whose due day has passed."""
        return tuple(one for one in self.kept if one.contact.days_late > 0)

    @property
    def waiting(self) -> tuple[Kept, ...]:
        """Those who did not answer the last time."""
        return tuple(one for one in self.kept if one.contact.tries)

    @property
    def unknown(self) -> tuple[Kept, ...]:
        """Those of whom the plan says neither an interest nor a note."""
        persons = ((one, one.contact.person) for one in self.kept)
        return tuple(one for one, who in persons if not (who.interests or who.notes))

    @property
    def lunches_by_now(self) -> int | None:
        """How many of the year's lunches an even year would have had until today."""
        whole = self.load.tier.lunches if self.load.tier else None
        return None if whole is None else whole * self.today.timetuple().tm_yday // 366


def guide(book: "Book", member: str, today: date) -> Guide:
    """What the member's tier expects, and today's state against it."""
    load = load_of(book, member, today)
    kept = sorted(_kept(book, load, today), key=lambda one: -one.contact.days_late)
    return Guide(
        today=today,
        load=load,
        kept=tuple(kept),
        pace=_pace(book, kept, member, today),
        notes=_notes(book, member, today),
        lonely=any(one == member for one, _ in lonely(book, today)),
    )


def is_staff(load: Load, book: "Book") -> bool:
    """True for a tier whose members keep peers and no executives."""
    return book.settings.team[load.member].tier == STAFF


def _kept(book: "Book", load: Load, today: date) -> list[Kept]:
    days, everyone, found = working_days(book.settings.calendar), book.everyone(), []
    for at in dict.fromkeys(at for at, _ in load.kept):
        log = Log(in_force(book.touches.get(at, ())), today, days)
        mine = {who for where, who in load.kept if where == at}
        every = contacts(everyone[at], book.settings, log)
        found += [Kept(at, one) for one in every if one.id in mine]
    return found


def _pace(book: "Book", kept: Sequence[Kept], member: str, today: date) -> Pace:
    """Sums over the list: a person every four weeks asks for 13 / 4 days a quarter."""
    wanted = Fraction(0)
    for one in kept:
        if one.contact.cadence:
            every = max(1, (one.contact.cadence.after(today) - today).days)
            wanted += Fraction(_WINDOW.days, every)
    mine = {(one.at, one.contact.id) for one in kept}
    made = {
        (at, who, one.date)
        for at, one in _recent(book, member, today)
        for who in one.people
        if (at, who) in mine
    }
    return Pace(round(wanted), len(made))


def _notes(book: "Book", member: str, today: date) -> Notes:
    recent = [one for _, one in _recent(book, member, today)]
    return Notes(len(recent), sum(bool(one.note or one.learned) for one in recent))


def _recent(book: "Book", member: str, today: date) -> "list[tuple[str, Touch]]":
    """The member's touches of the last quarter that count, with the client of each."""
    return [
        (at, one)
        for at, log in book.touches.items()
        for one in in_force(log)
        if one.by == member and one.counts and one.date <= today and today - one.date < _WINDOW
    ]
