"""Silence: key people with whom nobody spoke for twice their cadence."""

from datetime import date, timedelta

import pytest
from scenes import TODAY, book, jane, plan, touches

from relplan.analysis.silence import champions_silence, silence_of

SETTINGS = book().settings


def silence(*lines, today=TODAY, fields=None, **person):
    """Jane's silence: a decision-maker with a cadence of four weeks unless told otherwise."""
    who = jane(**{"role": "decision-maker", "cadence": "4w", **person})
    of = plan(roles={"jane": who}, **(fields or {}))
    return silence_of("jane", of, touches(*lines), SETTINGS, today)


def called(day, **fields):
    return {"date": day.isoformat(), "how": "call", **fields}


LAST = TODAY - timedelta(weeks=8)


def test_it_begins_on_the_day_after_twice_the_cadence():
    assert silence(called(LAST)) is None
    found = silence(called(LAST), today=TODAY + timedelta(days=1))
    assert (found.days, found.since.day, found.cadence.number) == (57, LAST, 4)


def test_without_a_touch_it_counts_from_when_we_know_the_person():
    found = silence(since="2026-01-01")
    assert (found.since.source, found.since.day) == ("person since", date(2026, 1, 1))


def test_a_person_whom_we_know_since_no_day_is_not_silent():
    assert silence(since=None) is None


def test_months_are_doubled_as_months():
    assert silence(called(date(2026, 9, 25)), cadence="1m") is None
    assert silence(called(date(2026, 9, 24)), cadence="1m").days == 62


@pytest.mark.parametrize("person", [{"role": "user"}, {"left": "2026-01-01"}, {"cadence": "never"}])
def test_people_who_are_not_key_who_left_or_are_not_called_are_not_silent(person):
    assert silence(**person) is None


@pytest.mark.parametrize("status", ["dormant", "former"])
def test_a_client_that_rests_is_not_silent(status):
    assert silence(fields={"status": status}) is None


def test_a_breathing_period_is_no_silence_until_it_ends():
    repair = {"began": "2026-11-01", "step": "breathe", "until": "2026-12-01"}
    fields = {"status": "damaged", "repair": repair}
    assert silence(fields=fields) is None
    assert silence(fields=fields, today=date(2026, 12, 2)) is not None


def test_a_snooze_holds_on_its_last_day_and_not_after():
    snooze = {"date": "2026-03-01", "snooze": TODAY.isoformat()}
    assert silence(snooze) is None
    assert silence(snooze, today=TODAY + timedelta(days=1)) is not None


def champions(*lines, **person):
    """The silence of Raj, who is a mentor and decides nothing, unless told otherwise."""
    who = jane(**{"stance": "mentor", "cadence": "4w", **person})
    of = plan(roles={"jane": who})
    return champions_silence("jane", of, touches(*lines), SETTINGS, TODAY)


@pytest.mark.parametrize("stance", ["mentor", "supporter"])
def test_whoever_speaks_for_us_is_silent_after_twice_their_cadence(stance):
    assert champions(called(LAST), stance=stance) is None
    assert champions(called(LAST - timedelta(days=1)), stance=stance).days == 57


@pytest.mark.parametrize(
    "person",
    [
        {"stance": "neutral"},
        {"stance": None},
        {"role": "approver"},
        {"influence": "high"},
        {"left": "2026-01-01"},
        {"cadence": "never"},
    ],
)
def test_others_key_people_and_those_who_rest_are_no_silent_champions(person):
    assert champions(**person) is None


def test_three_tries_that_nobody_answered_are_no_silence_of_ours():
    tries = [called(TODAY - timedelta(days=days), answered="false") for days in (20, 13, 6)]
    assert silence(*tries[:2]) is not None
    assert silence(*tries) is None
