"""The lists of members, and the threads of a plan."""

import pytest
from scenes import TODAY, book, jane, plan, touches

from relplan.analysis.lists import both_sides, lists, second_thread_in_hand, threads


def kept(roles, **fields):
    """The lists of a book with one client."""
    return dict(lists(book({"acme": {"roles": roles, **fields}}), TODAY))


def test_a_person_is_on_the_list_of_who_keeps_in_touch_else_of_the_owner():
    roles = {"jane": jane(), "raj": jane(name="Raj", ours="ben")}
    assert kept(roles) == {"amara": [("acme", "jane")], "ben": [("acme", "raj")]}


def test_who_left_is_on_no_list():
    assert kept({"jane": jane(left="2026-01-01")}) == {}


@pytest.mark.parametrize("status", ["dormant", "former"])
def test_people_of_a_client_that_rests_are_on_no_list(status):
    assert kept({"jane": jane()}, status=status) == {}


def test_nobody_keeps_in_touch_where_nobody_owns():
    assert kept({"jane": jane()}, owner=None) == {}


def test_prospects_count_like_clients():
    shape = {"prospect": "Beta", "owner": "ben", "roles": {"zoe": {"name": "Zoe", "cadence": "2w"}}}
    found = book({"acme": {"roles": {"jane": jane()}}}, prospects={"beta": shape})
    assert ("beta", "zoe") in lists(found, TODAY)["ben"]


def test_only_people_who_find_one_of_ours_credible_are_threads():
    ties = ["credible", "problem-solver", "trusted-adviser", None]
    roles = {f"p{n}": jane(tie=tie) for n, tie in enumerate(ties)}
    roles["gone"] = jane(tie="credible", left="2026-01-01")
    assert threads(plan(roles=roles), TODAY) == ("p0", "p1", "p2")


def second(people, status="planned", **raj):
    """Whether a second thread is in hand when an initiative is for these people."""
    initiative = {"what": "A day", "for": people, "status": status}
    goals = {"g": {"goal": "They call us", "initiatives": {"i": initiative}}}
    roles = {"jane": jane(), "raj": jane(name="Raj", **raj)}
    return second_thread_in_hand(plan(roles=roles, goals=goals), "jane", TODAY)


def test_an_initiative_for_another_person_is_a_second_thread_in_hand():
    assert second(["raj"])
    assert second(["jane", "raj"])


def test_one_for_the_same_person_for_nobody_or_for_a_stranger_is_none():
    assert not second(["jane"])
    assert not second([])
    assert not second(["zoe"])


def test_one_that_is_over_is_none():
    assert not second(["raj"], status="done")


def test_one_for_somebody_who_left_is_none():
    assert not second(["raj"], left="2026-01-01")


def sides(*lines, **roles):
    return both_sides(plan(roles=roles), touches(*lines), TODAY)


def test_both_sides_are_their_real_ties_and_those_of_ours_whom_they_know():
    roles = {"jane": jane(tie="credible"), "raj": jane(tie="vendor", ours="ben"), "dawn": jane()}
    assert sides(**roles) == (("jane",), ("amara", "ben"))


def test_a_touch_of_the_last_year_makes_one_of_ours_known():
    called = {"by": "ben", "date": "2025-11-26"}
    assert sides(called, jane=jane()) == ((), ("ben",))
    assert sides({**called, "date": "2025-11-25"}, jane=jane()) == ((), ())
    assert sides({**called, "answered": "false"}, jane=jane()) == ((), ())


def test_who_left_knows_nobody_here_any_more():
    gone = jane(left="2026-01-01", tie="credible", ours="ben")
    assert sides({"by": "ben", "date": "2026-03-02"}, jane=gone) == ((), ())
