import pytest
from scenes import plan

from relplan.analysis.reporting import circles


def found(**above):
    """The circles of people who report as `jane="raj"` says; None reports to nobody."""
    roles = {id_: {"name": id_.title(), "reports_to": up} for id_, up in above.items()}
    return circles(plan(roles=roles).roles)


def test_a_tree_has_no_circle():
    assert found(marcus=None, jane="marcus", raj="jane", mick="marcus") == []


def test_a_circle_is_found_once_from_the_first_in_the_plan():
    assert found(raj="marcus", jane="raj", marcus="jane") == [("raj", "marcus", "jane")]


def test_who_reports_to_themselves_is_a_circle():
    assert found(jane="jane") == [("jane",)]


def test_who_hangs_on_a_circle_is_no_part_of_it():
    assert found(zoe="jane", jane="raj", raj="jane") == [("jane", "raj")]


def test_two_circles_are_two():
    assert found(a="b", b="a", c="d", d="c") == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize("up", ["nobody-here", None])
def test_an_unknown_superior_ends_the_way(up):
    assert found(jane=up) == []
