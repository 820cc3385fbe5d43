from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from scenes import TODAY, acme, book, jane, listed

from relplan.reports.due_calendar import as_calendar

PROMISE = {"date": "2026-11-06", "promise": {"what": "send the benchmark", "by": "2026-11-25"}}
HOSTILE = "a;b,c\\d\nBEGIN:VEVENT\r\nUID:x \x1b[2J\u202e " + "ä" * 200


def written(of, today=TODAY, until=None, firm="Hartwell", **wanted):
    return as_calendar(listed(of, today, until, **wanted), firm)


def events(ics):
    """The events of a calendar by UID, as another program reads them."""
    found = list(Calendar.from_ical(ics).walk("VEVENT"))
    by_uid = {str(one["uid"]): one for one in found}
    assert len(by_uid) == len(found), "two events share a UID"
    return by_uid


def only(ics):
    (event,) = events(ics).values()
    return event


def everything():
    initiative = {"what": "Close clinic", "by": "2026-11-27"}
    return book(
        {
            "acme": {
                "roles": {"jane": jane(birthday="11-26"), "raj": jane(name="Raj")},
                "review": {"next": "2026-11-25"},
                "goals": {"g": {"goal": "x", "initiatives": {"a": initiative, "b": initiative}}},
            },
            "swale": {"roles": {"jane": jane()}},
        },
        {"acme": [PROMISE, {"date": "2026-11-20", "with": "raj", "answered": False}]},
        prospects={"c": {"prospect": "C", "steps": {"s": {"what": "x", "by": "2026-11-25"}}}},
    )


def test_a_contact_is_read_back_as_a_whole_day_with_an_alarm():
    of = acme({"phone": "0113"}, {"date": "2026-10-29", "how": "lunch", "note": "Worried"})
    event = only(written(of, until=date(2026, 11, 29)))
    assert event["dtstart"].dt == date(2026, 11, 26)
    assert event["dtend"].dt == date(2026, 11, 27)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["dtstamp"].dt == datetime(2026, 11, 25, tzinfo=UTC)
    assert str(event["summary"]) == "Contact: Jane Porter (Acme)"
    assert str(event["description"]).splitlines() == [
        "27 days since lunch on 29 Oct, every 4w",
        "29 Oct: Worried",
        "reach: 0113",
    ]
    (alarm,) = event.walk("VALARM")
    assert (str(alarm["action"]), alarm["trigger"].dt) == ("DISPLAY", timedelta(hours=9))


def test_what_is_overdue_stands_on_today():
    assert only(written(acme({}, {"date": "2026-10-01"})))["dtstart"].dt == TODAY


def test_every_kind_has_an_event_of_its_own():
    found = events(written(everything(), until=date(2026, 11, 30)))
    kinds = sorted(str(event["summary"]).split(":")[0] for event in found.values())
    assert kinds == [
        "Birthday",
        "Call-back",
        "Contact",
        "Initiative",
        "Initiative",
        "Promise",
        "Review",
        "Step",
    ]


def test_importing_it_twice_changes_nothing():
    first = written(everything(), until=date(2026, 11, 30))
    second = written(everything(), until=date(2026, 11, 30))
    assert first == second
    kept = {**events(first), **events(second)}
    assert {uid: one.to_ical() for uid, one in kept.items()} == {
        uid: one.to_ical() for uid, one in events(first).items()
    }


def test_tomorrow_the_same_reasons_are_the_same_events_and_newer():
    first = events(written(everything(), until=date(2026, 11, 30)))
    later = events(written(everything(), TODAY + timedelta(days=1), date(2026, 11, 30)))
    assert set(first) == set(later)
    assert all(later[uid]["sequence"] > first[uid]["sequence"] for uid in first)


def test_a_touch_moves_the_event_of_the_contact_and_an_unanswered_try_too():
    lines = [{"date": "2026-10-28"}]
    first = events(written(acme({}, *lines)))
    until = date(2026, 12, 31)
    moved = events(written(acme({}, *lines, {"date": "2026-11-25"}), until=until))
    tried = events(
        written(acme({}, *lines, {"date": "2026-11-25", "answered": False}), until=until)
    )
    assert set(first) == set(moved) == set(tried)
    assert [one["dtstart"].dt for one in moved.values()] == [date(2026, 12, 23)]


def test_two_promises_to_one_person_are_two_events():
    other = {"date": "2026-11-07", "promise": {"what": "call the plant", "by": "2026-11-25"}}
    assert len(events(written(acme({"cadence": "never"}, PROMISE, other)))) == 2


def test_the_same_ids_in_another_firms_book_are_other_events():
    of = acme({}, {"date": "2026-10-01"})
    assert set(events(written(of))).isdisjoint(events(written(of, firm="Lee")))


def test_hostile_text_stays_one_text_and_lines_are_folded():
    of = acme({"name": HOSTILE}, {"date": "2026-10-01", "note": HOSTILE})
    ics = written(of)
    event = only(ics)
    assert "a;b,c\\d BEGIN:VEVENT UID:x \\x1b[2J" in str(event["summary"])
    assert all(len(line) <= 75 for line in ics.split(b"\r\n"))
    assert b"\x1b" not in ics


def test_an_empty_list_is_a_calendar_without_events():
    assert events(written(acme({"cadence": "never"}))) == {}


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_are_written(today):
    assert events(written(acme({"since": "0001-01-01"}), today, date.max)) != {}
