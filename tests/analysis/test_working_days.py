from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.analysis.working_days import WorkingDays, working_days
from relplan.errors import WrongUse
from relplan.model.settings import Calendar

FRIDAY = date(2026, 11, 27)
SATURDAY, SUNDAY, MONDAY = (FRIDAY + timedelta(days=n) for n in (1, 2, 3))


def calendar(**fields):
    return working_days(Calendar.model_validate(fields))


def test_without_settings_monday_to_friday_are_worked():
    days = calendar()
    assert [days.works(FRIDAY + timedelta(days=n)) for n in range(7)] == [
        True,
        False,
        False,
        True,
        True,
        True,
        True,
    ]


def test_a_working_day_stays_and_a_weekend_moves_to_monday():
    days = WorkingDays()
    assert days.from_(FRIDAY) == FRIDAY
    assert days.from_(SATURDAY) == days.from_(SUNDAY) == MONDAY


def test_a_firm_that_works_sunday_to_thursday_rests_on_friday():
    days = calendar(working_days="sun-thu")
    assert days.from_(FRIDAY) == SUNDAY


def test_a_closed_day_is_no_working_day():
    assert calendar(closed=["2026-11-30"]).from_(SATURDAY) == date(2026, 12, 1)


def test_public_holidays_of_the_region_are_no_working_days():
    christmas = date(2026, 12, 25)  # a Friday; 28 December is the substitute for Saturday's
    assert calendar(holidays="GB-ENG").from_(christmas) == date(2026, 12, 29)
    assert calendar().from_(christmas) == christmas


def test_two_regions_close_on_the_holidays_of_both():
    both = calendar(holidays=["GB-ENG", "DE"])
    assert not both.works(date(2026, 10, 3))
    assert not both.works(date(2027, 3, 29))  # Easter Monday, in both
    assert not both.works(date(2029, 10, 3))  # German Unity Day, a Wednesday
    assert not both.works(date(2026, 8, 31))  # the English summer bank holiday, a Monday


def test_a_holiday_that_ends_the_year_moves_into_the_next():
    days = calendar(holidays="GB-ENG", closed=["2026-12-31"])
    assert days.from_(date(2026, 12, 31)) == date(2027, 1, 4)


@pytest.mark.parametrize("region", ["XX", "GB-QQQ"])
def test_an_unknown_country_is_an_error_and_not_silence(region):
    days = calendar(holidays=region)
    with pytest.raises(WrongUse, match=region):
        days.works(FRIDAY)


def test_after_counts_working_days_only():
    assert WorkingDays().after(FRIDAY, 1) == MONDAY
    assert WorkingDays().after(FRIDAY, 3) == date(2026, 12, 2)
    assert WorkingDays().after(SATURDAY, 1) == MONDAY


def test_after_no_days_is_the_day_itself():
    assert WorkingDays().after(SATURDAY, 0) == SATURDAY


def test_the_end_of_the_calendar_is_a_day_like_any_other():
    days = WorkingDays(closed=(date.max,))
    assert days.from_(date.max) == date.max
    assert days.after(date.max, 3) == date.max
    assert WorkingDays().after(date(9999, 12, 30), 40) == date.max


def test_a_firm_that_never_works_moves_nothing():
    days = WorkingDays(())
    assert days.from_(FRIDAY) == FRIDAY
    assert days.after(FRIDAY, 2) == FRIDAY + timedelta(days=2)


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
WEEKS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: WorkingDays(tuple(days)))


@settings(derandomize=True)
@given(DAYS, WEEKS)
def test_from_is_the_first_working_day_that_is_not_before(day, days):
    found = days.from_(day)
    assert found >= day
    assert days.works(found)
    between = [day + timedelta(days=n) for n in range((found - day).days)]
    assert not any(days.works(one) for one in between)


@settings(derandomize=True)
@given(DAYS, st.integers(1, 30), WEEKS)
def test_after_passes_exactly_that_many_working_days(day, count, days):
    found = days.after(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (found - day).days + 1)]
    assert sum(days.works(one) for one in passed) == count


def test_working_days_between_two_days_leave_out_the_first():
    days = WorkingDays(closed=(date(2026, 11, 26),))
    assert days.between(date(2026, 11, 25), date(2026, 11, 30)) == 2
    assert days.between(date(2026, 11, 25), date(2026, 11, 25)) == 0
    assert days.between(date(2026, 11, 25), date(2026, 11, 1)) == 0
    assert days.between(date(2026, 11, 25), date.max) < 7_305
