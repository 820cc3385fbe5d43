"""What may stand at a place of a file, as the model knows it."""

import pytest

from relplan.files.shape import fields_at, required_at
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
