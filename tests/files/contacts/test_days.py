"""Birthdays as others write them; what is not certain is no birthday."""

import pytest

from relplan.files.contacts.days import birthday, order_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1975-06-14", "1975-06-14"),
        ("19750614", "1975-06-14"),
        ("1975-06-14T00:00:00Z", "1975-06-14"),
        ("--0614", "06-14"),
        ("--06-14", "06-14"),
        ("1604-06-14", "06-14"),
        ("--0229", "02-29"),
        ("14.6.1975", "1975-06-14"),
        ("6/14/1975", "1975-06-14"),
        ("14/6/1975", "1975-06-14"),
        ("5/5/1975", "1975-05-05"),
        ("14 June 1975", "1975-06-14"),
        ("Jun 14, 1975", "1975-06-14"),
        ("3/4/1975", None),
        ("19750230", None),
        ("circa 1800", None),
        ("1975", None),
        ("0/0/00", None),
    ],
)
def test_a_day_is_read_where_it_is_certain(text, day):
    assert birthday(text) == day


def test_one_day_of_a_column_proves_the_order_of_all():
    assert order_of(["3/4/1980", "6/14/1975"]) == "md"
    assert order_of(["3/4/1980", "14/6/1975"]) == "dm"
    assert order_of(["6/14/1975", "14/6/1975"]) == ""
    assert birthday("3/4/1980", "md") == "1980-03-04"
    assert birthday("3/4/1980", "dm") == "1980-04-03"
    assert birthday("14/6/1980", "md") is None
