import json
from datetime import date

import guards
from scenes import acme, book, jane, listed

from relplan.analysis.due_item import KINDS
from relplan.reports.due_json import as_json

HOSTILE = "\x1b[31mEve\u202e\x9b"


def test_json_has_a_version_stable_keys_and_exact_dates():
    of = acme({"birthday": "11-25"}, {"date": "2026-10-12", "how": "lunch", "note": "Worried"})
    value = json.loads(as_json(listed(of)))
    assert (value["version"], value["today"], value["empty_because"]) == (1, "2026-11-25", None)
    (one,) = value["items"]
    assert one["due"] == "2026-11-09"
    assert one["days_late"] == 16
    assert one["kind"] == "contact"
    assert one["baseline"] == "touch"
    assert one["last_touch"] == {"date": "2026-10-12", "how": "lunch", "note": "Worried"}
    assert [reason["kind"] for reason in one["reasons"]] == ["contact", "birthday"]
    assert list(one) == sorted(one)


def test_json_names_the_day_from_which_it_moved():
    of = acme({}, {"date": "2026-10-31"}, settings={"calendar": {"working_days": "mon-fri"}})
    (one,) = json.loads(as_json(listed(of, date(2026, 12, 1))))["items"]
    assert (one["due"], one["moved_from"]) == ("2026-11-30", "2026-11-28")


def test_json_is_ascii_and_keeps_every_character():
    text = as_json(listed(acme({"name": f"Zoë 🎉 {HOSTILE}"})))
    assert text.isascii()
    assert not set(text) & set("\x1b\x9b")
    assert json.loads(text)["items"][0]["person_name"] == f"Zoë 🎉 {HOSTILE}"


def test_an_empty_list_explains_itself_in_json_too():
    assert json.loads(as_json(listed(acme({"cadence": "never"}))))["empty_because"] == (
        "1 person rests (cadence: never)"
    )


def test_the_shape_holds_everything_that_the_list_knows():
    value = json.loads(as_json(listed(acme({}, {"date": "2026-10-12", "how": "lunch"}))))
    assert sorted(value) == [
        "campaigns",
        "drifting",
        "empty_because",
        "items",
        "left_out",
        "not_counted",
        "today",
        "unread",
        "version",
        "without_cadence",
    ]
    (one,) = value["items"]
    wanted = "kind client person owner due days_late why baseline last_touch moved_from about"
    assert set(wanted.split()) <= set(one)


def test_what_was_left_out_is_counted_and_drift_and_doubts_are_named():
    week = [{"date": f"2026-10-0{day}"} for day in (1, 9)]
    of = acme(
        {"cadence": "1y", "birthday": "11-25"},
        *week,
        {"date": "2026-10-17"},
        {"date": "2026-10-25"},
        {"date": "2027-01-01"},
    )
    value = json.loads(as_json(listed(of, date(2026, 11, 20), date(2026, 11, 25), top=0)))
    assert (value["items"], value["left_out"]) == ([], 1)
    assert value["drifting"] == [
        {
            "client": "acme",
            "client_name": "Acme",
            "owner": "amara",
            "person": "jane",
            "person_name": "Jane Porter",
            "silent_days": 26,
            "usual_days": 8.0,
        }
    ]
    assert value["not_counted"][0].startswith("touches/acme.yaml: 1 Jan 2027 (jane) is after today")


def test_a_key_person_who_rests_is_named():
    of = acme({"cadence": "never", "influence": "high"})
    assert json.loads(as_json(listed(of)))["without_cadence"][0]["person"] == "jane"


def test_each_reason_says_whose_task_it_is():
    of = acme(
        {"cadence": "2w"},
        {"date": "2026-11-06", "by": "ben", "promise": {"what": "x", "by": "2026-11-25"}},
    )
    (one,) = json.loads(as_json(listed(of)))["items"]
    assert [(reason["kind"], reason["owner"]) for reason in one["reasons"]] == [
        ("promise", "ben"),
        ("contact", "amara"),
    ]


def keys_of(value):
    """The names in a value and all values inside of it."""
    if isinstance(value, dict):
        return {*value, *(one for inner in value.values() for one in keys_of(inner))}
    if isinstance(value, list):
        return {one for inner in value for one in keys_of(inner)}
    return set()


def test_the_page_about_due_shows_the_shape_that_is_printed():
    page = (guards.ROOT / "docs" / "due.md").read_text(encoding="utf-8")
    shown = json.loads(page.split("```json\n")[1].split("```")[0])
    of = acme({}, {"date": "2026-10-12", "how": "lunch"})
    assert keys_of(shown) == keys_of(json.loads(as_json(listed(of))))


def test_the_page_about_due_names_every_kind():
    page = (guards.ROOT / "docs" / "due.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in page] == []


def test_a_running_campaign_has_a_row_for_each_client():
    shape = {
        "proposition": "x",
        "cohort": {"where": {}},
        "runs": {"from": "2026-11-02", "to": "2026-12-18"},
    }
    of = book(
        {"acme": {"roles": {"jane": jane(role="decision-maker")}}}, campaigns={"stock": shape}
    )
    assert json.loads(as_json(listed(of)))["campaigns"] == [
        {
            "campaign": "stock",
            "client": "acme",
            "client_name": "Acme",
            "deciders": 1,
            "heard": 0,
            "open": 0,
            "proposition": "x",
            "until": "2026-12-18",
        }
    ]
