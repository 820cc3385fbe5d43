"""The guide for a program."""

import json

from scenes import TODAY, book, jane

from relplan.analysis.guide import guide
from relplan.reports.guide_json import guide_json


def test_it_holds_what_the_page_shows():
    lines = [{"date": "2026-10-01"}, {"date": "2026-11-20", "answered": "false"}]
    of = book({"acme": {"roles": {"jane": jane()}}}, {"acme": lines})
    found = json.loads(guide_json(of, guide(of, "amara", TODAY)))
    assert (found["version"], found["member"], found["tier"]) == (1, "amara", "principal")
    assert found["late"] == [{"client": "acme", "person": "jane", "days_late": 27}]
    assert found["waiting"] == found["unknown"] == [{"client": "acme", "person": "jane"}]
    assert found["pace"] == {"wanted": 3, "made": 1}
    assert [one["name"] for one in found["points"] if one["wanting"]] == [
        "regularity",
        "pace",
        "persistence",
        "notes",
        "interests",
    ]
