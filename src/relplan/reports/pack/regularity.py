"""Sections 6 and 7: touches against cadence, promises, and what we put in."""

from collections.abc import Iterator
from decimal import Decimal

from relplan.analysis.state import count
from relplan.analysis.touches import Contact, Spent, months_to, spent
from relplan.clock import MONTHS
from relplan.reports.pack.rows import ContactRow, Month, PromiseRow, SpentRow
from relplan.reports.pack.shape import Invested, Regularity
from relplan.reports.pack.source import Source

_SILENT_AFTER = 60
_BARS = "▁▂▃▄▅▆▇█"
_FULL = 4
"""Touches in a month that fill a bar; a month with more in it makes all bars of the pack lower."""


def section(made: Source) -> Regularity:
    """Everybody's touches in the last months, the latest first; who is silent; what we promised."""
    most = max((n for one in made.facts.contacts for n in one.months), default=0)
    return Regularity(
        months=tuple(MONTHS[month - 1] for _, month in months_to(made.today)),
        contacts=tuple(_contact(one, made, most) for one in made.facts.contacts),
        silent=tuple(_silent(made)),
        unanswered=tuple(_unanswered(made)),
        promises=tuple(_promises(made)),
    )


def invested(made: Source) -> Invested:
    """Hours and money since the last review by member, and the hours that were planned."""
    rows = spent(made.facts.log.touches, made.begin, made.today)
    running = [one for one in made.facts.work if one.is_open and one.hours]
    hours = sum((Decimal(one.hours or 0) for one in running), Decimal(0))
    return Invested(
        since=made.day(made.begin),
        rows=tuple(_spent(one, made) for one in rows),
        planned=(
            f"The open initiatives are expected to take {hours:f} hours"
            f" ({', '.join(f'{one.id} {one.hours}' for one in running)})."
            if running
            else ""
        ),
        unlogged=(
            "No hours were logged; write them with a touch: hours: 2"
            if rows and not any(one.hours for one in rows)
            else ""
        ),
    )


def due_of(one: Contact, made: Source) -> str:
    """When the person is due, or why they are not."""
    if one.cadence is None:
        return "rests"
    if one.due is None:
        return "not listed"
    if one.days_late > 0:
        return f"{count(one.days_late, 'day')} late"
    return "today" if one.days_late == 0 else made.day(one.due.due)


def last_of(one: Contact, made: Source) -> str:
    """The day of the last touch and its channel."""
    if one.last is None:
        return "never"
    how = f", {one.last.how}" if one.last.how else ""
    return made.day(one.last.date) + how


def _contact(one: Contact, made: Source, most: int) -> ContactRow:
    return ContactRow(
        name=one.person.name,
        cadence=str(one.cadence or "never"),
        last=last_of(one, made),
        due=due_of(one, made),
        mark="late" if one.days_late > 0 else "",
        months=tuple(_month(number, max(most, _FULL)) for number in one.months),
    )


def _month(number: int, most: int) -> Month:
    if not number:
        return Month("·", "", "0")
    eighths = max(1, number * len(_BARS) // most)
    return Month(str(number), _BARS[eighths - 1], str(eighths))


def _silent(made: Source) -> Iterator[str]:
    """Those who speak for us and have not been heard of for longer than their cadence."""
    for one in made.facts.contacts:
        if one.person.stance not in ("mentor", "supporter") or one.cadence is None:
            continue
        days = (made.today - one.last.date).days if one.last else None
        if days is None:
            yield f"{one.person.name} ({one.person.stance}): no touch is logged."
        elif days > max(one.cadence.days, _SILENT_AFTER):
            yield f"{one.person.name} ({one.person.stance}): {days} days since {last_of(one, made)}."


def _unanswered(made: Source) -> Iterator[str]:
    for one in made.facts.contacts:
        if one.tries:
            days = ", ".join(f"{made.day(t.date)} ({made.member(t.by)})" for t in one.tries)
            yield f"{one.person.name}: {days}."


def _promises(made: Source) -> Iterator[PromiseRow]:
    for one in made.facts.promised:
        kept = one.given.kept
        if one.state in ("kept", "late") and kept and kept.date <= made.begin:
            continue
        when = f" on {made.day(kept.date)}" if kept and one.state in ("kept", "late") else ""
        yield PromiseRow(
            what=one.given.what,
            to=made.people(one.given.people),
            by_whom=made.member(one.given.owner),
            by=made.day(one.given.by),
            state=f"kept late{when}" if one.state == "late" else f"{one.state}{when}",
            mark=one.state,
        )


def _spent(one: Spent, made: Source) -> SpentRow:
    return SpentRow(
        member=made.member(one.member),
        touches=str(one.touches),
        hours=f"{one.hours:f}" if one.hours else "",
        money=", ".join(f"{amount:f} {currency}" for currency, amount in one.costs),
    )
