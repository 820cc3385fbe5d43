"""Every decision maker of a cohort, and who of ours goes to whom."""

import pytest
from scenes import TODAY, book

from relplan.analysis.targets import pitches_to, targets

JANE = {"name": "Jane Porter", "role": "decision-maker"}
RAJ = {"name": "Raj Patel", "role": "user"}


def pitch(**fields):
    return {"date": "2026-11-18", "at": "acme", "to": "jane", "by": "ben", **fields}


def of(*lines, plan=None, jane=None, settings=None, **fields):
    shape = {"proposition": "x", "cohort": {"clients": ["acme"]}, **fields}
    client = {"roles": {"jane": {**JANE, **(jane or {})}, "raj": RAJ}, **(plan or {})}
    found = book({"acme": client}, {"acme": lines}, campaigns={"stock": shape}, **(settings or {}))
    return targets(found.campaigns["stock"], found, TODAY)


def goer(*lines, **fields):
    [one] = of(*lines, **fields).people
    return one.goer and (one.goer.id, one.goer.because)


def test_only_who_decides_and_is_still_there_is_a_target():
    assert [(one.client, one.id) for one in of().people] == [("acme", "jane")]
    gone = of(jane={"left": "2026-11-25"})
    assert (gone.people, gone.undecided) == ((), ("Acme",))


def test_heard_is_who_was_pitched_to_and_the_newest_pitch_counts():
    assert of(pitches=[pitch(to="raj")]).heard == 0
    found = of(pitches=[pitch(outcome="accepted"), pitch(date="2026-11-02")])
    assert found.heard == 1
    assert found.people[0].last.outcome == "accepted"


def test_pitches_of_one_day_stay_in_their_order():
    shape = {"proposition": "x", "pitches": [pitch(by="ben"), pitch(by="amara")]}
    one = book(campaigns={"stock": shape}).campaigns["stock"]
    assert [each.by for each in pitches_to(one, "acme", "jane")] == ["ben", "amara"]


def test_whoever_pitched_it_goes_again():
    assert goer(pitches=[pitch()]) == ("ben", "who pitched it to them")


def test_whoever_keeps_the_tie_goes_first():
    kept = {"ours": "ben", "tie": "credible"}
    assert goer(jane=kept) == ("ben", "who keeps this tie (credible)")


def test_without_a_tie_whoever_spoke_with_them_most_goes():
    lines = [{"date": "2026-11-02", "by": "ben"}, {"date": "2026-11-03", "by": "ben"}]
    assert goer(*lines) == ("ben", "who spoke with them 2 times")


def test_the_absent_send_the_nearest_colleague():
    team = {
        "amara": {"name": "Amara", "tier": "principal"},
        "ben": {
            "name": "Ben",
            "tier": "senior",
            "away": {"from": "2026-11-20", "to": "2026-12-01"},
        },
    }
    found = goer(jane={"ours": "ben", "tie": "credible"}, settings={"team": team})
    assert found == ("amara", "who works for them too")
    assert goer(pitches=[pitch()], settings={"team": team}) == ("amara", "who works for them too")


def test_where_nobody_of_ours_is_near_the_owner_of_the_campaign_goes():
    team = {"cara": {"name": "Cara", "tier": "marketing"}}
    alone = {"plan": {"owner": None}, "settings": {"team": team}}
    because = "who answers for the campaign; nobody of ours is closer"
    assert goer(owner="cara", **alone) == ("cara", because)
    assert goer(**alone) is None


@pytest.mark.parametrize(
    ("plan", "wait"),
    [
        ({}, ""),
        ({"status": "dormant"}, "the plan is dormant"),
        ({"status": "damaged"}, "the relationship is damaged: repair it first"),
        (
            {
                "status": "damaged",
                "repair": {"began": "2026-11-01", "step": "breathe", "until": "2026-12-01"},
            },
            "the relationship breathes after a fault of ours: nobody calls",
        ),
    ],
)
def test_nobody_goes_where_the_relationship_does_not_carry_it(plan, wait):
    assert of(plan=plan).people[0].wait == wait


def test_a_snooze_is_heeded():
    [one] = of({"date": "2026-11-20", "by": "ben", "snooze": "2026-12-07"}).people
    assert one.wait == "not before 7 Dec, by a snooze"


def test_a_member_that_cannot_be_read_is_left_out():
    assert of(cohort={"clients": ["nowhere"]}) == ((), ())
