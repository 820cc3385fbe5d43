"""Initiatives and goals: what is open, for whom, and what answers what."""

from datetime import date

import pytest
from scenes import plan

from relplan.analysis.initiatives import (
    is_finished,
    is_open,
    is_thin,
    later_than_goal,
    open_initiatives,
    people_in_hand,
    served,
    unanswered_weaknesses,
)


def of(*initiatives, **fields):
    """A plan with one goal and these initiatives."""
    numbered = {f"i{n}": {"what": "A day", **one} for n, one in enumerate(initiatives)}
    return plan(goals={"g": {"goal": "They call us", "initiatives": numbered}}, **fields)


def first(**fields):
    return of(fields).goals["g"].initiatives["i0"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [("planned", True), ("doing", True), ("done", False), ("dropped", False)],
)
def test_what_is_still_to_be_done_is_open(status, expected):
    assert is_open(first(status=status)) is expected


def test_open_ones_come_in_the_order_of_the_file_over_all_goals():
    goals = {
        "z": {
            "goal": "One",
            "initiatives": {"b": "First", "a": {"what": "Over", "status": "done"}},
        },
        "a": {"goal": "Two", "initiatives": {"c": "Second"}},
    }
    assert [one.what for one in open_initiatives(plan(goals=goals))] == ["First", "Second"]


def test_a_goal_is_served_by_what_was_done_but_not_by_what_was_dropped():
    assert served(of({"status": "done"}).goals["g"])
    assert served(of({"status": "dropped"}, {}).goals["g"])
    assert not served(of({"status": "dropped"}).goals["g"])
    assert not served(of().goals["g"])


def test_people_are_in_hand_while_something_is_open_for_them():
    found = of({"for": ["jane", "raj"]}, {"for": ["jane"]}, {"for": ["zoe"], "status": "done"})
    assert people_in_hand(found) == {"jane", "raj"}


def test_a_weakness_that_no_goal_names_is_unanswered():
    weaknesses = {"slow": "We answer late", "far": "We are far away"}
    goals = {"g": {"goal": "They call us", "answers": ["far"]}}
    assert unanswered_weaknesses(plan(weaknesses=weaknesses, goals=goals)) == ("slow",)
    assert unanswered_weaknesses(plan(weaknesses=weaknesses)) == ("slow", "far")
    assert unanswered_weaknesses(plan(goals=goals)) == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"what": "Unpaid close clinic"}, True),
        ({"what": "A half-day at Raj's"}, True),
        ({"what": "A half-day at Raj's side"}, False),
        ({"what": "Unpaid close clinic", "invests": "two days of Ben"}, False),
        ({"what": "Unpaid close clinic", "learns": "how they close"}, False),
        ({"what": "決算教室"}, True),
        ({"what": "各工場で半日の決算教室を開く"}, False),
    ],
)
def test_a_title_is_thin_unless_a_test_says_more(fields, expected):
    assert is_thin(first(**fields)) is expected


def test_only_open_initiatives_can_be_later_than_their_goal():
    rows = [
        {"by": "2027-03-31"},
        {"by": "2027-04-01"},
        {"by": "2027-05-01", "status": "dropped"},
        {},
    ]
    goal = of(*rows).goals["g"]
    assert list(later_than_goal(goal)) == []
    dated = goal.model_copy(update={"by": date(2027, 3, 31)})
    assert list(later_than_goal(dated)) == [("i1", date(2027, 4, 1))]


def test_a_goal_is_finished_when_something_was_there_and_nothing_is_left():
    assert is_finished(of({"status": "done"}, {"status": "dropped"}).goals["g"])
    assert not is_finished(of({"status": "done"}, {}).goals["g"])
    assert not is_finished(of().goals["g"])
