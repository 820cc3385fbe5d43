"""The morning list as a calendar (iCalendar, RFC 5545): a whole day an event, with an alarm.

An event is one reason, and keeps its UID while the reason lives: a calendar that reads the list
again finds its own events, and a contact that moves takes its event along.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from relplan import __version__
from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item, Reason
from relplan.reports.due import details
from relplan.reports.due_closing import name_of
from relplan.reports.safe import safe

_ALARM = timedelta(hours=9)
_FIRST = date(2000, 1, 1).toordinal()
_TOUCH = ("contact", "call-back", "silence")
"""Kinds that stand for one event: being in touch with this person again."""


def as_calendar(due: DueList, firm: str, owner_name: str | None = None) -> bytes:
    """The list as an .ics file. What is overdue stands on today, until it is done."""
    calendar = Calendar()
    calendar.add("prodid", f"-//relplan//relplan {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", safe(f"relplan, {owner_name or firm}"))
    for item in due.items:
        for event in _events(item, firm):
            calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _events(item: Item, firm: str) -> Iterator[Event]:
    for key, reason in {_key(reason): reason for reason in item.reasons}.items():
        day = max(reason.due, item.today)
        event = Event()
        event.add("uid", _uid(firm, item, key))
        event.add("dtstamp", datetime.combine(item.today, datetime.min.time(), UTC))
        event.add("sequence", max(item.today.toordinal() - _FIRST, 0))
        event.add("dtstart", day)
        if day < date.max:
            event.add("dtend", day + timedelta(days=1))
        event.add("summary", _summary(item, reason))
        event.add("description", "\n".join([safe(reason.why), *details(item)]))
        event.add("categories", [reason.kind])
        event.add("transp", "TRANSPARENT")  # a reminder takes nobody's time
        event.add_component(_alarm(_summary(item, reason)))
        yield event


def _alarm(said: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said)
    alarm.add("trigger", _ALARM)
    return alarm


def _summary(item: Item, reason: Reason) -> str:
    client = f" ({item.subject.client_name})" if item.subject.person_name else ""
    return safe(f"{reason.kind.capitalize()}: {name_of(item)}{client}")


def _uid(firm: str, item: Item, key: str) -> str:
    whole = "\n".join([firm, item.subject.client, item.subject.person or "", key])
    return f"{sha256(whole.encode('utf-8', 'backslashreplace')).hexdigest()[:32]}@relplan"


def _key(reason: Reason) -> str:
    """What the reason is about, whatever day it has: it tells one event from another."""
    if reason.kind in _TOUCH:
        return "touch"
    source = reason.sources[0] if reason.sources else None
    if source is None:
        return reason.kind
    if reason.kind == "pitch":
        return f"pitch {source.where} {reason.due}"  # a line of a list has no id of its own
    if source.touch is not None and source.touch.promise:
        return f"promise {source.touch.date} {source.touch.promise.what}"
    path = "/".join(str(step) for step in source.path)
    year = f" {reason.due.year}" if reason.kind == "birthday" else ""
    return f"{reason.kind} {source.where} {path}{year}"
