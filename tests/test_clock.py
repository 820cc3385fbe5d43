import pytest

from relplan import clock
from relplan.clock import civil_date, spoken, today, weekday
from relplan.errors import WrongUse

DATE = clock.date


def test_an_exact_date_is_read():
    assert civil_date("2027-01-31") == DATE(2027, 1, 31)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "2028-02-29", "2000-02-29"])
def test_the_ends_of_the_calendar_and_leap_days_are_dates(text):
    assert civil_date(text).isoformat() == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "2027-02-29",
            "`2027-02-29` is not in the calendar; write a day up to 2027-02-28, where its month ends",
        ),
        (
            "1900-02-29",
            "`1900-02-29` is not in the calendar; write a day up to 1900-02-28, where its month ends",
        ),
        (
            "2027-04-31",
            "`2027-04-31` is not in the calendar; write a day up to 2027-04-30, where its month ends",
        ),
        (
            "2027-01-00",
            "`2027-01-00` is not in the calendar; write a day up to 2027-01-31, where its month ends",
        ),
        ("2027-13-01", "`2027-13-01` has month 13; write a month from 01 to 12"),
        ("2027-00-01", "`2027-00-01` has month 00; write a month from 01 to 12"),
        ("0000-01-01", "`0000-01-01` has the year 0000; write the year in full"),
        ("2027-1-5", "`2027-1-5` is not written as YYYY-MM-DD; write 2027-01-05"),
        ("2027/01/05", "`2027/01/05` is not written as YYYY-MM-DD; write 2027-01-05"),
        ("2027.1.5", "`2027.1.5` is not written as YYYY-MM-DD; write 2027-01-05"),
        ("20270105", "`20270105` is not written as YYYY-MM-DD; write 2027-01-05"),
        ("31/01/2027", "`31/01/2027` is not written as YYYY-MM-DD; write 2027-01-31"),
        ("01/31/2027", "`01/31/2027` is not written as YYYY-MM-DD; write 2027-01-31"),
        ("5.5.2027", "`5.5.2027` is not written as YYYY-MM-DD; write 2027-05-05"),
        (
            "03/04/2027",
            "`03/04/2027` can be read in two ways; write 2027-04-03 or 2027-03-04",
        ),
        ("5 Jan 2027", "`5 Jan 2027` is not written as YYYY-MM-DD; write 2027-01-05"),
        ("30.2.2027", "`30.2.2027` is not a date; write it as YYYY-MM-DD, such as 2027-01-31"),
        ("soon", "`soon` is not a date; write it as YYYY-MM-DD, such as 2027-01-31"),
        ("", "`` is not a date; write it as YYYY-MM-DD, such as 2027-01-31"),
        ("99/99/2027", "`99/99/2027` is not a date; write it as YYYY-MM-DD, such as 2027-01-31"),
        ("2027-01-31 ", "`2027-01-31 ` is not a date; write it as YYYY-MM-DD, such as 2027-01-31"),
        (
            "2027-01-31T10:00",
            "`2027-01-31T10:00` is not a date; write it as YYYY-MM-DD, such as 2027-01-31",
        ),
        (
            "x" * 41,
            f"`{'x' * 39}…` is not a date; write it as YYYY-MM-DD, such as 2027-01-31",
        ),
    ],
)
def test_what_is_no_date_is_told_what_to_write(text, message):
    with pytest.raises(ValueError, match=r"^`") as caught:
        civil_date(text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["２０２７-01-31", "٢٠٢٧-01-31", "2027-01-31\n", "−2027-01-31"])
def test_only_ascii_digits_and_nothing_around_them_make_a_date(text):
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        civil_date(text)


def test_today_is_the_option_before_the_environment(monkeypatch):
    monkeypatch.setenv("RELPLAN_TODAY", "2026-01-02")
    assert today("2026-03-04") == DATE(2026, 3, 4)
    assert today() == DATE(2026, 1, 2)


def test_an_empty_option_and_environment_ask_the_calendar(monkeypatch):
    class Fixed(DATE):
        @classmethod
        def today(cls):
            return cls(2020, 5, 6)

    monkeypatch.setenv("RELPLAN_TODAY", "")
    monkeypatch.setattr(clock, "date", Fixed)
    assert today("") == DATE(2020, 5, 6)


def test_wrong_days_name_where_they_were_given(monkeypatch):
    with pytest.raises(WrongUse, match=r"^--today: `x` is not a date"):
        today("x")
    monkeypatch.setenv("RELPLAN_TODAY", "2027-02-30")
    with pytest.raises(WrongUse, match=r"^RELPLAN_TODAY: `2027-02-30` is not in the calendar"):
        today()


def test_a_day_is_spoken_with_its_year_only_when_it_is_another():
    assert spoken(DATE(2026, 10, 12), DATE(2026, 1, 1)) == "12 Oct"
    assert spoken(DATE(2025, 5, 3), DATE(2026, 1, 1)) == "3 May 2025"


def test_every_month_and_weekday_has_its_english_name():
    days = [DATE(2026, month, 1) for month in range(1, 13)]
    assert [spoken(day, day) for day in days] == [f"1 {month}" for month in clock.MONTHS]
    week = [DATE(2026, 11, 2 + step) for step in range(7)]
    assert [weekday(day) for day in week] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2027-1-5", ["2027-01-05"]),
        ("20270105", ["2027-01-05"]),
        ("25/1/2027", ["2027-01-25"]),
        ("1/25/2027", ["2027-01-25"]),
        ("5/1/2027", ["2027-01-05", "2027-05-01"]),
        ("5.5.2027", ["2027-05-05"]),
        ("31/2/2027", []),
        ("31 February 2027", []),
        ("1st of May 2027", []),
        ("3rd May, 2027", ["2027-05-03"]),
        ("12 sept 2027", ["2027-09-12"]),
        ("12 ma 2027", []),
        ("12 Mai 2027", []),
        ("0/0/0000", []),
        ("2027-02-30", []),
    ],
)
def test_other_forms_of_a_day_are_read_for_advice_the_likelier_first(text, days):
    assert clock.readings(text) == days
