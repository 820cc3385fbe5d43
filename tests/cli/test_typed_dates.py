from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.cli.typed_dates import any_day, coming_day, past_day
from relplan.clock import MONTHS

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-03", "2026-11-03"),
        ("2026-11-25", "2026-11-25"),
        ("today", "2026-11-25"),
        ("Yesterday", "2026-11-24"),
        ("  today ", "2026-11-25"),
        ("tue", "2026-11-24"),
        ("last tue", "2026-11-24"),
        ("Tuesday", "2026-11-24"),
        ("wed", "2026-11-18"),
        ("last wednesday", "2026-11-18"),
        ("thu", "2026-11-19"),
        ("3d ago", "2026-11-22"),
        ("1 day ago", "2026-11-24"),
        ("2 weeks ago", "2026-11-11"),
        ("2w ago", "2026-11-11"),
        ("12 nov", "2026-11-12"),
        ("12 November", "2026-11-12"),
        ("12nov", "2026-11-12"),
        ("25 nov", "2026-11-25"),
        ("26 nov", "2025-11-26"),
        ("31 dec", "2025-12-31"),
        ("29 feb", "2024-02-29"),
        ("3 sept", "2026-09-03"),
    ],
)
def test_the_closed_list_of_forms(typed, day):
    assert past_day(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "tomorrow", "t", "tu", "su", "next tue", "12 marmalade", "12 ju", "nov 12"),
        *("ago", "-3d ago", "1.5 days ago", "1000d ago", "0 nov", "31 feb", "32 nov", "٣d ago"),
    ],
)
def test_anything_else_is_no_day(typed):
    with pytest.raises(ValueError, match=r"."):
        past_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-11-26", "2026-11-26 is still to come"),
        ("2026-11-31", "is not in the calendar; write a day up to 2026-11-30"),
        ("3/11/2026", "can be read in two ways"),
        ("20261103", "write 2026-11-03"),
        ("soon", "write 2026-11-03, today, yesterday"),
        ("tomorrow", "2026-11-26 is still to come"),
        ("next fri", "2026-11-27 is still to come"),
        ("in 3 days", "2026-11-28 is still to come"),
    ],
)
def test_what_was_typed_is_named_with_what_to_write(typed, said):
    with pytest.raises(ValueError, match=said):
        past_day(typed, TODAY)


def test_on_the_first_day_of_the_calendar_there_is_no_yesterday():
    assert past_day("today", date.min) == date.min
    assert past_day("0001-01-01", date.min) == date.min
    for typed in ("yesterday", "3d ago", "mon", "2 jan"):
        with pytest.raises(ValueError, match=r"."):
            past_day(typed, date.min)


@settings(derandomize=True)
@given(
    st.dates(date(1900, 1, 1)),
    st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
)
def test_a_weekday_is_one_of_the_seven_days_before_today(today, typed):
    day = past_day(typed, today)
    assert 1 <= (today - day).days <= 7
    assert day.strftime("%a").lower() == typed


@settings(derandomize=True)
@given(st.dates(date(1900, 1, 1)), st.text(max_size=12))
def test_no_text_gives_a_day_to_come_or_another_error(today, typed):
    try:
        assert past_day(typed, today) <= today
    except ValueError:
        return


@settings(derandomize=True)
@given(st.dates(date(1900, 1, 1)), st.integers(0, 300))
def test_a_day_and_month_of_the_last_year_are_found_again(today, days):
    day = today - timedelta(days=days)
    typed = f"{day.day} {MONTHS[day.month - 1].lower()}"
    assert past_day(typed, today) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-25", "2026-11-25"),
        ("2026-12-04", "2026-12-04"),
        ("today", "2026-11-25"),
        ("Tomorrow", "2026-11-26"),
        ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("next  fri", "2026-11-27"),
        ("wed", "2026-12-02"),
        ("next week", "2026-11-30"),
        ("next month", "2026-12-01"),
        ("2w", "2026-12-09"),
        ("in 2 weeks", "2026-12-09"),
        ("in 1 day", "2026-11-26"),
        ("3d", "2026-11-28"),
        ("3 months", "2027-02-25"),
        ("1y", "2027-11-25"),
        ("12 dec", "2026-12-12"),
        ("25 nov", "2026-11-25"),
        ("24 nov", "2027-11-24"),
        ("29 feb", "2028-02-29"),
    ],
)
def test_the_closed_list_of_days_to_come(typed, day):
    assert coming_day(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-11-24", "2026-11-24 has passed already"),
        ("yesterday", "2026-11-24 has passed already"),
        ("last fri", "2026-11-20 has passed already"),
        ("3d ago", "2026-11-22 has passed already"),
        ("in a week", "is not a day that relplan knows"),
        ("soon", "write 2026-12-04, today, tomorrow, fri, next fri, next week"),
        ("", "is not a day that relplan knows"),
        ("31 feb", "is not in the calendar"),
        ("3/11/2026", "can be read in two ways"),
        ("٣d", "is not a day that relplan knows"),
    ],
)
def test_what_is_no_day_to_come_is_named_with_what_to_write(typed, said):
    with pytest.raises(ValueError, match=said):
        coming_day(typed, TODAY)


def test_at_the_end_of_the_calendar_the_days_to_come_end():
    assert coming_day("in 2 weeks", date.max) == date.max
    with pytest.raises(ValueError, match="after the year 9999"):
        coming_day("tomorrow", date.max)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("yesterday", "2026-11-24"),
        ("next fri", "2026-11-27"),
        ("last fri", "2026-11-20"),
        ("2w", "2026-12-09"),
        ("2020-01-01", "2020-01-01"),
        ("25 nov", "2026-11-25"),
    ],
)
def test_a_day_that_may_be_past_or_to_come(typed, day):
    assert any_day(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("fri", "`fri` can be read in two ways; write 2026-11-20 or 2026-11-27"),
        ("26 nov", "`26 nov` can be read in two ways; write 2025-11-26 or 2026-11-26"),
        ("soon", "is not a day that relplan knows"),
        ("2026-11-31", "is not in the calendar; write a day up to 2026-11-30"),
    ],
)
def test_a_day_that_may_be_either_is_asked_for_exactly(typed, said):
    with pytest.raises(ValueError, match=said):
        any_day(typed, TODAY)


@settings(derandomize=True)
@given(st.dates(date(1900, 1, 1)), st.text(max_size=12))
def test_no_text_gives_a_day_that_has_passed_or_another_error(today, typed):
    try:
        assert coming_day(typed, today) >= today
    except ValueError:
        return
