from datetime import date

from scenes import TEAM, acme, kinds, listed

from relplan.analysis.absence import answerable, carried, gone, present

AWAY = {"from": "2026-11-20", "to": "2026-12-04", "cover": "ben"}


def of(amara=None, ben=None):
    team = {
        "amara": {**TEAM["amara"], "away": amara or []},
        "ben": {**TEAM["ben"], "away": ben or []},
    }
    return acme({}, {"date": "2026-10-01"}, settings={"team": team})


def by(day, **away):
    return carried("amara", of(**away).settings, day).by


def test_from_the_first_to_the_last_day_away_the_cover_carries():
    days = [date(2026, 11, 19), date(2026, 11, 20), date(2026, 12, 4), date(2026, 12, 5)]
    assert [by(day, amara=AWAY) for day in days] == ["amara", "ben", "ben", "amara"]


def test_without_a_cover_it_stays_with_the_owner():
    assert by(date(2026, 11, 25), amara={"from": "2026-11-20", "to": "2026-12-04"}) == "amara"


def test_two_who_cover_each_other_and_are_both_away_lose_nothing():
    assert by(date(2026, 11, 25), amara=AWAY, ben={**AWAY, "cover": "amara"}) == "amara"


def test_nobodys_task_stays_nobodys():
    assert carried(None, of(amara=AWAY).settings, date(2026, 11, 25)).by is None


def test_the_cover_finds_it_on_their_list_and_is_told_for_whom():
    (item,) = listed(of(amara=AWAY), owner="ben").items
    assert item.subject.owner == "ben"
    assert item.why.endswith("; for Amara Okafor, away until 4 Dec")
    assert kinds(of(amara=AWAY), owner="amara") == []


def test_what_falls_due_after_the_absence_stays_with_the_owner():
    book = of(amara={**AWAY, "to": "2026-11-25"})
    assert kinds(book, date(2026, 10, 28), date(2026, 10, 29), owner="amara") == ["contact"]


def test_who_has_left_is_not_here_from_that_day_on():
    team = {"amara": {**TEAM["amara"], "left": "2026-11-25"}, "ben": TEAM["ben"]}
    settings = acme(settings={"team": team}).settings
    assert present(settings, date(2026, 11, 24)) == ["amara", "ben"]
    assert present(settings, date(2026, 11, 25)) == ["ben"]
    assert gone(settings, date(2026, 11, 24)) == []
    assert gone(settings, date(2026, 11, 25)) == ["amara"]


def test_a_list_without_a_cover_says_that_nobody_covers():
    (item,) = listed(of(amara={"from": "2026-11-20", "to": "2026-12-04"}), owner="amara").items
    assert item.why.endswith("; Amara Okafor is away until 4 Dec, and nobody covers")


def test_a_cover_who_has_left_covers_nothing():
    team = {
        "amara": {**TEAM["amara"], "away": AWAY},
        "ben": {**TEAM["ben"], "left": "2026-11-01"},
    }
    settings = acme(settings={"team": team}).settings
    assert carried("amara", settings, date(2026, 11, 25)).by == "amara"


def left(**ben):
    team = {**TEAM, "ben": {**TEAM["ben"], **ben}}
    return acme({"ours": "ben"}, {"date": "2026-10-01"}, settings={"team": team})


def test_what_belongs_to_a_member_who_left_goes_to_the_plans_owner_and_says_so():
    assert kinds(left(), owner="ben") == ["contact"]
    (item,) = listed(left(left="2026-11-25"), owner="amara").items
    assert item.why.endswith("; Ben Archer has left")
    assert kinds(left(left="2026-11-26"), owner="ben") == ["contact"]


def test_where_all_have_left_it_stays_on_the_list_of_the_last():
    settings = left(left="2026-01-01").settings
    day = date(2026, 11, 25)
    assert answerable("ben", [None, "zed"], settings, day) == "ben"
    assert answerable("zed", [None, "amara"], settings, day) == "amara"
    assert answerable(None, ["amara"], settings, day) is None
