"""What may stand at a place of a file, as the model knows it."""

import pytest

from relplan.files.shape import (
    choices_at,
    fields_at,
    kind_at,
    may_be_nothing,
    required_at,
    short_form_at,
)
from relplan.model.plan import Plan
from relplan.model.settings import Settings
from relplan.model.touch import Touch


def test_a_plan_wants_its_client_and_its_priority():
    assert required_at(Plan, ()) == ["client", "priority"]


def test_fields_are_named_as_they_are_written():
    found = fields_at(Plan, ("goals", "g1", "initiatives", "i1"))
    assert "for" in found
    assert "people" not in found


@pytest.mark.parametrize(
    ("path", "required"),
    [
        (("goals", "g1"), ["goal"]),
        (("goals", "g1", "initiatives", "i1"), ["what"]),
        (("roles", "jane"), ["name"]),
        (("repair",), ["began"]),
        (("review", "held", "2026-01-01", "decided", 0), ["what"]),
    ],
)
def test_entries_of_groups_and_lists_are_found_below_any_id(path, required):
    assert required_at(Plan, path) == required


def test_a_log_is_a_list_of_touches():
    assert "with" in fields_at(tuple[Touch, ...], (3,))


def test_settings_that_are_filled_by_the_book_are_found_too():
    assert "contacts" in fields_at(Settings, ("tiers", "senior"))


@pytest.mark.parametrize("path", [("client",), ("nowhere",), ("goals",), ("client", "x", "y")])
def test_where_no_record_belongs_there_are_no_fields(path):
    assert fields_at(Plan, path) == required_at(Plan, path) == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ((), "fields"),
        (("roles",), "entries"),
        (("roles", "jane"), "fields"),
        (("roles", "jane", "stance"), "text"),
        (("roles", "jane", "cadence"), "text"),
        (("roles", "jane", "interests"), "list"),
        (("roles", "jane", "interests", 0), "text"),
        (("roles", "jane", "left"), "date"),
        (("roles", "jane", "external"), "flag"),
        (("review", "held", "2026-01-01", "decided", 0), "fields"),
        (("goals", "g", "initiatives", "i", "hours"), "number"),
        (("nonsense",), "text"),
    ],
)
def test_each_place_has_its_kind(path, kind):
    assert kind_at(Plan, path) == kind


def test_weekdays_are_one_text_and_holidays_a_list():
    assert kind_at(Settings, ("calendar", "working_days")) == "text"
    assert kind_at(Settings, ("calendar", "holidays")) == "list"
    assert kind_at(Settings, ("cadence", "A")) == "text"
    assert kind_at(Settings, ("tiers", "staff", "contacts")) == "number"


def test_a_bare_text_stands_for_the_field_of_the_short_form():
    assert short_form_at(Plan, ("strengths", "s")) == "text"
    assert short_form_at(Plan, ("repair",)) is None
    assert short_form_at(Plan, ("roles",)) is None


def test_nothing_may_stand_where_no_text_does():
    assert may_be_nothing(Plan, ("roles", "jane", "left"))
    assert not may_be_nothing(Plan, ("roles", "jane", "title"))
    assert not may_be_nothing(Plan, ("priority",))
    assert not may_be_nothing(Plan, ())


def test_choices_are_those_of_the_place_or_of_the_items_of_its_list():
    assert choices_at(Plan, ("priority",)) == ["A", "B", "C"]
    assert choices_at(Plan, ("roles", "jane", "level")) == [
        "executive",
        "senior",
        "manager",
        "staff",
    ]
    assert choices_at(Settings, ("lint", "profile")) == ["starter", "team", "strict"]
    assert choices_at(Plan, ("notes",)) == choices_at(Plan, ("none", "such")) == []


def test_choices_of_a_log_are_those_of_its_lines():
    assert choices_at(tuple[Touch, ...], (0, "how"))[:2] == ["call", "email"]
