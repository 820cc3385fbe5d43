import json
from datetime import date

from relplan.files.book import load
from relplan.reports.pack.source import source
from relplan.reports.show_json import as_json


def test_json_has_a_version_and_plain_dates(quay):
    value = json.loads(as_json(source(load(quay).book, "harbour", date(2026, 11, 25))))
    assert value["version"] == 1
    people = {one["id"]: one for one in value["people"]}
    assert people["tom"]["due"] == "2026-12-02"
    assert people["berit"]["unanswered"] == 3
    assert {one["id"]: one["standing"] for one in value["work"]} == {
        "night-shift": "late",
        "tide-table": "open",
        "berth-notes": "done",
    }
    assert value["campaigns"] == []


def test_a_running_campaign_has_its_numbers(quay):
    campaign = (
        "proposition: We keep the tide tables\ncohort: {clients: harbour}\n"
        "runs: {from: 2026-11-02, to: 2026-12-18}\n"
    )
    (quay / "campaigns").mkdir(exist_ok=True)
    (quay / "campaigns" / "tides.yaml").write_text(campaign, encoding="utf-8")
    [one] = json.loads(as_json(source(load(quay).book, "harbour", date(2026, 11, 25))))["campaigns"]
    assert (one["campaign"], one["until"], one["heard"], one["open"]) == (
        "tides",
        "2026-12-18",
        0,
        0,
    )
