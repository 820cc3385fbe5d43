from datetime import date

import pytest
from scenes import TEAM, TODAY, log, plan, touches

from relplan.analysis.callbacks import call_back, gave_no_answer, unanswered, working_days_of
from relplan.analysis.working_days import WorkingDays
from relplan.model.durations import duration
from relplan.model.settings import Settings


def tried(day, how="call", **more):
    return {"date": f"2026-11-{day:02}", "how": how, "answered": False, **more}


TEAM_OF_FOUR = {
    **TEAM,
    "ffion": {"name": "Ffion Rees", "tier": "senior"},
    "priya": {"name": "Priya Shah", "tier": "senior"},
}
RAJ = {"name": "Raj Patel", "ours": "priya", "tie": "trusted-adviser"}


def waiting(*lines, days=None, team=TEAM_OF_FOUR, roles=None, **fields):
    client = plan(roles={"jane": "Jane Porter", **(roles or {})}, **fields)
    settings = Settings.model_validate({"firm": "Hartwell", "team": team})
    return call_back("jane", client, settings, log(*lines, days=days))


def advice(*lines, **more):
    found = waiting(*lines, **more)
    return found.advice if found else None


def test_without_a_try_there_is_no_call_back():
    assert advice({"date": "2026-11-01"}) is None


def test_a_try_rests_for_that_many_working_days():
    found = waiting(tried(19), days=WorkingDays())
    assert found is not None
    assert found.due == date(2026, 11, 24)  # Thursday, then Friday, Monday, Tuesday


def test_the_wait_counts_from_the_last_try():
    found = waiting(tried(19), tried(24))
    assert found is not None
    assert found.due == date(2026, 11, 27)


@pytest.mark.parametrize(("written", "days"), [("3d", 3), ("1w", 5), ("2w", 10), ("1m", 21)])
def test_a_wait_in_weeks_is_no_wait_of_days(written, days):
    assert working_days_of(duration(written)) == days


def test_first_the_same_again():
    assert advice(tried(20)) == "call back"
    assert advice(tried(20, "email")) == "try again by email"


def test_then_another_way():
    assert advice(tried(19), tried(20)) == "try another way: email"
    assert advice(tried(19), tried(20, "email")) == "try another way: message"
    assert advice(tried(19, "email"), tried(20, "message")) == "try another way: call"


def test_then_the_colleague_with_the_strongest_tie_by_name():
    known = [
        {"date": "2026-08-01", "by": "ben"},
        {"date": "2026-08-02", "by": "ffion"},
        {"date": "2026-08-03", "by": "ffion"},
        {"date": "2026-08-04", "by": "amara"},
    ]
    assert advice(*known, tried(18), tried(19), tried(20)) == (
        "ask Ffion Rees to try, who spoke with them 2 times"
    )


def test_whoever_tried_is_not_asked_to_try():
    known = [{"date": "2026-08-01", "by": "amara"}, {"date": "2026-08-02", "by": "ben"}]
    tries = [tried(18, by="ben"), tried(19), tried(20)]
    assert str(advice(*known, *tries)).startswith("decide: ")


def test_without_a_tie_the_keeper_is_asked_when_somebody_else_tried():
    tries = [tried(day, by="ben") for day in (18, 19, 20)]
    jane = {"name": "Jane Porter", "ours": "amara"}
    assert advice(*tries, roles={"jane": jane}) == "ask Amara Okafor to try, who keeps this tie"


def test_who_never_spoke_with_them_and_is_closest_to_a_colleague_of_theirs_is_asked():
    tries = [tried(day) for day in (18, 19, 20)]
    assert advice(*tries, roles={"raj": RAJ}) == (
        "ask Priya Shah to try, who is closest there (trusted-adviser to Raj Patel)"
    )
    assert advice(*tries, team=TEAM) == (
        "decide: visit, ask a colleague of theirs, or let them rest (cadence: never)"
    )


def test_in_the_end_a_decision_is_asked_and_it_never_vanishes():
    for count in (4, 5, 15):
        found = advice(*(tried(day) for day in range(1, count + 1)))
        assert str(found).startswith("decide: ")


def test_two_tries_on_a_day_are_one():
    assert len(unanswered(touches(tried(20), tried(20, "email")), "jane", TODAY)) == 1


def test_a_real_touch_ends_it_and_only_a_later_one():
    assert advice(tried(20), {"date": "2026-11-21"}) is None
    assert advice({"date": "2026-11-19"}, tried(20)) == "call back"


def test_an_answer_on_the_same_day_ends_it():
    assert advice(tried(20), {"date": "2026-11-20"}) is None


@pytest.mark.parametrize("not_tried", [{"cancelled": True}, {"planned": True}])
def test_what_was_not_tried_is_no_try(not_tried):
    assert advice(tried(20, **not_tried)) is None


def test_a_try_in_the_future_and_one_with_somebody_else_are_no_tries():
    assert advice(tried(26)) is None
    assert advice(tried(20, **{"with": "raj"})) is None


def test_three_tries_on_three_days_are_no_answer():
    lines = touches(tried(3), tried(9), tried(9, "email"))
    assert not gave_no_answer(lines, "jane", TODAY)
    assert gave_no_answer((*lines, *touches(tried(16))), "jane", TODAY)
