from datetime import date, timedelta

import pytest
from scenes import TODAY, acme, book, jane, listed

from relplan.analysis.due_item import Item, Reason, Subject
from relplan.model.durations import duration
from relplan.reports.due_closing import closing, counted, group_of, remarks

KEY = {"cadence": "never", "influence": "high"}


def item(due, today=TODAY, weight=28.0):
    reason = Reason("contact", due, "w", weight=weight)
    return Item(Subject("acme", "Acme", "amara"), (reason,), today)


def test_groups_end_with_today_and_with_the_week():
    days = {-1: "overdue", 0: "today", 1: "this week", 4: "this week", 5: "later"}
    for days_on, group in days.items():  # Wednesday and 4 is Sunday
        assert group_of(item(TODAY + timedelta(days=days_on))) == group


def test_on_a_sunday_tomorrow_is_later():
    sunday = date(2026, 11, 29)
    assert group_of(item(sunday + timedelta(days=1), sunday)) == "later"


def test_the_last_day_of_the_calendar_has_a_group():
    assert group_of(item(date.max, date.max)) == "today"
    assert group_of(item(date.max, date(9999, 12, 30))) == "this week"


@pytest.mark.parametrize(("days", "group"), [(14, "overdue"), (15, "late")])
def test_late_begins_after_one_and_a_half_cadences(days, group):
    assert group_of(item(TODAY - timedelta(days=days))) == group


def test_a_mere_silence_is_not_due():
    (found,) = listed(acme({"cadence": "never"}), not_since=duration("6m")).items
    assert group_of(found) == "not due"
    assert not found.is_due


def test_the_items_are_counted_by_group():
    days = (0, 0, 1, 30)
    assert counted([item(TODAY - timedelta(days=n)) for n in days]) == "1 late, 1 overdue, 2 today"


def test_on_a_quiet_day_nothing_is_remarked():
    assert closing(listed(acme({}, {"date": "2026-10-28"}))) == ["1 today"]


def test_what_the_top_leaves_out_is_counted_and_named():
    people = {f"p{n}": jane(name=f"P{n}", since="2026-10-28") for n in range(9)}
    found = listed(book({"acme": {"roles": people}}), top=2)
    assert remarks(found) == ["left out by --top: 7 today (P2, P3, P4, P5, P6 and 2 more)"]


def drifting(count):
    days = [date(2026, 10, 25) - timedelta(days=8 * step) for step in range(4)]
    roles = {f"p{n}": jane(name=f"P{n}", cadence="1y") for n in range(count)}
    lines = [{"date": str(day), "with": [*roles]} for day in days]
    return remarks(listed(book({"acme": {"roles": roles}}, {"acme": lines})))


def test_who_drifts_is_named_with_the_usual_gap_and_the_silence():
    assert drifting(1) == [
        "drifting: P0 (Acme) is not due, but usually hears of us every 8 days, and now not for 31"
    ]


def test_of_many_who_drift_five_are_named():
    found = drifting(7)
    assert len(found) == 6
    assert found[-1] == "drifting: 2 more"


def test_who_matters_and_has_no_cadence_is_named_in_one_line():
    roles = {f"p{n}": jane(name=f"P{n}", **KEY) for n in range(2)}
    assert remarks(listed(book({"acme": {"roles": roles}}))) == [
        "without a cadence, though they matter: P0, Acme; P1, Acme"
    ]


def test_what_cannot_be_is_said_to_be_not_counted():
    (said,) = remarks(listed(acme({}, {"date": "2026-11-26"})))
    assert said.startswith("not counted: touches/acme.yaml: 26 Nov (jane) is after today")


def selling(deciders=1, **campaign):
    roles = {
        f"p{n}": jane(name=f"P{n}", role="decision-maker", cadence="1y") for n in range(deciders)
    }
    shape = {
        "proposition": "x",
        "cohort": {"where": {}},
        "runs": {"from": "2026-11-02", "to": "2026-12-18"},
        **campaign,
    }
    plans = {f"c{n}": {"client": f"C{n}", "roles": roles} for n in range(7)}
    return remarks(listed(book(plans, campaigns={"stock": shape})))


def test_a_running_campaign_stands_below_the_list_in_one_line():
    def pitch(to, outcome):
        return {"date": "2026-11-18", "at": "c0", "to": to, "by": "ben", "outcome": outcome}

    found = selling(2, pitches=[pitch("p0", "open"), pitch("p1", "later")])
    assert found == [
        (
            "selling, apart from this: stock until 18 Dec at C0; C1; C2; C3; C4 and 2 more;"
            " 2 of 14 who decide there heard it, 1 has not answered"
        )
    ]


def test_a_campaign_that_does_not_run_today_is_not_mentioned():
    assert selling(runs={"from": "2026-11-26", "to": "2026-12-18"}) == []
