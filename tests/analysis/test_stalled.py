"""What is said to be in hand while the log hears nothing of it."""

from datetime import timedelta

import pytest
from scenes import TODAY, plan, touches

from relplan.analysis.contacts import in_force
from relplan.analysis.stalled import STALLS_AFTER, stalled

LAST = TODAY - STALLS_AFTER


def of(**fields):
    """A plan with Jane and Raj and one initiative for Raj, in hand until next month."""
    one = {"what": "A day", "by": "2026-12-18", "for": ["raj"], "status": "doing", **fields}
    people = {"jane": "Jane Porter", "raj": "Raj Patel"}
    return plan(roles=people, goals={"g": {"goal": "They call us", "initiatives": {"i": one}}})


def found(of_plan, *lines):
    return list(stalled(of_plan, in_force(touches(*lines)), TODAY))


def ago(days, **fields):
    return {"date": (TODAY - timedelta(days)).isoformat(), "with": ["raj"], **fields}


def test_it_stalls_on_the_day_after_eight_weeks():
    assert found(of(), ago(56)) == []
    [one] = found(of(), ago(57))
    assert (one.goal, one.id, one.last.date) == ("g", "i", LAST - timedelta(1))


def test_the_newest_sign_counts_wherever_it_stands_in_the_log():
    assert found(of(), ago(10), ago(90)) == []
    assert found(of(), ago(90, **{"for": "i"}), ago(10, **{"with": ["jane"], "for": "i"})) == []


def test_what_has_never_been_heard_of_has_no_last_sign():
    [one] = found(of(), ago(10, **{"with": ["jane"]}))
    assert one.last is None


def test_what_is_for_nobody_by_name_lives_by_any_touch():
    assert found(of(**{"for": []}), ago(10, **{"with": ["jane"]})) == []


@pytest.mark.parametrize("sign", [{"answered": "false"}, {"snooze": "2027-01-01"}])
def test_an_attempt_and_a_snooze_are_no_sign(sign):
    assert len(found(of(), ago(10, **sign))) == 1


@pytest.mark.parametrize("status", ["planned", "done", "dropped"])
def test_only_what_is_being_done_can_stall(status):
    assert found(of(status=status), ago(90)) == []


def test_what_is_late_or_has_no_day_is_left_to_others():
    assert found(of(by="2026-11-24"), ago(90)) == []
    assert found(of(by=None), ago(90)) == []
    assert len(found(of(by="2026-11-25"), ago(90))) == 1


def test_in_a_breathing_period_nothing_stalls():
    repair = {"began": "2026-09-01", "step": "breathe", "until": "2026-12-04"}
    damaged = of().model_copy(update={"status": "damaged", "repair": plan(repair=repair).repair})
    assert found(damaged, ago(90)) == []
    assert found(of().model_copy(update={"status": "dormant"}), ago(90)) == []


def test_of_an_empty_log_nothing_is_said():
    assert found(of()) == []
