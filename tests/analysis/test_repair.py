"""A repair that stands still, and what was said in it."""

from datetime import date, timedelta

import pytest
from scenes import TODAY, book, plan, touches

from relplan.analysis.contacts import in_force
from relplan.analysis.repair import STUCK_AFTER, apologised_again, blame, in_repair, named, stuck

SETTINGS = book().settings
ROLES = {"jane": "Jane Porter", "raj": "Raj Patel"}


def damaged(**repair):
    return plan(status="damaged", roles=ROLES, repair={"began": "2026-09-01", **repair})


def lines(*written):
    return in_force(touches(*written))


def since(days):
    return (TODAY - timedelta(days)).isoformat()


def test_a_repair_counts_only_while_the_relationship_is_damaged():
    assert in_repair(damaged()) is not None
    assert in_repair(damaged().model_copy(update={"status": "active"})) is None
    assert in_repair(plan(status="damaged")) is None
    assert in_repair(None) is None


@pytest.mark.parametrize("step", ["finish", "break-ice", "ask"])
def test_a_step_is_stuck_on_the_day_after_four_weeks(step):
    still = damaged(step=step, began=since(28))
    assert stuck(still, (), TODAY) is None
    found = stuck(damaged(step=step, began=since(29)), (), TODAY)
    assert found == (step, TODAY - STUCK_AFTER - timedelta(1), None)


@pytest.mark.parametrize("step", ["breathe", "forward"])
def test_breathing_and_going_forward_are_never_stuck(step):
    assert stuck(damaged(step=step), (), TODAY) is None


def test_a_touch_that_counts_moves_it_and_one_before_it_began_does_not():
    asked = damaged(step="ask")
    assert stuck(asked, lines({"date": since(28)}), TODAY) is None
    found = stuck(asked, lines({"date": since(40)}, {"date": since(35)}), TODAY)
    assert found is not None
    assert found.last is not None
    assert found.last.date == TODAY - timedelta(35)
    old = stuck(asked, lines({"date": "2026-08-31"}), TODAY)
    assert old is not None
    assert old.last is None


def test_what_did_not_happen_moves_nothing():
    tried = lines({"date": since(2), "answered": "false"}, {"date": "2026-12-01"})
    assert stuck(damaged(step="ask"), tried, TODAY) is not None


def test_the_end_of_the_quiet_counts_once_it_is_there():
    assert stuck(damaged(step="break-ice", until=since(14)), (), TODAY) is None
    assert stuck(damaged(step="break-ice", until="2026-12-24"), (), TODAY) is not None


def test_blame_is_looked_for_in_what_took_place_since_the_repair_began():
    words = {"note": "Told Jane it was their own fault"}
    told, *others = touches(
        {"date": "2026-09-01", **words},
        {"date": "2026-08-31", **words},
        {"date": "2026-10-01", "planned": "true", **words},
        {"date": "2026-10-01", "cancelled": "true", **words},
        {"date": "2026-10-01"},
    )
    assert blame(told, damaged(), SETTINGS) == "Told Jane it was their own fault"
    assert [blame(one, damaged(), SETTINGS) for one in others] == [None] * 4


def test_a_second_apology_names_the_people_and_the_first_before():
    sorry = {"note": "We apologised"}
    log = touches(
        {"date": "2026-09-02", **sorry},
        {"date": "2026-09-09", **sorry},
        {"date": "2026-09-16", "with": ["jane", "raj"], **sorry},
    )
    first, second, third = (apologised_again(one, log, damaged(), SETTINGS) for one in log)
    assert first is None
    assert second == (("jane",), date(2026, 9, 2))
    assert third == (("jane",), date(2026, 9, 2))


def test_both_sides_are_called_by_the_words_of_their_names():
    found = named(damaged(), SETTINGS)
    assert found.theirs == ("Jane", "Porter", "Raj", "Patel")
    assert found.ours == ("Amara", "Okafor", "Ben", "Archer")
