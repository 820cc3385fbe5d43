import json

from scenes import TODAY, acme

from relplan.analysis.promises import owed
from relplan.reports.promises import as_json, as_list


def found(*promises):
    lines = [{"date": "2026-11-01", "promise": {"what": w, "by": by}} for w, by in promises]
    return owed(acme({}, *lines), TODAY)


def test_each_promise_says_how_late_it_is_or_when():
    text = as_list(
        found(("a", "2026-11-24"), ("b", "2026-11-23"), ("c", "2026-11-25"), ("d", "2026-11-27")),
        TODAY,
    )
    assert [line.split("  ")[0] for line in text.splitlines()] == [
        "2 days late",
        "1 day late",
        "today",
        "Fri 27 Nov",
        "",
        "4 open, 2 late",
    ]


def test_nothing_open_is_said():
    assert as_list([], TODAY) == "no open promises\n"


def test_foreign_words_are_shown_inert():
    assert "\\x1b[2J" in as_list(found(("\x1b[2J", "2026-11-24")), TODAY)


def test_json_has_every_fact_as_a_field():
    [row] = json.loads(as_json(found(("ring", "2026-11-24")), TODAY))["promises"]
    assert row == {
        "client": "acme",
        "with": ["jane"],
        "ours": "amara",
        "what": "ring",
        "promised": "2026-11-01",
        "by": "2026-11-24",
        "days_late": 1,
    }
