from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import TODAY, book

from relplan.analysis.chain import chain
from relplan.analysis.contacts import Log
from relplan.analysis.timetable import Slot, Trouble, timetable
from relplan.analysis.working_days import WorkingDays
from relplan.model.prospect import Prospect


def computed(by="2027-09-30", days=None, **steps):
    shape = {
        "prospect": "Contoso",
        "win": {"what": "They ask us", "by": by},
        "steps": {id_: {"what": "Something", **one} for id_, one in steps.items()},
    }
    prospect = Prospect.model_validate(shape)
    log = Log((), TODAY, days or WorkingDays())
    return timetable(chain(prospect, book().settings, TODAY), prospect.win, log)


def test_dates_that_follow_each_other_hold():
    found = computed(a={"by": "2027-06-01", "needs": "b"}, b={"by": "2027-03-01"})
    assert (found.verdict, found.troubles) == ("hold", ())
    assert found.win == Slot(87, date(2027, 9, 30), "a")
    assert found.slots["a"] == Slot(66, date(2027, 6, 1), "b")
    assert found.slots["b"] == Slot(68, date(2027, 3, 1), "")
    assert (found.left, found.longest) == (221, 2)


def test_a_late_step_moves_what_needs_it_by_the_time_that_the_plan_gives():
    found = computed(
        by="2026-12-31",
        a={"by": "2026-12-11", "needs": "b"},
        b={"by": "2026-11-20"},  # Friday; today is the Wednesday after it
    )
    assert found.verdict == "slip"
    assert found.troubles == (Trouble("late", "b", 5),)
    assert found.slots["b"].expected == TODAY
    assert found.slots["a"] == Slot(15, date(2026, 12, 16), "b")
    assert found.win == Slot(14, date(2027, 1, 5), "a")


def test_a_late_step_that_others_wait_for_longer_moves_nothing():
    found = computed(
        a={"by": "2027-01-29", "needs": ["b", "c"]}, b={"by": "2026-11-20"}, c={"by": "2026-12-31"}
    )
    assert (found.verdict, found.slots["a"].expected) == ("late", date(2027, 1, 29))


def test_what_is_taken_holds_nothing_up():
    found = computed(
        a={"by": "2026-12-11", "needs": "b"}, b={"by": "2026-11-20", "done": "2026-11-25"}
    )
    assert (found.verdict, found.slots["a"].after) == ("hold", "")


@pytest.mark.parametrize(
    ("win", "steps", "trouble"),
    [
        ("2026-11-24", {}, Trouble("win past", days=1)),
        (
            "2026-11-27",
            {"a": {"needs": "b"}, "b": {"needs": "c"}, "c": {}},
            Trouble("too few days", days=2),
        ),
        ("2027-01-01", {"a": {"by": "2027-01-04"}}, Trouble("after the win", "a")),
        (
            "2027-09-30",
            {"a": {"by": "2027-01-04", "needs": "b"}, "b": {"by": "2027-02-01"}},
            Trouble("order", "a", 0, "b"),
        ),
    ],
)
def test_what_cannot_be_is_told_before_all_else(win, steps, trouble):
    found = computed(by=win, **steps)
    assert found.verdict == "cannot hold"
    assert trouble in found.troubles


def test_of_a_win_that_is_past_nothing_else_is_told():
    found = computed(by="2026-11-24", a={"by": "2027-01-04"})
    assert found.troubles == (Trouble("win past", days=1),)


def test_less_than_a_week_after_the_step_before_is_tight():
    found = computed(a={"by": "2027-02-05", "needs": "b"}, b={"by": "2027-02-01"})
    assert (found.verdict, found.troubles) == ("tight", (Trouble("tight", "a", 4, "b"),))
    assert computed(a={"by": "2027-02-08", "needs": "b"}, b={"by": "2027-02-01"}).verdict == "hold"


def test_without_dates_nothing_can_be_told():
    found = computed(a={"needs": "b"}, b={"by": "2027-02-01"})
    assert (found.verdict, found.troubles) == ("cannot be told", (Trouble("undated", "a"),))
    assert found.slots["a"].expected == date(2027, 2, 2)
    assert computed().verdict == "cannot be told"


def test_a_day_on_which_nobody_works_is_named_and_moves_on():
    found = computed(a={"by": "2027-02-06"})
    assert (found.verdict, found.troubles) == ("hold", (Trouble("day off", "a"),))
    assert found.slots["a"].expected == date(2027, 2, 8)


def test_holidays_are_no_working_days():
    closed = WorkingDays(closed=(date(2026, 12, 25),))
    with_, without = (
        computed(by="2026-12-31", days=days, a={"by": "2026-12-21"}) for days in (closed, None)
    )
    assert (with_.win.room, without.win.room) == (7, 8)


def test_the_end_of_the_calendar_is_a_day_like_another():
    assert computed(by="9999-12-31", a={"by": "9999-12-30"}).verdict in ("hold", "tight")


@given(st.lists(st.integers(-400, 800), min_size=1, max_size=8))
def test_nothing_is_expected_before_today_or_before_what_it_needs(offsets):
    days = [TODAY + timedelta(days=one) for one in offsets]
    steps = {
        f"s{at}": {"by": day.isoformat(), **({"needs": f"s{at - 1}"} if at else {})}
        for at, day in enumerate(days)
    }
    found = computed(by="2028-06-30", **steps)
    expected = [found.slots[f"s{at}"].expected for at in range(len(days))]
    assert expected[0] >= TODAY
    assert all(now >= WorkingDays().from_(day) for now, day in zip(expected, days, strict=True))
    assert found.win.expected >= date(2028, 6, 30)
    assert expected == sorted(expected)
