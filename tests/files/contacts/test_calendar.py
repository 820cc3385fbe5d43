"""Meetings in calendar files: their day, their guests, and what they are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.files.contacts import calendar
from relplan.files.contacts.calendar import Window, meetings_of

WINDOW = Window(date(2026, 9, 1), date(2026, 11, 24))
WHEN = "DTSTART:20261103T100000"


def cal(*events, before=""):
    inner = "".join(f"BEGIN:VEVENT\n{one}\nEND:VEVENT\n" for one in events)
    return f"BEGIN:VCALENDAR\n{before}{inner}END:VCALENDAR\n"


def read(text):
    return meetings_of("m.ics", text, WINDOW)


def days(text):
    return [one.day.isoformat() for one in read(text)[0]]


def test_a_meeting_has_its_day_line_summary_and_guests():
    text = cal(
        f"{WHEN}\nSUMMARY:Close clinic\\, Leeds\nORGANIZER;CN=Ben:MAILTO:Ben@h.example\n"
        "ATTENDEE;PARTSTAT=DECLINED:mailto:raj@acme.example\n"
        "BEGIN:VALARM\nSUMMARY:alarm\nEND:VALARM"
    )
    ([one], unread) = read(text)
    assert (one.day, one.line, one.summary, one.why) == (
        date(2026, 11, 3),
        2,
        "Close clinic, Leeds",
        "",
    )
    assert [tuple(guest) for guest in one.guests] == [
        ("ben@h.example", "Ben", False),
        ("raj@acme.example", "", True),
    ]
    assert unread == []


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (f"{WHEN}\nSTATUS:CANCELLED", "cancelled"),
        ("DTSTART;VALUE=DATE:20261103", "a whole day, no meeting"),
    ],
)
def test_what_did_not_take_place_says_so(event, why):
    assert [one.why for one in read(cal(event))[0]] == [why]
    assert [one.why for one in read(cal(WHEN, before="METHOD:CANCEL\n"))[0]] == ["cancelled"]


def test_meetings_outside_of_the_window_are_none():
    assert days(cal("DTSTART:20270101T100000", "DTSTART:20200101T100000", WHEN)) == ["2026-11-03"]


def test_a_time_in_utc_counts_on_the_day_of_the_calendar_s_zone():
    late = cal("DTSTART:20261103T230000Z", before="X-WR-TIMEZONE:Australia/Sydney\n")
    assert days(late) == ["2026-11-04"]
    assert days(cal("DTSTART:20261103T230000Z")) == ["2026-11-03"]
    assert days(cal("DTSTART;TZID=Australia/Sydney:20261103T230000")) == ["2026-11-03"]


def test_a_repeated_meeting_counts_on_each_of_its_days_but_not_where_it_was_moved():
    master = "UID:1\nDTSTART:20261006T100000\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20261013T100000"
    moved = "UID:1\nRECURRENCE-ID:20261020T100000\nDTSTART:20261021T100000"
    assert days(cal(master, moved)) == ["2026-10-06", "2026-10-27", "2026-10-21"]


def test_days_that_are_listed_count_too():
    event = "DTSTART:20261006T100000\nRDATE:20261008T100000,20270101T100000"
    assert days(cal(event)) == ["2026-10-06", "2026-10-08"]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ("DTSTART:rubbish", "no day stands in DTSTART"),
        ("SUMMARY:x", "no day stands in DTSTART"),
        (
            f"{WHEN}\nRRULE:FREQ=DAILY;COUNT=8x",
            "it repeats by a rule that is not read here; log its days with relplan log",
        ),
        (f"{WHEN}\nRDATE:a/b/c", "the days listed in RDATE or EXDATE cannot be read"),
        (f"{WHEN}\nEXDATE:rubbish", "the days listed in RDATE or EXDATE cannot be read"),
        (
            f"{WHEN}\nRRULE:FREQ=HOURLY",
            "it repeats by a rule that is not read here; log its days with relplan log",
        ),
        (f"{WHEN}\nSUMMARY:{'x' * 100_000}", "the event has more than 100,000 characters"),
    ],
)
def test_an_event_that_cannot_be_read_costs_itself(event, why):
    meetings, unread = read(cal(event, WHEN))
    assert [one.day for one in meetings] == [date(2026, 11, 3)]
    assert [(one.line, one.why) for one in unread] == [(2, why)]


def test_an_event_without_an_end_is_named():
    _, unread = read(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{WHEN}\n")
    assert unread[0].why == "the event has no end; the file may have been cut off"


def test_more_events_than_any_calendar_has_are_not_read(monkeypatch):
    monkeypatch.setattr(calendar, "MOST", 1)
    meetings, unread = read(cal(WHEN, WHEN, WHEN))
    assert (len(meetings), unread[0].why) == (1, "more than 1 events; split it")


PARTS = ["DTSTART", "RDATE", "/", "RRULE", "EXDATE", "ATTENDEE", "STATUS", "RECURRENCE-ID", "FREQ=DAILY", ":", ";",
         "=", "\n", "20261103T100000Z", "BEGIN:VALARM", "END:VEVENT", "INTERVAL=0", "99999999"]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=5), max_size=25).map("".join))
def test_any_event_neither_raises_nor_hangs(inner):
    read(cal(inner, f"{WHEN}\n{inner}"))
