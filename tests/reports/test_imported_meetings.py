"""The preview of an import of meetings."""

from datetime import date

from relplan.analysis.meetings import Met
from relplan.files.contacts.calendar import Meeting, Window
from relplan.files.contacts.contact import Unread
from relplan.reports.imported_meetings import preview

ONE = Meeting("m.ics", 2, date(2026, 11, 3), "Clinic\x1b", ())


def test_meetings_with_people_of_the_plan_are_listed_and_others_counted():
    found = [
        Met(ONE, ("jane", "raj"), "ben"),
        Met(ONE, ("jane",), why="logged already"),
        Met(ONE, ("jane",), why="cancelled"),
        Met(ONE, why="with nobody of this plan"),
    ]
    window = Window(date(2026, 8, 26), date(2026, 11, 24))
    assert preview(found, [Unread("m.ics", 9, "no day stands in DTSTART")], window) == (
        "new         2026-11-03 jane, raj by ben: Clinic\\x1b  (m.ics:2)\n"
        "same        2026-11-03 jane: Clinic\\x1b  (m.ics:2); logged already\n"
        "left out    2026-11-03 jane: Clinic\\x1b  (m.ics:2); cancelled\n"
        "unreadable  m.ics:9: no day stands in DTSTART\n"
        "1 new, 1 cancelled, 1 logged already, 1 with nobody of this plan, 1 unreadable;"
        " looked at 2026-08-26 to 2026-11-24; --since looks further back\n"
    )
