"""Each member's load against their tier, and what nobody or only one carries."""

from decimal import Decimal

import pytest
from scenes import TEAM, TODAY, book, jane

from relplan.analysis.load import Word, load_of, lonely, team

STAFF = {"zoe": {"name": "Zoe", "tier": "staff"}}


def load(*lines, plan=None, member="amara", **settings):
    """A member's load in a book of one client of Amara's with these lines in the log."""
    of = book({"acme": {"roles": {"jane": jane()}, **(plan or {})}}, {"acme": lines}, **settings)
    return load_of(of, member, TODAY)


def line(day="2026-11-02", **fields):
    return {"date": day, **fields}


def test_the_list_is_counted_against_the_tier():
    roles = {f"p{n}": jane() for n in range(12)}
    found = load(plan={"roles": roles})
    assert (len(found.kept), found.tier.contacts, found.over) == (12, 10, 2)
    assert load(member="ben").over == 0


def test_lunches_of_this_year_that_took_place_count_once_a_day():
    lines = [
        line("2026-01-01", how="lunch"),
        line("2026-01-01", how="lunch", **{"with": "jane"}),
        line("2026-11-25", how="lunch"),
        line("2025-12-31", how="lunch"),
        line("2026-11-26", how="lunch"),
        line(how="lunch", planned="true"),
        line(how="call"),
        line(how="lunch", by="ben"),
    ]
    assert load(*lines).lunches == 2


def test_money_is_summed_by_currency_and_only_the_budgets_own_is_left():
    lines = [
        line(cost="100 GBP"),
        line(cost="12.50 GBP"),
        line(cost="9 EUR"),
        line("2025-12-31", cost="900 GBP"),
    ]
    tiers = {"principal": {"contacts": "10", "budget": "110 GBP"}}
    found = load(*lines, tiers=tiers).money
    assert found.by_currency == (("EUR", Decimal(9)), ("GBP", Decimal("112.50")))
    assert found.left == Decimal("-2.50")
    assert load(*lines).money.left is None


def test_a_struck_line_costs_nothing():
    assert (
        load(line(cost="100 GBP"), {"date": "2026-11-03", "void": "2026-11-02"}).money.by_currency
        == ()
    )


def test_unpaid_hours_of_this_year():
    lines = [
        line(hours="2"),
        line(hours="1.5"),
        line("2025-12-31", hours="8"),
        line("2026-11-26", hours="4"),
    ]
    assert load(*lines).hours == Decimal("3.5")


def promised(by, kept=None):
    found = [line("2026-01-02", promise={"what": f"w {by}", "by": by})]
    return found if kept is None else [*found, line(kept, kept=f"w {by}")]


def test_the_word_given_counts_once_it_fell_due():
    lines = [
        *promised("2026-02-02", "2026-02-02"),
        *promised("2026-03-02", "2026-03-03"),
        *promised("2026-04-02"),
        *promised("2026-12-02"),
    ]
    assert load(*lines).word == Word(kept=1, late=1, broken=1)
    assert load(*lines).word.all == 3
    assert load(*lines, member="ben").word == Word(0, 0, 0)


def test_overdue_is_what_the_morning_list_calls_late():
    found = load(line("2026-10-01"))
    assert found.overdue == 1
    assert load(line("2026-10-28")).overdue == 0  # due today, and not late


def test_a_promise_to_somebody_whose_tie_another_keeps_is_overdue_for_who_gave_it():
    given = {"promise": {"what": "the list", "by": "2026-11-20"}}
    lines = (line("2026-10-01"), line("2026-11-20", by="ben", **given))
    assert load(*lines).overdue == 0
    assert load(*lines, member="ben").overdue == 1
    assert load(line("2026-10-01", **given)).overdue == 1  # one line of the list, two reasons


def test_what_is_covered_counts_for_the_cover():
    away = {"from": "2026-11-01", "to": "2026-12-01", "cover": "ben"}
    absent = {**TEAM, "amara": {**TEAM["amara"], "away": away}}
    assert load(line("2026-10-01"), team=absent).overdue == 0
    assert load(line("2026-10-01"), team=absent, member="ben").overdue == 1


def test_owned_clients_by_priority_without_those_that_rest():
    plans = {
        "a": {"priority": "A"},
        "b": {"priority": "B", "status": "damaged"},
        "c": {"priority": "C", "status": "dormant"},
        "d": {"priority": "A", "owner": "ben"},
    }
    assert dict(load_of(book(plans), "amara", TODAY).owns) == {"A": 1, "B": 1}
    assert dict(team(book(plans), TODAY).priorities) == {"A": 2, "B": 1}


@pytest.mark.parametrize(
    ("letters", "found"), [("AAAB", True), ("AABB", False), ("AAA", False), ("AAAA", True)]
)
def test_more_than_half_of_four_clients_of_priority_a_are_out_of_proportion(letters, found):
    plans = {f"c{at}": {"priority": one} for at, one in enumerate(letters)}
    assert team(book(plans), TODAY).all_a is found


def test_clients_and_prospects_without_an_owner_are_named_unless_they_are_over():
    plans = {"acme": {"owner": None}, "old": {"owner": None, "status": "former"}, "b": {}}
    beta = {"prospect": "Beta"}
    found = team(book(plans, prospects={"beta": beta, "lost": {**beta, "status": "lost"}}), TODAY)
    assert set(found.ownerless) == {"acme", "beta"}


def test_who_left_is_not_in_the_team_and_named_with_what_they_still_have():
    gone = {**TEAM, "ben": {**TEAM["ben"], "left": "2026-11-25"}}
    found = team(book({"acme": {"roles": {"jane": jane(ours="ben")}}}, team=gone), TODAY)
    assert [one.member for one in found.loads] == ["amara"]
    assert found.gone == (("ben", 1),)
    assert team(book({"acme": {}}, team=gone), TODAY).gone == ()


def staffed(kept, level="manager", others=5):
    """A book in which Zoe, who is staff, keeps so many people of that level."""
    roles = {f"k{n}": jane(ours="zoe", level=level) for n in range(kept)}
    roles |= {f"o{n}": jane(level="staff") for n in range(others)}
    return book({"acme": {"roles": roles}}, team={**TEAM, **STAFF})


def test_staff_with_fewer_than_half_of_their_peers_are_named():
    assert lonely(staffed(2), TODAY) == (("zoe", 2),)
    assert lonely(staffed(3), TODAY) == ()


def test_executives_are_no_peers():
    assert lonely(staffed(3, level="executive"), TODAY) == (("zoe", 0),)


def test_where_there_is_nobody_to_give_nobody_is_lonely():
    assert lonely(staffed(1, others=3), TODAY) == ()
    assert lonely(staffed(1, others=4), TODAY) == (("zoe", 1),)
