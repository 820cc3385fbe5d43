from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from scenes import TODAY, log, person, plan, touches

from relplan.analysis.contacts import (
    baseline_of,
    breathing_until,
    cadence_of,
    contact_due,
    in_force,
    is_here,
    is_key,
    keeper,
    keeps_in_touch,
    last_touch,
    snooze_of,
)
from relplan.analysis.working_days import WorkingDays
from relplan.model.durations import Duration, duration
from relplan.model.settings import Settings

SETTINGS = Settings.model_validate({"firm": "Hartwell"})


def last(*lines, today=TODAY, who="jane"):
    found = last_touch(in_force(touches(*lines)), who, today)
    return found.date.isoformat() if found else None


def due_of(*lines, cadence="4w", today=TODAY, days=None, client=None, **fields):
    of = plan(**(client or {}))
    return contact_due(
        "jane", person(**fields), of, log(*lines, today=today, days=days), duration(cadence)
    )


# The last touch


def test_last_touch_is_the_latest_whatever_the_order_of_lines():
    lines = [{"date": f"2026-{month}-01"} for month in ("09", "11", "10")]
    assert last(*lines) == "2026-11-01"


def test_a_touch_in_the_future_is_ignored_until_its_day():
    lines = [{"date": "2026-11-01"}, {"date": "2026-11-26"}]
    assert last(*lines) == "2026-11-01"
    assert last(*lines, today=date(2026, 11, 26)) == "2026-11-26"


def test_a_touch_today_counts():
    assert last({"date": "2026-11-25"}) == "2026-11-25"


@pytest.mark.parametrize(
    "not_a_touch",
    [{"planned": True}, {"cancelled": True}, {"answered": False}, {"snooze": "2026-12-01"}],
)
def test_planned_cancelled_unanswered_and_snooze_are_no_touches(not_a_touch):
    assert last({"date": "2026-10-01"}, {"date": "2026-11-20", **not_a_touch}) == "2026-10-01"


@pytest.mark.parametrize("how", ["call", "email", "lunch", "letter", "other", None])
def test_every_channel_counts(how):
    assert last({"date": "2026-11-01", "how": how} if how else {"date": "2026-11-01"})


def test_a_touch_counts_for_everybody_present_and_for_nobody_else():
    line = {"date": "2026-11-01", "with": ["jane", "raj"]}
    assert last(line, who="raj") == last(line, who="jane") == "2026-11-01"
    assert last(line, who="otto") is None


def test_whoever_of_ours_was_there_the_touch_counts():
    assert last({"date": "2026-11-01", "by": "ben"}) == "2026-11-01"


def test_of_two_touches_on_a_day_the_one_further_down_is_the_newer():
    found = last_touch(
        touches({"date": "2026-11-01", "note": "a"}, {"date": "2026-11-01", "note": "b"}),
        "jane",
        TODAY,
    )
    assert found is not None
    assert found.note == "b"


# Struck lines


def test_a_void_line_strikes_the_line_above_and_is_no_touch_itself():
    assert last({"date": "2026-11-03"}, {"date": "2026-11-04", "void": "2026-11-03 jane"}) is None


def test_a_void_line_leaves_other_days_and_other_people():
    lines = [
        {"date": "2026-11-02"},
        {"date": "2026-11-03", "with": "raj"},
        {"date": "2026-11-04", "void": "2026-11-03 jane"},
    ]
    assert last(*lines) == "2026-11-02"
    assert last(*lines, who="raj") == "2026-11-03"


def test_a_void_line_without_a_name_strikes_with_its_own_people():
    lines = [
        {"date": "2026-11-03", "with": "raj"},
        {"date": "2026-11-03"},
        {"date": "2026-11-04", "void": "2026-11-03"},
    ]
    assert last(*lines) is None
    assert last(*lines, who="raj") == "2026-11-03"


def test_the_corrected_line_below_a_void_line_stands():
    lines = [
        {"date": "2026-11-03", "note": "wrong"},
        {"date": "2026-11-03", "void": "2026-11-03 jane"},
        {"date": "2026-11-03", "note": "right"},
    ]
    assert [line.note for line in in_force(touches(*lines))] == ["right"]


def test_a_void_line_strikes_a_snooze():
    lines = [
        {"date": "2026-11-03", "snooze": "2026-12-24"},
        {"date": "2026-11-04", "void": "2026-11-03 jane"},
    ]
    assert snooze_of(in_force(touches(*lines)), "jane", TODAY) is None


# Cadence


@pytest.mark.parametrize(("priority", "weeks"), [("A", 4), ("B", 8), ("C", 13)])
def test_without_a_cadence_of_their_own_the_priority_decides(priority, weeks):
    assert cadence_of(person(), plan(priority=priority), SETTINGS) == Duration(weeks, "w")


def test_the_persons_own_cadence_wins_and_never_is_none():
    assert cadence_of(person(cadence="6w"), plan(), SETTINGS) == Duration(6, "w")
    assert cadence_of(person(cadence="never"), plan(), SETTINGS) is None


def test_the_books_cadences_replace_the_defaults():
    ours = Settings.model_validate({"firm": "H", "cadence": {"A": "1m"}})
    assert cadence_of(person(), plan(), ours) == Duration(1, "m")
    assert cadence_of(person(), plan(priority="B"), ours) == Duration(8, "w")


# Baselines


def test_the_baseline_is_the_last_touch_and_says_so():
    (line,) = touches({"date": "2026-11-01"})
    assert baseline_of(person(), plan(), line) == (date(2026, 11, 1), "touch", line)


def test_without_a_touch_the_persons_since_is_the_baseline():
    found = baseline_of(person(since="2026-02-01"), plan(since="2019-03-01"), None)
    assert found[:2] == (date(2026, 2, 1), "person since")


def test_without_both_the_clients_since_is_the_baseline():
    found = baseline_of(person(since="null"), plan(since="2019-03-01"), None)
    assert found[:2] == (date(2019, 3, 1), "client since")


def test_without_any_date_there_is_no_baseline_and_the_person_is_due_today():
    assert baseline_of(person(since="null"), plan(), None)[:2] == (None, "nothing")
    assert due_of(since="null").due == TODAY


# Due


def test_due_is_last_touch_plus_cadence():
    assert due_of({"date": "2026-11-01"}).due == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("touched", "cadence", "due"),
    [
        ("2027-01-31", "1m", "2027-02-28"),
        ("2028-01-31", "1m", "2028-02-29"),
        ("2026-08-31", "quarterly", "2026-11-30"),
        ("2028-02-29", "1y", "2029-02-28"),
        ("2024-02-29", "4y", "2028-02-29"),
        ("2026-12-31", "2m", "2027-02-28"),
    ],
)
def test_months_and_years_clamp(touched, cadence, due):
    found = due_of({"date": touched}, cadence=cadence, today=date(2030, 1, 1))
    assert found.due.isoformat() == due


def test_a_weekend_moves_to_monday_and_says_from_where():
    found = due_of({"date": "2026-10-31"}, days=WorkingDays())
    assert (found.due, found.moved_from) == (date(2026, 11, 30), date(2026, 11, 28))


def test_a_working_day_does_not_move():
    assert due_of({"date": "2026-10-30"}, days=WorkingDays()).moved_from is None


def test_a_closed_day_moves_too():
    days = WorkingDays(closed=(date(2026, 11, 27),))
    found = due_of({"date": "2026-10-30"}, days=days)
    assert (found.due, found.moved_from) == (date(2026, 11, 30), date(2026, 11, 27))


def test_beyond_the_end_of_the_calendar_is_its_last_day():
    found = due_of({"date": "9999-12-20"}, cadence="13w", today=date.max)
    assert (found.due, found.moved_from) == (date.max, None)


# Snooze


SNOOZED = {"date": "2026-11-07", "snooze": "2026-12-01"}


def test_a_snooze_sets_the_day():
    found = due_of({"date": "2026-10-01"}, SNOOZED)
    assert found.due == date(2026, 12, 1)
    assert found.snoozed is not None


def test_of_two_snoozes_the_newer_holds_even_when_it_is_the_shorter():
    later = {"date": "2026-11-09", "snooze": "2026-11-20"}
    assert due_of(later, SNOOZED).due == date(2026, 11, 20)


def test_a_later_touch_ends_a_snooze_and_an_earlier_one_does_not():
    assert due_of(SNOOZED, {"date": "2026-11-10"}).due == date(2026, 12, 8)
    assert due_of(SNOOZED, {"date": "2026-11-01"}).due == date(2026, 12, 1)


@pytest.mark.parametrize("not_real", [{"answered": False}, {"planned": True}, {"cancelled": True}])
def test_only_a_real_touch_ends_a_snooze(not_real):
    assert due_of(SNOOZED, {"date": "2026-11-10", **not_real}).due == date(2026, 12, 1)


def test_on_one_day_what_stands_further_down_came_later():
    call = {"date": "2026-11-07"}
    assert due_of(call, SNOOZED).due == date(2026, 12, 1)
    assert due_of(SNOOZED, call).due == date(2026, 12, 5)


def test_a_snooze_of_somebody_else_changes_nothing():
    assert due_of({"date": "2026-11-01"}, {**SNOOZED, "with": "raj"}).due == date(2026, 11, 29)


def test_a_snooze_that_ends_on_a_weekend_lists_on_the_next_working_day_and_says_so():
    found = due_of({"date": "2026-11-07", "snooze": "2026-12-05"}, days=WorkingDays())
    assert (found.due, found.moved_from) == (date(2026, 12, 7), date(2026, 12, 5))


# Who is asked about


def test_people_have_left_on_the_day_itself():
    assert is_here(person(left="2026-11-26"), TODAY)
    assert not is_here(person(left="2026-11-25"), TODAY)
    assert is_here(person(), TODAY)


@pytest.mark.parametrize(
    ("status", "listed"),
    [("active", True), ("damaged", True), ("dormant", False), ("former", False)],
)
def test_dormant_and_former_clients_are_left_in_peace(status, listed):
    assert keeps_in_touch(plan(status=status)) is listed


def test_the_keeper_is_ours_else_the_owner():
    assert keeper(person(ours="ben"), plan()) == "ben"
    assert keeper(person(), plan()) == "amara"


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"role": "decision-maker"}, True),
        ({"role": "approver"}, True),
        ({"influence": "high"}, True),
        ({"role": "user", "influence": "medium"}, False),
        ({}, False),
    ],
)
def test_key_people_decide_approve_or_weigh_much(fields, key):
    assert is_key(person(**fields)) is key


REPAIR = {"began": "2026-11-01", "step": "breathe", "until": "2026-11-30"}


def test_a_breathing_period_holds_from_its_first_to_its_last_day():
    of = plan(status="damaged", repair=REPAIR)
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)]
    assert [bool(breathing_until(of, day)) for day in days] == [False, True, True, False]


def test_only_a_damaged_client_at_that_step_breathes():
    assert breathing_until(plan(repair=REPAIR), TODAY) is None
    asking = plan(status="damaged", repair={**REPAIR, "step": "ask"})
    assert breathing_until(asking, TODAY) is None


# Properties

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
LENGTHS = st.builds(Duration, st.integers(1, 60), st.sampled_from("dwmy"))
CALENDARS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: WorkingDays(tuple(days)))


@hypothesis(derandomize=True)
@given(DAYS, LENGTHS, CALENDARS)
def test_due_is_always_after_its_baseline(day, cadence, days):
    found = due_of({"date": day.isoformat()}, cadence=str(cadence), today=day, days=days)
    assert found.due > day


@hypothesis(derandomize=True)
@given(DAYS, st.integers(1, 60), st.integers(0, 60), st.sampled_from("dwmy"), CALENDARS)
def test_a_longer_cadence_is_never_due_earlier(day, short, more, unit, days):
    due = [
        due_of({"date": day.isoformat()}, cadence=f"{n}{unit}", today=day, days=days).due
        for n in (short, short + more)
    ]
    assert due[0] <= due[1]


@hypothesis(derandomize=True)
@given(DAYS, LENGTHS, st.integers(0, 400))
def test_a_later_touch_is_never_due_earlier(day, cadence, more):
    later = day + timedelta(days=more)
    due = [
        due_of({"date": d.isoformat()}, cadence=str(cadence), today=later).due for d in (day, later)
    ]
    assert due[0] <= due[1]
