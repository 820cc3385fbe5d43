"""Which meetings are touches: whose, by whom of ours, and which are logged already."""

from datetime import date

import scenes

from relplan.analysis.meetings import Ours, met
from relplan.files.contacts.calendar import Guest, Meeting

PEOPLE = {
    "jane": scenes.person(email="jane@acme.example"),
    "raj": scenes.person(name="Raj Patel", email="raj@acme.example"),
    "zed": scenes.person(name="Zed"),
}
TEAM = scenes.book().settings.team
DAY = date(2026, 11, 3)


def meeting(*emails, day=DAY, why="", declined=()):
    guests = [Guest(one, "", one in declined) for one in (*emails, *declined)]
    return Meeting("m.ics", 2, day, "Clinic", tuple(guests), why)


def one(*emails, asker="amara", log=(), **fields):
    [found] = met([meeting(*emails, **fields)], PEOPLE, Ours(TEAM, asker), scenes.touches(*log))
    return found.people, found.by, found.why


def test_a_meeting_with_people_of_the_plan_is_a_touch():
    assert one("JANE@acme.example", "x@y.example") == (("jane",), "amara", "")


def test_a_meeting_without_them_or_that_they_declined_is_none():
    assert one("x@y.example")[2] == "with nobody of this plan"
    assert one("", declined=["jane@acme.example"])[2] == "with nobody of this plan"
    assert one("jane@acme.example", why="cancelled") == (("jane",), "", "cancelled")


def test_it_is_by_the_one_of_ours_who_was_there_first_of_all_the_asker():
    ben, amara = "ben@hartwell.example", "amara@hartwell.example"
    assert one("jane@acme.example", ben)[1] == "ben"
    assert one("jane@acme.example", ben, amara)[1] == "amara"
    assert one("jane@acme.example", asker=None)[1:] == (
        "",
        "none of ours is named in it; say --me MEMBER",
    )


def test_who_has_a_line_on_that_day_is_not_written_again():
    both = ("jane@acme.example", "raj@acme.example")
    line = {"date": "2026-11-03", "how": "lunch"}
    assert one(*both, log=[line]) == (("raj",), "amara", "")
    assert one(both[0], log=[line])[2] == "logged already"
    assert one(both[0], log=[{**line, "answered": "false"}])[2] == ""


def test_two_meetings_with_the_same_people_on_one_day_are_one_touch():
    found = met([meeting("jane@acme.example")] * 2, PEOPLE, Ours(TEAM, "ben"), ())
    assert [each.why for each in found] == ["", "logged already"]


def test_the_line_of_the_log_says_what_the_meeting_was_called():
    [found] = met([meeting("jane@acme.example")], PEOPLE, Ours(TEAM, "ben"), ())
    assert found.fields == {
        "date": "2026-11-03",
        "with": ["jane"],
        "by": "ben",
        "how": "meeting",
        "note": "Clinic",
    }
    assert "note" not in found._replace(meeting=found.meeting._replace(summary="")).fields
