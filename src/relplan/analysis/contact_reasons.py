"""Why a person is due: their cadence, an unanswered try, a promise, a birthday."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from relplan.analysis import contacts
from relplan.analysis.callbacks import call_back, working_days_of
from relplan.analysis.contacts import ContactDue, Log
from relplan.analysis.due_item import Reason
from relplan.analysis.promises import promises
from relplan.clock import spoken, weekday

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings

_BIRTHDAY_LASTS = 7


def of_cadence(
    id_: str, person: "Person", plan: "Plan | Prospect", settings: "Settings", log: Log
) -> Iterator[Reason]:
    """The contact that is due by cadence, or the call-back that stands in its place."""
    cadence = contacts.cadence_of(person, plan, settings)
    if cadence is None or contacts.is_breathing(plan, log.today):
        return
    due = contacts.contact_due(id_, person, plan, log, cadence)
    wait = working_days_of(settings.call_back_after)
    waiting = call_back(id_, contacts.keeper(person, plan), log, wait)
    if waiting and not (due.snoozed and due.due > waiting.due):
        tried = ", ".join(
            f"{t.how or 'try'} on {spoken(t.date, log.today)}" for t in waiting.attempts
        )
        count = len(waiting.attempts)
        said = "no answer to the" if count == 1 else f"no answer to {count} tries:"
        yield Reason("call-back", waiting.due, f"{said} {tried}; {waiting.advice}")
        return
    why = _contact_why(due, log.today)
    baseline = due.baseline.source
    yield Reason("contact", due.due, why, due.moved_from, max(cadence.days, 1.0), baseline)


def of_promises(id_: str, log: Log) -> Iterator[tuple[str, Reason]]:
    """The open promises to this person, each with the member who keeps it.

    A promise to several people belongs to the first of them.
    """
    for one in promises(log.touches):
        if one.is_open(log.today) and one.touch.date <= log.today and one.people[:1] == (id_,):
            given = spoken(one.touch.date, log.today)
            by = spoken(one.by, log.today)
            why = f"promised on {given} by {by}: {one.what}"
            yield one.owner, Reason("promise", one.by, why)


def of_birthday(person: "Person", log: Log) -> Iterator[Reason]:
    """The person's next birthday, or the one of the last days; 29 Feb is kept on 28 Feb."""
    born = person.birthday
    if born is None:
        return
    for year in range(log.today.year - 1, log.today.year + 2):
        if not date.min.year <= year <= date.max.year:
            continue
        day, note = _in_year(born.month, born.day, year)
        if (log.today - day).days <= _BIRTHDAY_LASTS:
            age = f", {year - born.year} years" if born.year else ""
            yield Reason("birthday", day, f"birthday on {spoken(day, log.today)}{note}{age}")
            return


def _in_year(month: int, day: int, year: int) -> tuple[date, str]:
    try:
        return date(year, month, day), ""
    except ValueError:
        return date(year, 3, 1) - timedelta(days=1), " (born on 29 Feb)"


def _contact_why(due: ContactDue, today: date) -> str:
    every = f"every {due.cadence}"
    last = due.baseline.touch
    if last is not None:
        days = (today - last.date).days
        how = last.how if last.how not in (None, "other") else "the last touch"
        unit = "day" if days == 1 else "days"
        since = f"{days} {unit} since {how} on {spoken(last.date, today)}"
    elif due.baseline.day is not None:
        whose = "known" if due.baseline.source == "person since" else "a client"
        since = f"no touch logged yet; {whose} since {spoken(due.baseline.day, today)}"
    else:
        since = "no touch logged yet, and no `since` to count from"
    parts = [f"{since}, {every}"]
    if due.snoozed and due.snoozed.snooze:
        note = f" ({due.snoozed.note})" if due.snoozed.note else ""
        parts.append(f"snoozed until {spoken(due.snoozed.snooze, today)}{note}")
    if due.moved_from:
        parts.append(f"moved from {weekday(due.moved_from)} {spoken(due.moved_from, today)}")
    return "; ".join(parts)
