from datetime import date, timedelta

import pytest
from scenes import TODAY, touches

from relplan.analysis.rhythm import Rhythm, rhythm, touch_days


def every(gap, count, last):
    """`count` days that lie `gap` days apart, the last one `last` days before today."""
    return [TODAY - timedelta(days=last + gap * step) for step in range(count)]


def test_the_usual_gap_is_the_median_of_the_gaps():
    days = [date(2026, 8, 1), date(2026, 8, 11), date(2026, 8, 21), date(2026, 11, 20)]
    assert rhythm(days, TODAY) == Rhythm(10.0, 5)


def test_two_touches_on_a_day_are_one():
    assert rhythm([*every(10, 4, 3), *every(10, 4, 3)], TODAY) == Rhythm(10.0, 3)


def test_a_touch_to_come_counts_for_nothing():
    assert rhythm([*every(10, 4, 3), TODAY + timedelta(days=9)], TODAY) == Rhythm(10.0, 3)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_three_gaps_are_the_fewest(count):
    assert rhythm(every(10, count, 3), TODAY) is None


def test_a_busy_week_is_no_rhythm_and_three_weeks_are():
    assert rhythm(every(1, 8, 3), TODAY) is None
    assert rhythm(every(1, 22, 3), TODAY) == Rhythm(1.0, 3)


def test_only_the_latest_gaps_count():
    known = [*every(10, 4, 3), *every(60, 9, 100)]
    assert rhythm(known, TODAY) == Rhythm(10.0, 3)


@pytest.mark.parametrize(
    ("gap", "silent", "drifts"),
    [
        (7, 21, False),  # a floor: two weeks more than the gap
        (7, 22, True),
        (28, 56, False),  # twice the gap
        (28, 57, True),
        (28, 336, True),  # a ceiling: twelve times the gap
        (28, 337, False),
        (7, 97, True),  # or three months more than it
        (7, 98, False),
    ],
)
def test_drift_has_a_floor_and_a_ceiling(gap, silent, drifts):
    assert Rhythm(gap, silent).drifts is drifts


def test_only_touches_that_count_make_the_rhythm():
    lines = touches(
        {"date": "2026-10-01"},
        {"date": "2026-10-02", "answered": False},
        {"date": "2026-10-03", "planned": True},
        {"date": "2026-10-04", "with": "raj"},
    )
    assert touch_days(lines, "jane") == [date(2026, 10, 1)]
