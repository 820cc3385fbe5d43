import pytest

from relplan.model import written
from relplan.model.durations import Duration


def test_a_birthday_is_a_day_with_or_without_its_year():
    assert written.birthday("02-29") == (2, 29, None)
    assert written.birthday("1980-06-14") == (6, 14, 1980)


def test_a_cadence_is_a_length_of_time_or_never():
    assert written.cadence("never") == "never"
    assert written.cadence("6w") == Duration(6, "w")


def test_weekdays_run_around_the_week_and_stand_once():
    assert written.weekdays(["sat-mon", "sun"]) == (0, 5, 6)


@pytest.mark.parametrize(
    ("read", "text", "why"),
    [
        (
            written.birthday,
            "14.6.",
            "`14.6.` is not a birthday; write MM-DD, such as 06-14, or YYYY-MM-DD",
        ),
        (written.flag, "maybe", "`maybe` is neither true nor false; write true or false"),
        (
            written.indent,
            "9",
            "`9` is not an indentation; write a number of spaces from 2 to 8",
        ),
        (
            written.region,
            "gb",
            "`gb` is not a country code; write it as GB or, with a region, GB-ENG",
        ),
        (
            written.cadence,
            "0d",
            "`0d` has no length; write at least 1d, or never to let them rest",
        ),
        (
            lambda text: written.weekdays([text]),
            "monday",
            "`monday` is not a weekday; write mon-fri, or a list such as [mon, tue, thu]",
        ),
    ],
)
def test_what_is_written_in_another_form_is_told(read, text, why):
    with pytest.raises(ValueError, match="write") as told:
        read(text)
    assert str(told.value) == why
