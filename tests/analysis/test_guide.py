"""A member's tier, and how they stand to it."""

import pytest
from scenes import TEAM, TODAY, book, jane

from relplan.analysis.guide import Notes, Pace, guide, is_staff

STAFF = {**TEAM, "zoe": {"name": "Zoe", "tier": "staff"}}


def of(*lines, member="amara", roles=None, **settings):
    """The guide of a member in a book of one client of Amara's, every four weeks."""
    plan = {"roles": roles or {"jane": jane()}}
    return guide(book({"acme": plan}, {"acme": lines}, **settings), member, TODAY)


def test_who_is_late_is_first_and_counted_from_the_day_after():
    roles = {"jane": jane(), "raj": jane(name="Raj"), "eva": jane(name="Eva")}
    found = of(
        {"date": "2026-10-28", "with": "raj"},
        {"date": "2026-10-01"},
        {"date": "2026-10-27", "with": "eva"},
        roles=roles,
    )
    assert [(one.contact.id, one.contact.days_late) for one in found.kept] == [
        ("jane", 27),
        ("eva", 1),
        ("raj", 0),
    ]
    assert [one.contact.id for one in found.late] == ["jane", "eva"]


def test_only_the_members_own_list():
    found = of(roles={"jane": jane(), "raj": jane(ours="ben")}, member="ben")
    assert [(one.at, one.contact.id) for one in found.kept] == [("acme", "raj")]


def test_the_pace_is_the_sum_over_the_list_against_the_last_quarter():
    roles = {"jane": jane(cadence="7d"), "raj": jane(cadence="13w"), "eva": jane(cadence="never")}
    lines = [
        {"date": "2026-08-26"},
        {"date": "2026-08-27", "with": ["jane", "raj"]},
        {"date": "2026-11-25", "with": ["jane", "eva"]},
        {"date": "2026-11-25", "note": "again"},
        {"date": "2026-11-24", "by": "ben"},
        {"date": "2026-11-24", "answered": "false"},
    ]
    assert of(*lines, roles=roles).pace == Pace(wanted=14, made=3)


def test_notes_are_counted_in_the_last_quarter():
    lines = [
        {"date": "2026-08-26", "note": "too old"},
        {"date": "2026-11-02", "note": "worried"},
        {"date": "2026-11-03", "learned": "the board wants figures"},
        {"date": "2026-11-04"},
    ]
    assert of(*lines).notes == Notes(3, 2)


def test_who_did_not_answer_waits_until_a_touch():
    tried = {"date": "2026-11-20", "answered": "false"}
    assert [one.contact.id for one in of(tried).waiting] == ["jane"]
    assert of(tried, {"date": "2026-11-21"}).waiting == ()


def test_who_is_not_known_as_a_person():
    roles = {"jane": jane(), "raj": jane(interests=["sailing"]), "eva": jane(notes="before nine")}
    assert [one.contact.id for one in of(roles=roles).unknown] == ["jane"]


@pytest.mark.parametrize(("member", "lunches"), [("ben", 10), ("amara", None)])
def test_an_even_year_of_lunches(member, lunches):
    assert of(member=member).lunches_by_now == lunches


def test_staff_without_peers_are_lonely():
    roles = {f"p{n}": jane() for n in range(5)}
    assert of(member="zoe", team=STAFF, roles=roles).lonely
    assert not of(member="amara", team=STAFF, roles=roles).lonely
    peers = {f"p{n}": jane(ours="zoe") for n in range(5)}
    assert not of(member="zoe", team=STAFF, roles=peers).lonely


def test_the_tier_staff_keeps_peers():
    of_all = book({}, {}, team=STAFF)
    assert is_staff(guide(of_all, "zoe", TODAY).load, of_all)
    assert not is_staff(guide(of_all, "ben", TODAY).load, of_all)
