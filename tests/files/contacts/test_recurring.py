"""Meetings that repeat: their days, held against dateutil's, in a bounded time."""

import time
from datetime import date, datetime
from datetime import time as clock_time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vRecur

from relplan.files.contacts.recurring import days_of, rule_of

MIDNIGHT = clock_time()
START, FIRST, LAST = date(2026, 1, 29), date(2026, 8, 1), date(2027, 1, 31)


def days(text, start=START, first=FIRST, last=LAST):
    rule = rule_of(vRecur.from_ical(text))
    return list(days_of(rule, start, first, last))


def by_dateutil(text, start=START):
    begin, first, last = (datetime.combine(one, MIDNIGHT) for one in (start, FIRST, LAST))
    found = rrulestr(text, dtstart=begin).between(first, last, inc=True)
    return [one.date() for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;UNTIL=20261001T000000",
        "FREQ=DAILY;BYDAY=TU,TH;COUNT=60",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=3",
        "FREQ=MONTHLY;COUNT=9",
    ],
)
def test_the_days_are_those_of_dateutil(text):
    assert [one for one in days(text) if one != START] == by_dateutil(text)


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    st.integers(1, 5),
    st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), max_size=3),
    st.dates(date(2024, 1, 1), date(2026, 12, 1)),
)
def test_any_simple_rule_gives_the_days_of_dateutil(freq, interval, weekdays, start):
    text = f"FREQ={freq};INTERVAL={interval}"
    text += f";BYDAY={','.join(sorted(weekdays))}" if weekdays else ""
    assert [one for one in days(text, start) if one != start] == [
        one for one in by_dateutil(text, start) if one != start
    ]


@pytest.mark.parametrize(
    "text", ["FREQ=HOURLY", "FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO", "FREQ=WEEKLY;BYHOUR=9"]
)
def test_a_rule_with_other_parts_is_not_read(text):
    assert rule_of(vRecur.from_ical(text)) is None


def test_a_rule_that_never_comes_true_ends_soon():
    begun = time.perf_counter()
    assert days("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", date(1900, 1, 1)) == []
    assert time.perf_counter() - begun < 2
