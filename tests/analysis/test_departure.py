"""If a member leaves: who is nearest to what they leave behind."""

from scenes import TEAM, TODAY, book, jane

from relplan.analysis.charge import Charge
from relplan.analysis.departure import departure, nearest

PRIYA = {"name": "Priya V", "tier": "senior"}
TRIO = {**TEAM, "priya": PRIYA}


def heirs(of, member="ben"):
    """Kind and thing, and who would take it."""
    return {
        (one.charge.kind, one.charge.id or one.charge.at): one.to.member if one.to else None
        for one in departure(of, member, TODAY).handed
    }


def acme(*lines, team=TRIO, roles=None, **fields):
    """Ben's client with Ben's tie to Jane, and a log."""
    people = roles or {"jane": jane(ours="ben")}
    return book({"acme": {"owner": "ben", "roles": people, **fields}}, {"acme": lines}, team=team)


def touch(by, person="jane", day="2026-11-02", **fields):
    return {"date": day, "by": by, "with": person, **fields}


def test_who_was_most_in_touch_with_the_person_takes_the_tie():
    of = acme(touch("amara"), touch("priya"), touch("priya", day="2026-11-03"))
    assert heirs(of) == {("client", "acme"): "priya", ("tie", "jane"): "priya"}


def test_the_person_comes_before_the_client():
    roles = {"jane": jane(ours="ben"), "raj": jane(ours="amara", tie="trusted-adviser")}
    of = acme(touch("priya"), touch("amara", "raj"), roles=roles)
    assert heirs(of) == {("client", "acme"): "amara", ("tie", "jane"): "priya"}


def test_a_kept_tie_at_the_client_comes_before_touches_there():
    roles = {"jane": jane(ours="ben"), "raj": jane(ours="amara", tie="vendor")}
    assert heirs(acme(touch("priya", "raj"), roles=roles))["tie", "jane"] == "amara"


def test_touches_there_come_before_being_named_and_being_named_before_room():
    roles = {"jane": jane(ours="ben"), "raj": jane(ours="ben")}
    of = {"owner": "ben", "roles": roles, "team": ["priya"]}
    logged = book({"acme": of}, {"acme": [touch("amara", "raj")]}, team=TRIO)
    assert heirs(logged)["tie", "jane"] == "amara"
    assert heirs(book({"acme": of}, team=TRIO))["tie", "jane"] == "priya"


def test_touches_of_more_than_a_year_ago_and_planned_ones_do_not_count():
    of = acme(touch("priya", day="2025-11-25"), touch("priya", planned="true"), touch("amara"))
    assert heirs(of)["tie", "jane"] == "amara"


def test_where_nobody_knows_them_most_room_decides():
    of = acme()
    [found, *_] = departure(of, "ben", TODAY).handed
    assert not found.to.known
    assert heirs(of)["client", "acme"] == "amara"
    full = {"beta": {"roles": {f"p{n}": jane() for n in range(3)}}}
    both = book({"acme": {"owner": "ben"}, **full}, team=TRIO)
    assert heirs(both)["client", "acme"] == "priya"


def test_a_list_that_fills_counts_for_the_next_tie():
    roles = {f"p{n}": jane(ours="ben") for n in range(3)}
    found = departure(acme(roles=roles), "ben", TODAY)
    ties = [one.to.member for one in found.handed if one.charge.kind == "tie"]
    assert ties == ["amara", "priya", "priya"]
    assert [tuple(one) for one in found.rooms] == [("amara", 0, 1, 10), ("priya", 0, 2, 20)]


def test_who_left_and_whose_tier_keeps_nobody_is_not_asked():
    team = {
        "ben": TEAM["ben"],
        "amara": {**TEAM["amara"], "left": "2026-11-25"},
        "olu": {"name": "Olu", "tier": "admin"},
    }
    assert heirs(acme(touch("amara"), touch("olu"), team=team))["tie", "jane"] is None


def test_who_is_away_is_not_asked_to_cover_for_themselves():
    team = {
        **TRIO,
        "amara": {
            **TEAM["amara"],
            "away": {"from": "2026-12-01", "to": "2026-12-04", "cover": "ben"},
        },
    }
    assert heirs(book({}, team=team)) == {("cover", "amara"): "priya"}


def test_several_may_be_excluded():
    charge = Charge("tie", "acme", "Acme", ("jane",), "jane")
    found = nearest(acme(touch("amara")), charge, {"ben", "amara"}, TODAY)
    assert [one.member for one in found] == ["priya"]


def test_nothing_in_charge_hangs_nowhere():
    found = departure(acme(), "priya", TODAY)
    assert (found.handed, found.rooms) == ((), ())


def test_when_the_nearest_has_no_room_the_next_who_knows_the_client_is_named():
    roles = {"jane": jane(ours="ben"), "raj": jane(ours="amara")}
    tiers = {"principal": {"contacts": "1"}}
    of = book(
        {"acme": {"roles": roles, "team": ["priya"]}},
        {"acme": [touch("amara")]},
        team=TRIO,
        tiers=tiers,
    )
    [tie] = departure(of, "ben", TODAY).handed
    assert (tie.to.member, tie.instead.member) == ("amara", "priya")


def test_with_room_or_without_anybody_who_knows_them_there_is_no_second_choice():
    assert departure(acme(touch("amara")), "ben", TODAY).handed[-1].instead is None
    roles = {"jane": jane(ours="ben"), "raj": jane(ours="amara")}
    tiers = {"principal": {"contacts": "1"}}
    of = book({"acme": {"roles": roles}}, {"acme": [touch("amara")]}, team=TRIO, tiers=tiers)
    assert departure(of, "ben", TODAY).handed[-1].instead is None
