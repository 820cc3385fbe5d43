"""What is in a member's charge, thing by thing."""

from datetime import date

import pytest
from scenes import TEAM, TODAY, book, jane

from relplan.analysis.charge import in_charge_of


def charges(of, member="ben", kinds=None):
    """Kind and place of all that is in the member's charge."""
    return [
        (one.kind, one.at, one.id)
        for one in in_charge_of(of, member, TODAY)
        if kinds is None or one.kind in kinds
    ]


def test_a_member_of_whom_no_plan_speaks_has_nothing_in_charge():
    assert charges(book({"acme": {"roles": {"jane": jane()}}})) == []


def test_the_owner_has_the_client_and_the_ties_that_nobody_else_keeps():
    roles = {"jane": jane(), "raj": jane(ours="amara"), "rests": jane(cadence="never")}
    of = book({"acme": {"owner": "ben", "roles": roles}})
    assert charges(of, kinds=("client", "tie")) == [("client", "acme", ""), ("tie", "acme", "jane")]


def test_a_tie_that_is_kept_in_name_counts_also_while_the_person_rests():
    of = book({"acme": {"roles": {"jane": jane(ours="ben", cadence="never")}}})
    assert charges(of) == [("tie", "acme", "jane")]


def test_who_has_left_there_is_no_tie():
    assert charges(book({"acme": {"roles": {"jane": jane(ours="ben", left="2026-11-25")}}})) == []


@pytest.mark.parametrize(("status", "count"), [("dormant", 1), ("damaged", 2), ("former", 0)])
def test_a_dormant_client_still_has_an_owner_and_a_former_one_has_none(status, count):
    of = book({"acme": {"owner": "ben", "status": status, "roles": {"jane": jane()}}})
    assert len(charges(of)) == count


def test_a_promise_is_in_charge_of_who_gave_it_until_it_is_kept():
    given = {"date": "2026-11-02", "by": "ben", "promise": {"what": "the list", "by": "2026-12-01"}}
    plans = {"acme": {"roles": {"jane": jane()}}}
    [open_] = in_charge_of(book(plans, {"acme": [given]}), "ben", TODAY)
    assert (open_.kind, open_.people, open_.what) == ("promise", ("jane",), "the list")
    assert open_.by == date(2026, 12, 1)
    kept = {"date": "2026-11-20", "by": "ben", "kept": "the list"}
    assert charges(book(plans, {"acme": [given, kept]})) == []


def test_initiatives_are_in_charge_of_their_owner_while_they_are_open():
    each = {
        f"i-{status}": {"what": "A day", "owner": "ben", "status": status, "for": ["jane"]}
        for status in ("planned", "doing", "done", "dropped")
    }
    goals = {"g": {"goal": "They call us", "initiatives": each}}
    of = book({"acme": {"roles": {"jane": jane()}, "goals": goals}})
    assert charges(of) == [("initiative", "acme", "i-planned"), ("initiative", "acme", "i-doing")]


def test_an_initiative_or_a_step_of_nobody_is_in_charge_of_who_answers_for_the_whole():
    goals = {"g": {"goal": "They call us", "initiatives": {"talk": "A talk"}}}
    steps = {"hears": {"what": "The board hears it", "people": {"amara": "propellent"}}}
    beta = {"prospect": "Beta", "owner": "ben", "steps": steps}
    of = book({"acme": {"owner": "ben", "goals": goals}}, prospects={"beta": beta})
    wanted = ("initiative", "step")
    assert charges(of, kinds=wanted) == [("initiative", "acme", "talk"), ("step", "beta", "hears")]
    assert charges(of, member="amara", kinds=wanted) == [("step", "beta", "hears")]


def test_a_planned_touch_is_in_charge_of_who_makes_it_until_its_day_has_passed():
    def planned(day, **fields):
        return {"date": day, "with": ["jane"], "by": "ben", "planned": True, **fields}

    lines = [
        planned("2026-12-03", how="visit"),
        planned("2026-11-25"),
        planned("2026-11-24"),
        planned("2026-12-04", cancelled=True),
        planned("2026-12-05", by="amara"),
    ]
    found = in_charge_of(book({"acme": {"roles": {"jane": jane()}}}, {"acme": lines}), "ben", TODAY)
    assert [(one.kind, one.people, one.what, one.by) for one in found] == [
        ("planned touch", ("jane",), "visit", date(2026, 12, 3)),
        ("planned touch", ("jane",), "touch", date(2026, 11, 25)),
    ]


def test_the_owner_holds_the_next_review_on_its_day():
    of = book({"acme": {"owner": "ben", "review": {"next": "2027-01-12"}}})
    [review] = [one for one in in_charge_of(of, "ben", TODAY) if one.kind == "review"]
    assert review.by == date(2027, 1, 12)


def test_decisions_of_the_last_review_count_until_their_day():
    def decided(what, by):
        return {"what": what, "owner": "ben", "by": by}

    held = {
        "2026-10-07": {"decided": [decided("soon", "2026-11-25"), decided("past", "2026-11-24")]},
        "2026-07-07": {"decided": [decided("earlier", "2027-01-01")]},
    }
    of = book({"acme": {"review": {"held": held}}})
    assert [one.what for one in in_charge_of(of, "ben", TODAY)] == ["soon"]


def test_a_prospect_has_an_owner_a_voice_and_steps_that_need_us():
    beta = {
        "prospect": "Beta",
        "owner": "ben",
        "voice": "ben",
        "steps": {
            "hears": {"what": "The board hears it", "people": {"ben": "propellent"}},
            "taken": {"what": "Done", "people": {"ben": "propellent"}, "done": "2026-11-01"},
        },
    }
    found = charges(book({}, prospects={"beta": beta}))
    assert found == [("prospect", "beta", ""), ("voice", "beta", ""), ("step", "beta", "hears")]
    assert charges(book({}, prospects={"beta": {**beta, "status": "won"}})) == []


def test_a_campaign_that_runs_and_a_pitch_without_an_answer():
    def pitch(outcome):
        return {"date": "2026-11-02", "at": "acme", "to": "jane", "by": "ben", "outcome": outcome}

    campaign = {
        "proposition": "We hold the stock",
        "owner": "ben",
        "runs": {"from": "2026-10-01", "to": "2026-11-25"},
        "pitches": [pitch("open"), pitch("declined")],
    }
    of = book({"acme": {"roles": {"jane": jane()}}}, campaigns={"stock": campaign})
    assert charges(of) == [("campaign", "stock", ""), ("pitch", "acme", "stock")]
    over = {**campaign, "runs": {"from": "2026-10-01", "to": "2026-11-24"}}
    assert charges(book({}, campaigns={"stock": over}), kinds=("campaign",)) == []


def test_who_covers_for_a_colleague_has_that_in_charge_until_the_absence_ends():
    away = [
        {"from": "2026-12-07", "to": "2026-12-11", "cover": "ben"},
        {"from": "2026-11-02", "to": "2026-11-24", "cover": "ben"},
    ]
    team = {**TEAM, "amara": {**TEAM["amara"], "away": away}}
    assert charges(book({}, team=team)) == [("cover", "amara", "")]
