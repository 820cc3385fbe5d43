"""How regularly we are in touch, what we promised, and what it took (domain.md 3)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.callbacks import unanswered
from relplan.analysis.contacts import (
    ContactDue,
    Log,
    cadence_of,
    contact_due,
    is_here,
    keeps_in_touch,
    last_touch,
)
from relplan.analysis.promises import Given, promises

if TYPE_CHECKING:
    from relplan.model.durations import Duration
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

MONTHS = 6


class Contact(NamedTuple):
    """One person: how often we want to be in touch, and how often we were."""

    id: str
    person: "Person"
    cadence: "Duration | None"
    last: "Touch | None"
    due: ContactDue | None
    days_late: int
    """Days after the due day; negative before it, 0 when nothing is due."""
    months: tuple[int, ...]
    """Days with a touch in each of the last months, the oldest first, this month last."""
    tries: tuple["Touch", ...]
    """Contacts since the last touch that nobody answered."""


class Spent(NamedTuple):
    """What one member of ours put in: touches, unpaid hours, and money by currency."""

    member: str
    touches: int
    hours: Decimal
    costs: tuple[tuple[str, Decimal], ...]


class Promised(NamedTuple):
    """A promise and what became of it: open, kept, late or broken."""

    given: Given
    state: str


def contacts(plan: "Plan | Prospect", settings: "Settings", log: Log) -> list[Contact]:
    """Everybody who has not left, the latest against their cadence first, those who rest last."""
    found = [
        _contact(id_, person, plan, settings, log)
        for id_, person in plan.roles.items()
        if is_here(person, log.today)
    ]
    order = list(plan.roles)
    return sorted(found, key=lambda one: (one.due is None, -one.days_late, order.index(one.id)))


def months_to(today: date, count: int = MONTHS) -> tuple[tuple[int, int], ...]:
    """The last months as (year, month), this one last; fewer at the beginning of the calendar."""
    now = today.year * 12 + today.month - 1
    return tuple((at // 12, at % 12 + 1) for at in range(now - count + 1, now + 1) if at // 12 >= 1)


def promised(touches: Sequence["Touch"], today: date) -> list[Promised]:
    """Every promise given until today, oldest due first, and what became of it."""
    return [
        Promised(one, _state(one, today)) for one in promises(touches) if one.touch.date <= today
    ]


def spent(touches: Sequence["Touch"], since: date, today: date) -> list[Spent]:
    """What each member put in after `since` until today, the most hours first."""
    lines = [
        one
        for one in touches
        if since < one.date <= today and not (one.planned or one.cancelled or one.is_note)
    ]
    found = [_spent(member, lines) for member in sorted({one.by for one in lines})]
    return sorted(found, key=lambda one: (-one.hours, one.member))


def _contact(
    id_: str, person: "Person", plan: "Plan | Prospect", settings: "Settings", log: Log
) -> Contact:
    cadence = cadence_of(person, plan, settings)
    listed = cadence is not None and keeps_in_touch(plan)
    due = contact_due(id_, person, plan, log, cadence) if cadence and listed else None
    counted = {t.date for t in log.touches if t.counts and id_ in t.people and t.date <= log.today}
    months = tuple(
        sum((day.year, day.month) == month for day in counted) for month in months_to(log.today)
    )
    return Contact(
        id=id_,
        person=person,
        cadence=cadence,
        last=last_touch(log.touches, id_, log.today),
        due=due,
        days_late=(log.today - due.due).days if due else 0,
        months=months,
        tries=unanswered(log.touches, id_, log.today),
    )


def _state(one: Given, today: date) -> str:
    if one.kept is None or one.kept.date > today:
        return "broken" if one.by < today else "open"
    return "late" if one.kept.date > one.by else "kept"


def _spent(member: str, lines: Sequence["Touch"]) -> Spent:
    own = [one for one in lines if one.by == member]
    costs: dict[str, Decimal] = {}
    for one in own:
        if one.cost:
            costs[one.cost.currency] = costs.get(one.cost.currency, Decimal(0)) + one.cost.amount
    return Spent(
        member=member,
        touches=sum(one.counts for one in own),
        hours=sum((one.hours or Decimal(0) for one in own), Decimal(0)),
        costs=tuple(sorted(costs.items())),
    )
