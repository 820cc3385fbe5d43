"""Meetings in a calendar file: each with its day and its people, event by event.

icalendar reads an event; the file is cut into events here, so that one that cannot be read costs
itself, and has a line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Event

from relplan.files.contacts.contact import Unread
from relplan.files.contacts.foreign import clean, healed
from relplan.files.contacts.lines import Line, logical_lines
from relplan.files.contacts.recurring import days_of, rule_of

MOST = 20_000
_LONGEST = 100_000
"""A longer event carries a file; its description is nobody's note."""
_ZONE = re.compile(r"X-WR-TIMEZONE[^:]*:(.{1,60})", re.IGNORECASE)
_BEGIN = re.compile(r"BEGIN\s*:\s*VEVENT", re.IGNORECASE)
_CANCEL = re.compile(r"METHOD\s*:\s*CANCEL", re.IGNORECASE)
_READ = re.compile(
    r"(?:BEGIN|END|UID|SUMMARY|DTSTART|RRULE|EXDATE|RDATE|STATUS|ATTENDEE|ORGANIZER|RECURRENCE-ID)\b",
    re.IGNORECASE,
)


class Guest(NamedTuple):
    """Somebody who was asked to come."""

    email: str
    name: str
    declined: bool


class Meeting(NamedTuple):
    """A meeting on one day; `why` says why it is none that took place."""

    file: str
    line: int
    day: date
    summary: str
    guests: tuple[Guest, ...]
    why: str = ""


class Window(NamedTuple):
    """The days that are looked at."""

    first: date
    last: date


class _Event(NamedTuple):
    line: int
    event: Any
    uid: str


class _Found(NamedTuple):
    """What stands in a calendar file."""

    events: list[_Event]
    unread: list[Unread]
    zone: tzinfo | None
    cancelled: bool
    """True when the whole file takes its meetings back."""


def meetings_of(file: str, text: str, window: Window) -> tuple[list[Meeting], list[Unread]]:
    """The meetings in the window, repeated ones on each of their days, and what cannot be read."""
    found = _found(file, text)
    moved = _moved(found)
    meetings: list[Meeting] = []
    unread = found.unread
    for one in found.events:
        made = _meetings(file, one, (found.zone, window), moved.get(one.uid, set()))
        if isinstance(made, str):
            unread.append(Unread(file, one.line, made))
        else:
            meetings += [one._replace(why="cancelled") for one in made] if found.cancelled else made
    return meetings, unread


def _found(file: str, text: str) -> _Found:
    events: list[_Event] = []
    unread: list[Unread] = []
    zone, cancelled = None, False
    for chunk in _chunks(text):
        first = chunk[0].text
        if _BEGIN.match(first):
            made = _event(chunk) if len(events) < MOST else f"more than {MOST:,} events; split it"
            if isinstance(made, _Event):
                events.append(made)
                continue
            unread.append(Unread(file, chunk[0].number, made))
            if len(events) >= MOST:
                break
        elif named := _ZONE.match(first):
            zone = _zone(named[1])
        cancelled = cancelled or _CANCEL.match(first) is not None
    return _Found(events, unread, zone, cancelled)


def _moved(found: _Found) -> dict[str, set[date]]:
    """The days of a repeated meeting that have an event of their own, by its UID."""
    moved: dict[str, set[date]] = defaultdict(set)
    for one in found.events:
        if one.uid and (day := _day(one, "RECURRENCE-ID", found.zone)):
            moved[one.uid].add(day)
    return moved


def _chunks(text: str) -> Iterator[list[Line]]:
    """Each event as its lines; every other line alone. An event within another ends the first."""
    held: list[Line] = []
    depth = 0
    for line in logical_lines(text):
        mark = line.text.strip().upper()
        if mark == "BEGIN:VEVENT" and held:
            yield held
            held, depth = [], 0
        if not held and mark != "BEGIN:VEVENT":
            yield [line]
            continue
        inner = mark.startswith("BEGIN:") and mark != "BEGIN:VEVENT"
        depth += inner
        if depth == 0 and (_READ.match(line.text)):
            held.append(line)
        depth -= mark.startswith("END:") and mark != "END:VEVENT"
        if mark == "END:VEVENT":
            yield held
            held, depth = [], 0
    if held:
        yield held


def _event(lines: list[Line]) -> _Event | str:
    if lines[-1].text.strip().upper() != "END:VEVENT":
        return "the event has no end; the file may have been cut off"
    text = "\r\n".join(healed(one.text)[0].strip() for one in lines)
    if len(text) > _LONGEST:
        return f"the event has more than {_LONGEST:,} characters"
    try:
        event = Event.from_ical(text)
    except Exception as error:  # noqa: BLE001 -- whatever the library makes of a foreign event
        return f"the event cannot be read ({type(error).__name__})"
    if getattr(event, "name", "") != "VEVENT":
        return "the event cannot be read"
    return _Event(lines[0].number, event, clean(str(event.get("UID", ""))))


def _meetings(
    file: str, one: _Event, where: tuple[tzinfo | None, Window], moved: set[date]
) -> list[Meeting] | str:
    zone, _ = where
    start = _day(one, "DTSTART", zone)
    if start is None:
        return "no day stands in DTSTART"
    event = one.event
    why = ""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        why = "cancelled"
    elif not isinstance(_asked(event["DTSTART"], "dt"), datetime):
        why = "a whole day, no meeting"
    summary = clean(str(event.get("SUMMARY", "")))[:200]
    meeting = Meeting(file, one.line, start, summary, tuple(_guests(event)), why)
    days = _taking_place(one, start, where, moved)
    return days if isinstance(days, str) else [meeting._replace(day=day) for day in sorted(days)]


def _taking_place(
    one: _Event,
    start: date,
    where: tuple[tzinfo | None, Window],
    moved: set[date],
) -> set[date] | str:
    """The days in the window on which the event took place; a text says why they are not known."""
    event, (zone, window) = one.event, where
    if "RECURRENCE-ID" in event:
        return {start} if window.first <= start <= window.last else set()
    more, fewer = _days(event, "RDATE", zone), _days(event, "EXDATE", zone)
    if more is None or fewer is None:
        return "the days listed in RDATE or EXDATE cannot be read"
    days = {start, *more}
    if "RRULE" in event:
        written = event["RRULE"]  # several are a list, a broken one is neither
        rule = rule_of(written) if isinstance(written, dict) else None
        if rule is None:
            return "it repeats by a rule that is not read here; log its days with relplan log"
        days |= set(days_of(rule, start, window.first, window.last))
    return {day for day in days - fewer - moved if window.first <= day <= window.last}


def _day(one: _Event, name: str, zone: tzinfo | None) -> date | None:
    return _civil(_asked(one.event.get(name), "dt"), zone)


def _days(event: Any, name: str, zone: tzinfo | None) -> set[date] | None:
    """The days of a list of them; None when one cannot be read."""
    found = event.get(name, [])
    lists = [_asked(one, "dts") for one in (found if isinstance(found, list) else [found])]
    if None in lists:
        return None
    days = {_civil(_asked(each, "dt"), zone) for one in lists for each in one}
    return None if None in days else {day for day in days if day}


def _asked(written: Any, name: str) -> Any:
    """What icalendar read; None where it could not."""
    try:
        return getattr(written, name)
    except Exception:  # noqa: BLE001 -- its own errors for a broken value changed with versions
        return None


def _civil(moment: Any, zone: tzinfo | None) -> date | None:
    """The day as its own clock tells it; of a time in UTC, the day in the calendar's zone."""
    if isinstance(moment, datetime):
        utc = moment.tzinfo is not None and moment.utcoffset() == timedelta(0)
        try:
            return (moment.astimezone(zone) if utc and zone else moment).date()
        except (OverflowError, ValueError):
            return None
    return moment if isinstance(moment, date) else None


def _guests(event: Any) -> Iterator[Guest]:
    for name in ("ORGANIZER", "ATTENDEE"):
        found = event.get(name, [])
        for one in (found if isinstance(found, list) else [found])[:500]:
            address = clean(str(one)).lower().removeprefix("mailto:")
            given = _asked(one, "params") or {}
            declined = str(given.get("PARTSTAT", "")).upper() == "DECLINED"
            yield Guest(address, clean(str(given.get("CN", ""))), declined)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
