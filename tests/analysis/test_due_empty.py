from datetime import date

from scenes import TEAM, acme, book, jane, listed


def why(of, **wanted):
    found = listed(of, **wanted)
    assert found.items == ()
    return found.empty_because


def test_next_of_the_kind_that_was_asked_for():
    of = acme({"birthday": "12-24"}, {"date": "2026-11-20"})
    assert why(of, kinds=frozenset(["birthday"])) == "next is Jane Porter (birthday) on 24 Dec"


def test_without_anything_of_that_kind_it_says_so():
    of = acme({}, {"date": "2026-11-20"})
    assert why(of, kinds=frozenset(["promise"])) == "no promise is waiting in these plans"
    assert why(of, kinds=frozenset(["pitch", "review"])) == (
        "no pitch and no review is waiting in these plans"
    )


def test_next_is_the_first_of_what_comes():
    of = book(
        {"acme": {"roles": {"jane": jane(since="2026-11-20"), "li": jane(since="2026-11-10")}}}
    )
    assert why(of) == "next is Jane Porter on 8 Dec"


def test_far_ahead_is_no_reason():
    of = acme({}, {"date": "2026-11-20"})
    assert listed(of, until=date(2027, 12, 31)).empty_because == ""


def test_who_is_away_is_told_on_whose_list_it_stands():
    away = {"from": "2026-11-23", "to": "2026-11-27", "cover": "amara"}
    absent = {**TEAM, "ben": {**TEAM["ben"], "away": away}}
    plans = {"acme": {"roles": {"jane": jane(ours="ben", since="2026-10-01")}}}
    of = book(plans, team=absent)
    assert why(of, owner="ben") == (
        "Ben Archer is away until 27 Nov, and what falls due is on the list of Amara Okafor"
    )
    assert "away" not in why(book({"acme": {"roles": {}}}, team=absent))
    nobody = {**TEAM, "ben": {**TEAM["ben"], "away": {**away, "cover": None}}}
    rests = {"acme": {"roles": {"jane": jane(ours="ben", cadence="never")}}}
    assert why(book(rests, team=nobody), owner="ben") == "1 person rests (cadence: never)"
