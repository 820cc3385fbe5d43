from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.cli.typed_dates import past_day
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
        ("2026-11-31", "November 2026 has 30 days"),
        ("3/11/2026", "can be read in two ways"),
        ("20261103", "write 2026-11-03"),
        ("soon", "write 2026-11-03, today, yesterday"),
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
