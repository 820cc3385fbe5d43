"""Who stands behind a campaign, who has heard it, and where it hides."""

from datetime import date, timedelta

import pytest
from scenes import TODAY, book

from relplan.analysis.campaigns import (
    LAST_DAYS,
    Pitches,
    backers,
    feedback,
    is_over,
    unpitched,
)
from relplan.analysis.contacts import in_force

ROLES = {
    "jane": {"name": "Jane Porter", "role": "decision-maker"},
    "raj": {"name": "Raj Patel", "role": "approver"},
}
VISIT = {"date": "2026-11-18", "with": ["raj"], "for": "count"}


def pitch(**fields):
    return {"date": "2026-11-18", "at": "acme", "to": "raj", "by": "ben", **fields}


def of(*lines, plan=None, **fields):
    """A book with Acme, what `plan` says of it, its log, and one campaign."""
    shape = {"proposition": "We hold the stock", "cohort": {"clients": ["acme"]}, **fields}
    client = {"roles": ROLES, **(plan or {})}
    return book({"acme": client}, {"acme": lines}, campaigns={"shelf-stock": shape})


def campaign(**fields):
    return of(**fields).campaigns["shelf-stock"]


def runs(to):
    return {"from": "2026-10-01", "to": to.isoformat()}


def test_a_campaign_is_over_on_the_day_after_its_last():
    assert not is_over(campaign(runs=runs(TODAY)), TODAY)
    assert is_over(campaign(runs=runs(TODAY - timedelta(1))), TODAY)
    assert not is_over(campaign(), TODAY)


def test_a_backer_of_two_departments_counts_once():
    executives = {"finance": "Dana Reid", "it": "dana  reid", "ops": "Lee"}
    assert backers(campaign(executives=executives)) == ("Dana Reid", "Lee")


def missed(**fields):
    found = of(**fields)
    return [
        (*one.member.place[1:], one.people, one.pitched)
        for one in unpitched(found.campaigns["shelf-stock"], found, TODAY)
    ]


def test_a_decision_maker_is_passed_over_once_somebody_else_has_heard():
    assert missed() == []
    assert missed(pitches=[pitch()]) == [("clients", 0, ("jane",), ("raj",))]
    assert missed(pitches=[pitch(), pitch(to="jane")]) == []


def test_in_the_last_fortnight_everybody_who_decides_is_asked_for():
    assert missed(runs=runs(TODAY + LAST_DAYS + timedelta(1))) == []
    assert missed(runs=runs(TODAY + LAST_DAYS)) == [("clients", 0, ("jane",), ())]


def test_whom_the_rule_of_the_cohort_finds_is_asked_for_like_the_listed():
    assert missed(cohort={"where": {}}, pitches=[pitch()]) == [("where", ("jane",), ("raj",))]


def test_who_left_and_who_is_no_client_any_more_is_not_asked_for():
    gone = {"roles": {**ROLES, "jane": {**ROLES["jane"], "left": "2026-11-25"}}}
    assert missed(pitches=[pitch()], plan=gone) == []
    assert missed(pitches=[pitch()], plan={"status": "former"}) == []


def test_feedback_is_what_they_said_whatever_came_of_it():
    told = campaign(pitches=[pitch(), pitch(feedback="too small")])
    assert [one.feedback for one in feedback(told)] == ["too small"]


def hidden(*lines, what="Count the valves", status="planned", **fields):
    one = {"what": what, "status": status}
    goals = {"g": {"goal": "They never run out", "initiatives": {"count": one}}}
    found = of(*lines, plan={"goals": goals}, **fields)
    log = in_force(found.touches["acme"])
    rows = Pitches(found, TODAY).hidden_in("acme", found.plans["acme"], log)
    return [(one.goal, one.id, one.campaign, one.pitch and one.pitch.date) for one in rows]


def test_a_visit_of_an_initiative_hides_a_pitch_to_the_same_person_on_that_day():
    found = [("g", "count", "shelf-stock", date(2026, 11, 18))]
    assert hidden(VISIT, pitches=[pitch()]) == found
    assert hidden(VISIT, pitches=[pitch()], status="done") == found


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2026-11-17"},
        {"with": ["jane"]},
        {"for": "elsewhere"},
        {"for": None},
        {"cancelled": "true"},
        {"answered": "false"},
    ],
)
def test_any_other_visit_hides_none(other):
    line = {key: value for key, value in {**VISIT, **other}.items() if value is not None}
    assert hidden(line, pitches=[pitch()]) == []


@pytest.mark.parametrize("name", ["shelf-stock", "Shelf stock", "shelf  stock"])
def test_words_that_name_a_campaign_take_it_into_the_plan(name):
    assert hidden(what=f"Show them {name} in May") == [("g", "count", "shelf-stock", None)]
    assert hidden(what=f"Show them {name} in May", status="done") == []
    assert hidden(what=f"Show them {name}s") == []


def test_a_campaign_that_is_over_hides_nowhere():
    over = runs(TODAY - timedelta(1))
    assert hidden(VISIT, pitches=[pitch()], runs=over) == []
    assert hidden(what="Show them shelf-stock", runs=over) == []


def test_without_campaigns_nothing_is_hidden():
    found = book({"acme": {"roles": ROLES}})
    assert list(Pitches(found, TODAY).hidden_in("acme", found.plans["acme"], ())) == []
