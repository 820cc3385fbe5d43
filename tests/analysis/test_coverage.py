from datetime import date
from types import SimpleNamespace as Some

from relplan.analysis.coverage import coverage, members_of, within_a_year

TODAY = date(2026, 11, 25)
OURS = {"ida": "Ida Holm"}


def person(name, **more):
    nothing = dict.fromkeys(
        ("role", "influence", "ours", "tie", "wanted", "cadence", "left", "known_by")
    )
    return Some(name=name, **{**nothing, **more})


def touch(day, *people, by="ida", counts=True):
    return Some(date=date.fromisoformat(day), people=people, by=by, counts=counts)


def plan(**roles):
    return Some(owner="ida", team=("omar",), roles=roles)


def kinds(found):
    return [(gap.kind, gap.person) for gap in found.gaps]


def test_the_matrix_counts_the_touches_of_the_last_year_that_count():
    touches = [
        touch("2026-11-25", "jo"),
        touch("2025-11-26", "jo"),
        touch("2025-11-25", "jo"),
        touch("2026-11-26", "jo"),
        touch("2026-11-01", "jo", counts=False),
        touch("2026-11-01", "jo", by="pia"),
    ]
    found = coverage(plan(jo=person("Jo")), touches, TODAY, OURS)
    assert found.rows[0].touches == {"ida": 2, "pia": 1}
    assert found.members == ("ida", "omar", "pia")


def test_those_who_left_are_in_no_row():
    assert coverage(plan(jo=person("Jo", left=TODAY)), [], TODAY, OURS).rows == ()


def test_a_key_person_without_a_keeper_is_a_gap_and_others_are_not():
    roles = {"jo": person("Jo", role="approver"), "al": person("Al"), "bo": person("Bo", ours="x")}
    gaps = kinds(coverage(plan(**roles), [], TODAY, OURS))
    assert ("no keeper", "jo") in gaps
    assert not {("no keeper", "al"), ("no keeper", "bo")} & set(gaps)


def test_a_tie_below_what_is_wanted_is_a_gap():
    roles = {
        "jo": person("Jo", tie="vendor", wanted="credible"),
        "al": person("Al", tie="credible", wanted="vendor"),
        "bo": person("Bo", wanted="vendor"),
    }
    found = coverage(plan(**roles), [], TODAY, OURS)
    assert [one for kind, one in kinds(found) if kind == "short of wanted"] == ["jo", "bo"]
    assert [row.short_of for row in found.rows] == [1, 0, 1]


def test_somebody_who_rests_is_not_missed():
    found = coverage(plan(jo=person("Jo", cadence="never")), [], TODAY, OURS)
    assert found.gaps == ()


def test_a_key_person_who_knows_one_of_ours_only_is_a_gap_that_names_the_member():
    touches = [touch(f"2026-0{month}-01", "jo") for month in (7, 8, 9)]
    roles = {"jo": person("Jo", influence="high", ours="ida")}
    (gap,) = coverage(plan(**roles), touches, TODAY, OURS).gaps
    assert gap.what == "Jo knows nobody of ours but Ida Holm, by the last year's touches"
    touches.append(touch("2026-10-01", "jo", by="omar"))
    assert coverage(plan(**roles), touches, TODAY, OURS).gaps == ()


def test_a_relationship_that_hangs_on_one_person_is_a_gap():
    roles = {id_: person(id_.title(), cadence="never") for id_ in ("jo", "al", "bo")}
    touches = [touch(f"2026-0{month}-01", "jo") for month in range(3, 8)]
    found = coverage(plan(**roles), touches, TODAY, OURS)
    assert kinds(found) == [("one of theirs", "jo")]
    assert found.gaps[0].what.startswith("all 5 touches")
    more = [*touches, *(touch(f"2026-0{month}-02", "al") for month in range(3, 7))]
    assert coverage(plan(**roles), more, TODAY, OURS).gaps == ()


def test_the_owner_comes_first_and_once():
    assert members_of(Some(owner="b", team=("a", "b"))) == ("b", "a")
    assert members_of(Some(owner=None, core_team=("a",))) == ("a",)


def test_a_year_ends_today_and_has_365_days():
    days = ["2025-11-25", "2025-11-26", "2026-11-25", "2026-11-26"]
    found = [within_a_year(touch(day, "jane"), TODAY) for day in days]
    assert found == [False, True, True, False]
    assert not within_a_year(touch("2026-11-02", "jane", counts=False), TODAY)


def test_the_first_day_of_the_calendar_is_within_a_year_of_itself():
    assert within_a_year(touch("0001-01-01", "jane"), date.min)
