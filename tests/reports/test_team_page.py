import json

from scenes import TODAY, book

from relplan.reports.sections import plain
from relplan.reports.team_page import Asked, as_json, sections

BOOK = book({"acme": {"owner": "ben"}})


def begins(asked):
    return plain(sections(BOOK, asked)).splitlines()[0]


def test_the_page_that_is_asked_for_is_shown():
    assert begins(Asked(TODAY)) == "Hartwell, 2 members, Wed 25 Nov 2026"
    assert begins(Asked(TODAY, "ben")) == "Ben Archer (ben)"
    said = "if Ben Archer leaves: 1 client hangs in the air"
    assert begins(Asked(TODAY, "ben", leaves=True)) == said


def test_the_json_that_is_asked_for_is_printed():
    assert len(json.loads(as_json(BOOK, Asked(TODAY)))["members"]) == 2
    assert json.loads(as_json(BOOK, Asked(TODAY, "ben")))["member"] == "ben"
    assert json.loads(as_json(BOOK, Asked(TODAY, "ben", leaves=True)))["leaves"] == "ben"
