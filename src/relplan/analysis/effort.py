"""Where the firm's touches of the last year went: relationships, prospects, campaigns, repair.

Domain.md 3 to 5: each is a system of its own, and a firm that does only one lacks the others.
"""

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import in_force
from relplan.analysis.coverage import YEAR, within_a_year
from relplan.analysis.repair import repaired_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relplan.model.book import Book
    from relplan.model.campaign import Pitch
    from relplan.model.touch import Touch

RELATIONSHIPS = "relationships"
PROSPECTS = "prospects"
CAMPAIGNS = "campaigns"
REPAIR = "repair"
KINDS = (RELATIONSHIPS, PROSPECTS, CAMPAIGNS, REPAIR)
FEWEST = 12
"""Below one touch a month nothing can be said of how a firm shares out its effort."""


class Part(NamedTuple):
    """What one kind of work took in the last year: touches, and unpaid hours."""

    kind: str
    touches: int
    hours: Decimal


class Effort(NamedTuple):
    """The four kinds in the order of `KINDS`."""

    parts: tuple[Part, ...]

    @property
    def touches(self) -> int:
        """All touches of the last year."""
        return sum(one.touches for one in self.parts)

    @property
    def only(self) -> str | None:
        """The one kind that took every touch; None where there are others, or too few to say."""
        found = [one.kind for one in self.parts if one.touches]
        return found[0] if len(found) == 1 and self.touches >= FEWEST else None


def effort(book: "Book", today: date) -> Effort:
    """Every touch of the last 365 days until today, counted once: as what it was for.

    A pitch is the campaign's, also where no log knows of it, and so is a later touch with who heard
    it whose note names the campaign by its id; a touch while a relationship was under repair is the
    repair's; others with prospects are theirs; the rest is for the relationships.
    """
    pitched, names = _pitches(book, today), _names(book)
    counts, hours = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, Decimal(0))
    for id_, one in _made(book, today):
        mine = {(id_, one.date, who) for who in one.people} & pitched
        pitched -= mine
        sold = mine or any(_answers(one, of) for of in names.get(id_, ()))
        kind = CAMPAIGNS if sold else _kind(book, id_, one.date)
        counts[kind] += 1
        hours[kind] += one.hours or Decimal(0)
    counts[CAMPAIGNS] += len(pitched)
    return Effort(tuple(Part(kind, counts[kind], hours[kind]) for kind in KINDS))


def _made(book: "Book", today: date) -> "Iterator[tuple[str, Touch]]":
    for id_, log in book.touches.items():
        yield from ((id_, one) for one in in_force(log) if within_a_year(one, today))


def _pitches(book: "Book", today: date) -> set[tuple[str, date, str]]:
    return {
        (one.at, one.date, one.to)
        for campaign in book.campaigns.values()
        for one in campaign.pitches
        if one.date <= today and today - one.date < YEAR
    }


def _names(book: "Book") -> "dict[str, list[tuple[Pitch, re.Pattern[str]]]]":
    """At each client the pitches there, with what names their campaign in a note."""
    found: dict[str, list[tuple[Pitch, re.Pattern[str]]]] = defaultdict(list)
    for id_, campaign in book.campaigns.items():
        named = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", re.IGNORECASE)
        for one in campaign.pitches:
            found[one.at].append((one, named))
    return found


def _answers(touch: "Touch", pitch: "tuple[Pitch, re.Pattern[str]]") -> bool:
    """True for a touch with somebody after a pitch to them, whose note names the campaign."""
    made, named = pitch
    heard = made.to in touch.people and made.date <= touch.date
    return heard and touch.note is not None and named.search(touch.note) is not None


def _kind(book: "Book", id_: str, day: date) -> str:
    if id_ in book.plans:
        return REPAIR if repaired_on(book.plans[id_], day) else RELATIONSHIPS
    return PROSPECTS
