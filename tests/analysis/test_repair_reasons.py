"""When the step of a repair is due, and what is said of it."""

from datetime import date

import pytest
from scenes import TODAY, book, log, plan

from relplan.analysis.repair_reasons import not_to_say, of_repair
from relplan.analysis.repair_track import Scene
from relplan.analysis.working_days import WorkingDays

SETTINGS = book().settings


def owed(*lines, status="damaged", days=None, **fields):
    of = plan(status=status, roles={"jane": {"name": "Jane Porter"}}, repair=fields)
    return list(of_repair(of, SETTINGS, log(*lines, days=days)))


def repair(*lines, status="damaged", days=None, **fields):
    shape = {"began": "2026-11-01", "step": "breathe", **fields}
    found = owed(*lines, status=status, days=days, **shape)
    return found[0].reason if found else None


def test_the_day_after_the_breathing_period_asks_to_break_the_ice():
    found = repair(until="2026-11-29", our_faults=["Two filings late", "No call"])
    assert found.due == date(2026, 11, 30)
    assert found.why == (
        "breathing ends on 29 Nov; then break the ice humbly (own it: Two filings late; No call; leave"
        " out their part in it)"
    )


def test_a_breathing_period_that_ends_on_a_friday_ends_on_monday():
    found = repair(until="2026-11-27", days=WorkingDays())
    assert (found.due, found.moved_from) == (date(2026, 11, 30), date(2026, 11, 28))


def test_breathing_without_an_end_asks_for_one_today():
    found = repair()
    assert found.due == TODAY
    assert "no `until`: set its end" in found.why


def test_a_sound_relationship_asks_nothing():
    assert repair(until="2026-11-29", status="active") is None
    assert list(of_repair(plan(status="damaged"), SETTINGS, log())) == []


def test_a_breathing_period_to_the_end_of_time_is_due_on_its_last_day():
    assert repair(until="9999-12-31").due == date.max


def test_who_leads_is_asked_else_the_owner():
    assert owed(began="2026-11-01")[0].owner == "amara"
    assert owed(began="2026-11-01", lead="ben")[0].owner == "ben"


def test_a_week_after_it_began_the_task_is_to_be_finished():
    found = repair(step="finish", our_faults=["Two filings late"])
    assert found.due == date(2026, 11, 8)
    assert found.why == (
        "step 1 of 5 of the repair: finish the task, and correct the wrong; what was finished and"
        " put right is not written; say it with --corrected"
    )


def test_what_is_corrected_asks_to_go_on():
    found = repair(step="finish", our_faults=["Two filings late"], corrected="Filed, fee returned")
    assert found.why == "step 1 of 5 of the repair is taken; go on: relplan repair next"


def test_the_ice_is_broken_on_the_day_after_the_peace_with_what_to_own_and_to_leave_out():
    sorry = {"date": "2026-11-02", "note": "Apologised for both filings"}
    found = repair(sorry, step="break-ice", until="2026-11-20", our_faults=["Two filings late"])
    assert found.due == date(2026, 11, 21)
    assert found.why == (
        "step 3 of 5 of the repair: break the ice humbly (own it: Two filings late; leave out their"
        " part in it and sorry again: Amara Okafor said it on 2 Nov)"
    )


def test_a_week_after_the_ice_is_broken_the_question_is_asked():
    found = repair(step="ask", taken={"break-ice": "2026-11-10"})
    assert found.due == date(2026, 11, 17)
    assert found.why.startswith(
        "step 4 of 5 of the repair: ask what we could have done differently; their answer is not"
    )
    assert [(one.what, one.path) for one in found.sources] == [
        ("step", ("repair", "taken", "break-ice"))
    ]


def test_going_forward_is_listed_once_the_rhythm_is_kept():
    taken = {"ask": "2026-11-10"}
    assert repair(step="forward", taken=taken) is None
    found = repair({"date": "2026-11-12"}, step="forward", taken=taken)
    assert found.why == "step 5 of 5 of the repair is taken; go on: relplan repair next"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((), ["their part in it"]),
        (
            ({"date": "2026-11-02", "by": "zoe", "note": "I apologised"},),
            ["their part in it", "sorry again: zoe said it on 2 Nov"],
        ),
    ],
)
def test_what_a_humble_contact_leaves_out(lines, found):
    of = plan(status="damaged", repair={"began": "2026-11-01"})
    assert not_to_say(Scene(of, of.repair, SETTINGS, log(*lines, today=TODAY))) == found
