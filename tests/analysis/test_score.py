"""How often a proposition is accepted, and how little so few answers say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import book

from relplan.analysis.score import SMALL, Rate, score, wilson

PLANS = {"acme": {"tags": ["plants", "audit"]}, "kestrel": {"priority": "B", "tags": ["plants"]}}


def pitch(to, outcome="open", day="2026-11-03", at="acme"):
    return {"date": day, "at": at, "to": to, "by": "ben", "outcome": outcome}


def of(*pitches, versions=()):
    shape = {"proposition": "x", "pitches": pitches, "versions": dict.fromkeys(versions, "y")}
    found = book(PLANS, campaigns={"stock": shape})
    return score(found.campaigns["stock"], found)


@pytest.mark.parametrize(
    ("accepted", "answered", "low", "high"),
    [
        (0, 0, 0, 1),
        (0, 5, 0, 0.4345),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1),
        (1, 3, 0.0615, 0.7923),
    ],
)
def test_wilsons_interval_is_the_published_one(accepted, answered, low, high):
    assert wilson(accepted, answered) == pytest.approx((low, high), abs=0.0005)


@given(st.integers(0, 200), st.integers(0, 200))
def test_an_interval_holds_its_share_and_stays_a_share(accepted, more):
    answered = accepted + more
    low, high = wilson(accepted, answered)
    assert 0 <= low <= high <= 1
    if answered:
        assert low <= accepted / answered <= high


@given(st.integers(1, 50), st.integers(0, 50))
def test_ten_times_the_answers_say_more(accepted, more):
    few, many = wilson(accepted, accepted + more), wilson(10 * accepted, 10 * (accepted + more))
    assert many[1] - many[0] < few[1] - few[0]


def test_a_person_counts_once_by_the_last_answer():
    found = of(
        pitch("jane", "declined"),
        pitch("jane", "accepted", "2026-11-10"),
        pitch("jane", "open", "2026-11-12"),
        pitch("raj", "later"),
        pitch("otto"),
    )
    assert found.total == Rate(heard=3, answered=2, accepted=1)
    assert found.total.share == 0.5
    assert Rate(1, 0, 0).share is None


def test_each_version_has_the_answers_to_itself():
    found = of(
        pitch("jane", "declined"), pitch("jane", "accepted", "2026-11-10"), versions=["2026-11-10"]
    )
    assert [(str(day), rate.accepted, rate.answered) for day, rate in found.versions] == [
        ("None", 0, 1),
        ("2026-11-10", 1, 1),
    ]
    assert not found.tells_versions_apart


def test_versions_are_told_apart_only_where_the_intervals_do_not_touch():
    before = [pitch(f"a{n}", "declined") for n in range(20)]
    after = [pitch(f"b{n}", "accepted", "2026-11-11") for n in range(20)]
    assert of(*before, *after, versions=["2026-11-10"]).tells_versions_apart
    assert not of(*before[:2], *after[:2], versions=["2026-11-10"]).tells_versions_apart


def test_kinds_are_sides_priorities_and_tags_that_two_share():
    found = of(pitch("jane", "accepted"), pitch("raj", at="kestrel"), pitch("x", at="nowhere"))
    assert [(one.name, one.rate.heard, one.rate.accepted) for one in found.kinds] == [
        ("clients", 2, 1),
        ("priority A", 1, 1),
        ("priority B", 1, 0),
        ("tag plants", 2, 1),
    ]


def test_fewer_answers_than_twenty_are_small():
    assert Rate(SMALL, SMALL - 1, 3).is_small
    assert not Rate(SMALL, SMALL, 3).is_small
