"""Why a person is due: their cadence, an unanswered try, a promise, a birthday."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from relplan.analysis import contacts
from relplan.analysis.callbacks import CallBack, call_back
from relplan.analysis.contacts import ContactDue, Log
from relplan.analysis.due_item import Reason
from relplan.analysis.promises import promises
from relplan.analysis.sources import Source, in_log, in_plan, in_settings
from relplan.clock import spoken, weekday

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

_BIRTHDAY_LASTS = 7


def of_cadence(
    id_: str, person: "Person", plan: "Plan | Prospect", settings: "Settings", log: Log
) -> Iterator[Reason]:
    """The contact that is due by cadence, or the call-back that stands in its place."""
    cadence = contacts.cadence_of(person, plan, settings)
    if cadence is None or contacts.is_breathing(plan, log.today):
        return
    due = contacts.contact_due(id_, person, plan, log, cadence)
    waiting = call_back(id_, plan, settings, log)
    if waiting and not (due.snoozed and due.due > waiting.due):
        yield _call_back(waiting, log.today)
        return
    yield Reason(
        "contact",
        due.due,
        _contact_why(due, log.today),
        due.moved_from,
        max(cadence.days, 1.0),
        due.baseline.source,
        _sources(id_, person, plan, due),
    )


def _call_back(waiting: CallBack, today: date) -> Reason:
    tried = ", ".join(
        f"{one.how or 'try'} on {spoken(one.date, today)}" for one in waiting.attempts
    )
    count = len(waiting.attempts)
    said = "no answer to the" if count == 1 else f"no answer to {count} tries:"
    sources = (
        *(in_log("no answer", one) for one in waiting.attempts),
        in_settings("working days to wait", "call_back_after"),
    )
    why = f"{said} {tried}; {waiting.advice}"
    return Reason("call-back", waiting.due, why, baseline="no answer", sources=sources)


def _sources(
    id_: str, person: "Person", plan: "Plan | Prospect", due: ContactDue
) -> tuple[Source, ...]:
    """The places that set the day: the baseline, the cadence, a snooze, the calendar."""
    own = person.cadence is not None
    found = [_baseline(id_, due)]
    if own:
        found.append(in_plan("cadence", "roles", id_, "cadence"))
    else:
        found += [in_plan("priority", "priority"), in_settings("cadence", "cadence", plan.priority)]
    if due.snoozed:
        found.append(in_log("snooze", due.snoozed))
    if due.moved_from:
        found.append(in_settings("working days", "calendar"))
    return tuple(found)


def _baseline(id_: str, due: ContactDue) -> Source:
    if due.baseline.touch is not None:
        return in_log("last touch", due.baseline.touch)
    if due.baseline.source == "client since":
        return in_plan("client since", "since")
    return in_plan("known since", "roles", id_, "since")


def of_promises(log: Log) -> Iterator[tuple["Touch", Reason]]:
    """The open promises of a client's log, each with the line in which it was given."""
    for one in promises(log.touches):
        if one.is_open(log.today):
            given = spoken(one.touch.date, log.today)
            by = spoken(one.by, log.today)
            why = f"promised on {given} by {by}: {one.what}"
            sources = (in_log("promise", one.touch),)
            yield one.taken or one.touch, Reason("promise", one.by, why, sources=sources)


def of_birthday(id_: str, person: "Person", log: Log) -> Iterator[Reason]:
    """The person's next birthday, or the one of the last days on which nobody spoke with them since.

    29 Feb is kept on 28 Feb. A touch of today leaves it: it may have been about something else.
    """
    born = person.birthday
    if born is None:
        return
    for year in range(log.today.year - 1, log.today.year + 2):
        if not date.min.year <= year <= date.max.year:
            continue
        day, note = _in_year(born.month, born.day, year)
        if (log.today - day).days <= _BIRTHDAY_LASTS and not _spoke(id_, log, day):
            age = f", {year - born.year} years" if born.year else ""
            why = f"birthday on {spoken(day, log.today)}{note}{age}"
            sources = (in_plan("birthday", "roles", id_, "birthday"),)
            yield Reason("birthday", day, why, sources=sources)
            return


def _spoke(id_: str, log: Log, since: date) -> bool:
    """True when there was a touch with them on that day or later, before today."""
    return any(
        touch.counts and id_ in touch.people and since <= touch.date < log.today
        for touch in log.of(id_)
    )


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
