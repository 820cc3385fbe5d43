from datetime import date

from exports import NAUGHTY, acme, naughty, source
from icalendar import Calendar
from scenes import TODAY, jane

from relplan.reports.export.calendar import calendar

GOALS = {
    "g": {
        "goal": "x",
        "initiatives": {
            "near": {"what": "Clinic", "by": "2026-12-18", "owner": "ben"},
            "far": {"what": "Walk", "by": "2027-09-01"},
            "beyond": {"what": "Talk", "by": "2028-09-01"},
        },
    }
}


def events(content):
    """The events as another program reads them."""
    return list(Calendar.from_ical(content).walk("VEVENT"))


def said(of, owner=None):
    content, count = calendar(source(of), owner)
    found = [(one["dtstart"].dt, str(one["summary"]).split(":")[0]) for one in events(content)]
    assert len(found) == count
    return sorted(found)


def test_what_is_planned_by_date_is_seen_a_year_ahead_and_contacts_for_the_quarter():
    of = acme({"date": "2026-10-28"}, goals=GOALS, review={"next": "2027-06-01"})
    assert said(of) == [
        (TODAY, "Contact"),
        (date(2026, 12, 18), "Initiative"),
        (date(2027, 6, 1), "Review"),
        (date(2027, 9, 1), "Initiative"),
    ]


def test_a_member_sees_what_is_theirs():
    of = acme({"date": "2026-10-28"}, goals=GOALS, review={"next": "2027-06-01"})
    assert said(of, "ben") == [(date(2026, 12, 18), "Initiative")]


def test_no_event_is_there_twice():
    content, count = calendar(source(acme(goals=GOALS, roles={"jane": jane()})))
    assert len({str(one["uid"]) for one in events(content)}) == count


def test_harmful_texts_are_no_structure():
    content, count = calendar(source(naughty()))
    assert len(events(content)) == count >= len(NAUGHTY)
    assert not [one for one in b"\x00\x07\x1b\x7f" if one in content]
