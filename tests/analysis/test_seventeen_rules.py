"""Seventeen rules of a list that is right, each of which some tool once broke."""

import hashlib
from datetime import date, timedelta

import pytest
from books import write_book
from hypothesis import given
from hypothesis import strategies as st
from scenes import EVERY_DAY, TEAM, TODAY, acme, book, jane, kinds, listed
from typer.testing import CliRunner

from relplan.analysis.rhythm import rhythm
from relplan.cli.app import app
from relplan.clock import today
from relplan.files.book import load
from relplan.reports.due_explain import order

LONG_AGO = {"date": "2026-09-01", "how": "lunch"}


def test_rule_1_the_day_is_told_and_never_looked_up(monkeypatch):
    monkeypatch.setenv("RELPLAN_TODAY", "2030-01-01")
    assert today("2026-11-25") == TODAY
    assert today() == date(2030, 1, 1)
    of = acme({}, {"date": "2026-10-28"})
    assert [kinds(of, day) for day in (TODAY - timedelta(days=1), TODAY)] == [[], ["contact"]]


def test_rule_2_a_touch_of_the_future_is_ignored_and_named():
    of = acme({}, LONG_AGO, {"date": "2026-11-26"})
    found = listed(of)
    assert found.items == listed(acme({}, LONG_AGO)).items
    assert "26 Nov (jane) is after today" in found.doubts[0]


@pytest.mark.parametrize(
    "no_touch", [{"planned": True}, {"cancelled": True}, {"snooze": "2026-11-25"}]
)
def test_rule_3_what_is_planned_or_cancelled_is_no_touch(no_touch):
    (item,) = listed(acme({}, LONG_AGO, {"date": "2026-11-24", **no_touch})).items
    assert item.last is not None
    assert item.last.date == date(2026, 9, 1)


def test_rule_4_due_means_on_the_day_itself():
    (item,) = listed(acme({}, {"date": "2026-10-28"})).items
    assert (item.due, item.days_late, item.is_due) == (TODAY, 0, True)


@pytest.mark.parametrize(
    ("person", "client", "baseline", "said"),
    [
        ("2026-02-01", "2019-01-01", "person since", "known since 1 Feb"),
        (None, "2019-01-01", "client since", "a client since 1 Jan 2019"),
        (None, None, "nothing", "no `since` to count from"),
    ],
)
def test_rule_5_who_was_never_touched_has_a_baseline_and_it_is_named(
    person, client, baseline, said
):
    of = book({"acme": {"since": client, "roles": {"jane": {"name": "Jane", "since": person}}}})
    [reason] = [one for item in listed(of).items for one in item.reasons if one.kind == "contact"]
    assert reason.baseline == baseline
    assert said in reason.why


def test_rule_6_the_last_touch_is_the_latest_by_any_way_member_and_company():
    lines = [
        {"date": "2026-11-20", "how": "email", "by": "ben", "with": ["raj", "jane"]},
        {**LONG_AGO, "by": "amara"},
    ]
    of = book({"acme": {"roles": {"jane": jane(), "raj": jane(name="Raj")}}}, {"acme": lines})
    assert kinds(of) == []
    assert {item.last.date for item in listed(of, until=date(2026, 12, 31)).items} == {
        date(2026, 11, 20)
    }


def test_rule_7_two_touches_on_a_day_are_one_in_the_rhythm():
    days = [date(2026, 10, 1) + timedelta(days=9 * step) for step in range(5)]
    assert rhythm(days, TODAY) == rhythm([*days, *days], TODAY)


def test_rule_8_nothing_that_is_derived_is_stored(tmp_path):
    root = write_book(tmp_path / "book")

    def bytes_of_the_book():
        files = sorted(path for path in root.rglob("*") if path.is_file())
        return [(path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]

    before = bytes_of_the_book()
    words = ["due", "--book", str(root), "--today", "2026-11-25", "--all"]
    first = CliRunner().invoke(app, words).stdout
    assert bytes_of_the_book() == before
    assert CliRunner().invoke(app, words).stdout == first


@pytest.mark.parametrize(
    ("touched", "due"),
    [("2027-01-31", "2027-02-28"), ("2028-01-31", "2028-02-29"), ("2026-12-31", "2027-01-31")],
)
def test_rule_9_the_31st_of_a_shorter_month_is_its_last_day(touched, due):
    of = acme({"cadence": "1m"}, {"date": touched})
    (item,) = listed(of, date.fromisoformat(due)).items
    assert item.due.isoformat() == due


def test_rule_10_29_february_is_the_28th_in_other_years_and_it_says_so():
    of = acme({"birthday": "02-29", "cadence": "1y"}, {"date": "2026-12-01"})
    (item,) = listed(of, date(2027, 2, 28)).items
    assert (item.due, item.why) == (date(2027, 2, 28), "birthday on 28 Feb (born on 29 Feb)")
    yearly = acme({"cadence": "1y"}, {"date": "2028-02-29"})
    assert listed(yearly, date(2029, 2, 28)).items[0].due == date(2029, 2, 28)


@pytest.mark.parametrize(
    "calendar",
    [
        {"working_days": "mon-fri"},
        {"working_days": EVERY_DAY, "closed": ["2026-11-28", "2026-11-29"]},
    ],
)
def test_rule_11_a_day_off_moves_to_the_next_working_day_and_it_is_shown(calendar):
    of = acme({}, {"date": "2026-10-31"}, settings={"calendar": calendar})
    (item,) = listed(of, date(2026, 11, 30)).items
    assert item.first.moved_from == date(2026, 11, 28)
    assert item.why.endswith("; moved from Sat 28 Nov")


def test_rule_12_a_snooze_hides_until_its_day_and_then_lists_again():
    of = acme({}, LONG_AGO, {"date": "2026-11-07", "snooze": "2026-11-25"})
    days = [TODAY + timedelta(days=step) for step in (-1, 0, 1, 300)]
    assert [kinds(of, day) for day in days] == [[], *[["contact"]] * 3]


def test_rule_13_who_does_not_answer_is_tried_again_another_way_by_another_and_never_lost():
    known = {"date": "2026-08-01", "by": "ben"}
    steps = []
    for count in range(1, 6):
        tries = [{"date": f"2026-11-{10 + n}", "answered": False} for n in range(count)]
        (item,) = listed(acme({}, known, *tries)).items
        steps.append(item.why.partition("; ")[2].split(":")[0].split(",")[0])
    assert steps == ["call back", "try another way", "ask Ben Archer to try", "decide", "decide"]


def test_rule_13_the_wait_is_in_working_days():
    tried = {"date": "2026-11-20", "answered": False}
    of = acme({}, tried, settings={"calendar": {"working_days": "mon-fri"}})
    assert [len(kinds(of, TODAY + timedelta(days=step))) for step in (-1, 0)] == [0, 1]


def test_rule_14_a_tier_that_does_not_exist_is_an_error_and_not_silence(tmp_path):
    settings = "firm: H\nteam:\n  ben: {name: Ben Archer, tier: seniour}\n"
    loaded = load(write_book(tmp_path, {"relplan.yaml": settings}))
    said = [one.message for one in loaded.diagnostics if one.path == "relplan.yaml"]
    assert said == ["`seniour` is not a tier of relplan.yaml; did you mean senior?"]


def test_rule_15_while_the_owner_is_away_the_cover_has_the_list():
    away = {"from": "2026-11-20", "to": "2026-12-04", "cover": "ben"}
    team = {**TEAM, "amara": {**TEAM["amara"], "away": away}}
    of = acme({}, LONG_AGO, settings={"team": team})
    assert [kinds(of, owner=who) for who in ("amara", "ben")] == [[], ["contact"]]
    assert "for Amara Okafor, away until 4 Dec" in listed(of, owner="ben").items[0].why


@given(
    st.permutations(
        [("a", "2026-09-01"), ("b", "2026-09-01"), ("c", "2026-10-01"), ("d", "2026-08-01")]
    )
)
def test_rule_16_the_order_is_the_same_however_the_book_is_written(people):
    roles = {id_: jane(name=id_.upper(), since=since) for id_, since in people}
    found = listed(book({"acme": {"roles": roles}}))
    assert [item.subject.person for item in found.items] == ["d", "a", "b", "c"]


def test_rule_17_what_decides_a_tie_is_printed():
    of = acme({"influence": "high"}, {"date": "2026-10-14"})
    (item,) = listed(of).items
    assert order(item) == "0.50 × the cadence late, then priority A, influence high, name"
