from datetime import date

import pytest
from scenes import book

from relplan.analysis.next_review import next_review

HELD = {"held": {"2026-10-07": {}}}


def asked(day, review, **settings):
    of = book({"acme": {"review": review}}, **settings)
    return next_review(of.plans["acme"], of.settings, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("review", "expected"),
    [({"every": "6w"}, "2027-01-06"), ({}, "2027-02-25"), ({"every": "1m", **HELD}, "2026-12-25")],
)
def test_the_next_review_is_a_rhythm_after_this_one(review, expected):
    assert asked("2026-11-25", review) == date.fromisoformat(expected)


def test_it_falls_on_a_working_day():
    calendar = {"working_days": "mon-fri", "holidays": "GB-ENG"}
    assert asked("2026-11-25", {"every": "1m"}, calendar=calendar) == date(2026, 12, 29)


def test_a_review_that_is_recorded_after_a_later_one_moves_nothing():
    assert asked("2026-10-06", HELD) is None
    assert asked("2026-10-07", {}) == date(2027, 1, 7)
