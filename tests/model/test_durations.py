from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.model.durations import FORMS, Duration, duration

EXACT = settings(derandomize=True, database=None, deadline=None)
DURATIONS = st.builds(Duration, st.integers(1, 9999), st.sampled_from("dwmy"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("30d", (30, "d")),
        ("6w", (6, "w")),
        ("2m", (2, "m")),
        ("1y", (1, "y")),
        ("6 w", (6, "w")),
        ("6W", (6, "w")),
        ("P6W", (6, "w")),
        ("p6w", (6, "w")),
        ("007d", (7, "d")),
        ("9999y", (9999, "y")),
        ("weekly", (1, "w")),
        ("fortnightly", (2, "w")),
        ("Monthly", (1, "m")),
        ("QUARTERLY", (3, "m")),
        ("yearly", (1, "y")),
    ],
)
def test_every_written_form_is_read(text, wanted):
    assert duration(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "6", "w", "-6w", "6.5w", "6  w", "6weeks", "6w ", " 6w", "6w\n", "P6", "PT6H", "1h", "٦w"],
)
def test_every_other_form_is_refused_with_the_list_of_forms(text):
    with pytest.raises(ValueError, match="length of time") as caught:
        duration(text)
    assert str(caught.value) == f"`{text}` is not a length of time; write {FORMS}"


def test_the_refusal_lists_forms_that_are_all_read():
    assert FORMS == "30d, 6w, 2m, 1y, weekly, fortnightly, monthly, quarterly, yearly or P6W"
    assert all(duration(form) for form in FORMS.replace(" or ", ", ").split(", "))


@pytest.mark.parametrize("text", ["0d", "000w", "P0M"])
def test_a_length_of_nothing_is_refused(text):
    with pytest.raises(ValueError, match="no length") as caught:
        duration(text)
    assert str(caught.value) == f"`{text}` has no length; write at least 1d"


def test_a_long_wrong_text_is_cut_in_the_message():
    with pytest.raises(ValueError, match=r"^`x{39}…` is not a length of time"):
        duration("x" * 5000)


@pytest.mark.parametrize(
    ("day", "text", "after"),
    [
        ("2026-01-31", "1m", "2026-02-28"),
        ("2028-01-31", "1m", "2028-02-29"),
        ("2026-03-31", "1m", "2026-04-30"),
        ("2026-11-30", "3m", "2027-02-28"),
        ("2028-02-29", "1y", "2029-02-28"),
        ("2028-02-29", "4y", "2032-02-29"),
        ("2026-12-15", "1m", "2027-01-15"),
        ("2026-12-31", "1d", "2027-01-01"),
        ("2026-12-20", "2w", "2027-01-03"),
        ("9999-12-31", "1d", "9999-12-31"),
        ("9999-12-01", "1m", "9999-12-31"),
        ("2026-01-01", "9999y", "9999-12-31"),
        ("9000-01-01", "9999w", "9191-08-21"),
        ("9900-01-01", "9999w", "9999-12-31"),
    ],
)
def test_the_day_after_clamps_to_the_month_and_to_the_end_of_time(day, text, after):
    assert duration(text).after(date.fromisoformat(day)).isoformat() == after


@pytest.mark.parametrize(
    ("day", "text", "before"),
    [
        ("2026-03-31", "1m", "2026-02-28"),
        ("2028-03-31", "1m", "2028-02-29"),
        ("2026-01-15", "1m", "2025-12-15"),
        ("2028-02-29", "1y", "2027-02-28"),
        ("2026-01-01", "1d", "2025-12-31"),
        ("0001-01-01", "1d", "0001-01-01"),
        ("0100-01-01", "9999w", "0001-01-01"),
        ("0001-01-31", "1m", "0001-01-01"),
        ("2026-01-01", "9999y", "0001-01-01"),
    ],
)
def test_the_day_before_clamps_to_the_month_and_to_the_beginning_of_time(day, text, before):
    assert duration(text).before(date.fromisoformat(day)).isoformat() == before


@given(DURATIONS)
@EXACT
def test_a_duration_reads_back_from_its_own_text(length):
    assert duration(str(length)) == length


@given(DURATIONS, st.dates())
@EXACT
def test_after_is_never_earlier_and_before_never_later(length, day):
    assert length.before(day) <= day <= length.after(day)


@given(st.dates(), st.integers(1, 9998), st.sampled_from("dwmy"))
@EXACT
def test_a_longer_duration_never_ends_earlier(day, number, unit):
    assert Duration(number, unit).after(day) <= Duration(number + 1, unit).after(day)
    assert Duration(number, unit).before(day) >= Duration(number + 1, unit).before(day)


def test_days_are_for_comparing():
    assert duration("4w").days == 28
    assert duration("1y").days == 365.25
    assert duration("12m").days == duration("1y").days
    assert duration("1d").days < duration("1w").days < duration("1m").days
