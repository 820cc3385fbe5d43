from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from relplan.model.durations import Duration
from relplan.model.plan import Decision, Goal, Initiative, Plan, Review, Strength, Value, Weakness

LEAST = {"client": "Acme plc", "priority": "A"}


def plan(**more):
    return Plan.model_validate(LEAST | more)


def test_a_plan_needs_its_client_and_priority_and_nothing_else():
    least = plan()
    assert (least.name, least.status) == ("Acme plc", "active")
    assert least.review == Review()
    for wanting in LEAST:
        with pytest.raises(ValidationError) as caught:
            Plan.model_validate({key: LEAST[key] for key in LEAST if key != wanting})
        assert [(e["type"], e["loc"]) for e in caught.value.errors()] == [("missing", (wanting,))]


@pytest.mark.parametrize(
    ("shape", "field"),
    [
        (Value, "text"),
        (Strength, "text"),
        (Weakness, "text"),
        (Goal, "goal"),
        (Initiative, "what"),
        (Decision, "what"),
    ],
)
def test_a_bare_text_is_enough(shape, field):
    assert shape.model_validate("x") == shape.model_validate({field: "x"})


def test_an_initiative_is_for_people_under_the_written_name_only():
    one = Initiative.model_validate({"what": "x", "for": "raj", "hours": "16", "by": "2026-12-18"})
    assert (one.people, one.hours, one.by) == (("raj",), Decimal(16), date(2026, 12, 18))
    assert one.status == "planned"
    with pytest.raises(ValidationError):
        Initiative.model_validate({"what": "x", "people": ["raj"]})


def test_ids_of_entries_are_ids():
    with pytest.raises(ValidationError) as caught:
        plan(goals={"Plants Call": "x"})
    assert caught.value.errors()[0]["type"] == "relplan_id"


def test_a_measure_needs_its_target():
    goal = {"goal": "x", "measure": {"what": "calls", "target": "4", "actual": "0"}}
    assert plan(goals={"g": goal}).goals["g"].measure.target == 4
    with pytest.raises(ValidationError):
        Goal.model_validate({"goal": "x", "measure": {"what": "calls"}})


def test_a_bare_review_is_its_rhythm():
    assert plan(review="quarterly").review.every == Duration(3, "m")
    with pytest.raises(ValidationError, match="length of time"):
        plan(review="now and then")


def test_the_last_review_is_the_latest_whatever_the_order():
    held = {"2026-10-07": {"with": ["jane"]}, "2026-01-07": {}, "2026-04-07": {}}
    review = plan(review={"held": held}).review
    assert review.last == date(2026, 10, 7)
    assert review.held[date(2026, 10, 7)].people == ("jane",)
    assert Review().last is None


def test_a_review_is_held_on_a_date():
    with pytest.raises(ValidationError, match="month 13"):
        plan(review={"held": {"2026-13-01": {}}})


def test_a_repair_begins_with_finishing_the_task():
    repair = plan(status="damaged", repair={"began": "2026-09-30", "our_faults": "Late"}).repair
    assert (repair.step, repair.our_faults, repair.until) == ("finish", ("Late",), None)
    assert plan(repair="~").repair is None
    with pytest.raises(ValidationError):
        plan(repair={})


def test_the_order_of_entries_is_the_order_of_the_file():
    assert [*plan(strengths={"z": "1", "a": "2", "m": "3"}).strengths] == ["z", "a", "m"]


def test_people_of_two_plans_are_not_shared():
    assert plan().roles is not plan().roles
