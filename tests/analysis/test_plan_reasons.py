from datetime import date

import pytest
from scenes import book, log, plan

from relplan.analysis.plan_reasons import (
    of_initiatives,
    of_pitches,
    of_review,
    of_steps,
)
from relplan.analysis.working_days import WorkingDays
from relplan.model.durations import duration
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings

SETTINGS = Settings.model_validate({"firm": "Hartwell", "review": "quarterly"})


def initiatives(days=None, **fields):
    initiative = {"what": "Close clinic", "by": "2026-11-28", "owner": "ben", **fields}
    of = plan(
        roles={"jane": "Jane", "raj": "Raj"},
        goals={"g": {"goal": "x", "initiatives": {"clinic": initiative}}},
    )
    return list(of_initiatives(of, log(days=days)))


@pytest.mark.parametrize(
    ("status", "listed"), [("planned", 1), ("doing", 1), ("done", 0), ("dropped", 0)]
)
def test_only_what_is_still_to_be_done_is_due(status, listed):
    assert len(initiatives(status=status)) == listed


def test_an_initiative_without_a_date_is_never_due():
    assert initiatives(by="null") == []


def test_an_initiative_is_its_owners_else_the_plans():
    assert [initiatives()[0].owner, initiatives(owner="amara")[0].owner] == ["ben", "amara"]
    bare = plan(goals={"g": {"goal": "x", "initiatives": {"i": {"what": "y", "by": "2026-11-28"}}}})
    assert next(of_initiatives(bare, log())).owner == "amara"


def test_an_initiative_for_one_person_stands_beside_their_name():
    assert initiatives(**{"for": "raj"})[0].person == "raj"
    assert initiatives(**{"for": ["raj", "jane"]})[0].person is None
    assert initiatives(**{"for": "nobody-known"})[0].person is None


def test_an_initiative_on_a_saturday_moves_and_says_so():
    (found,) = initiatives(days=WorkingDays())
    assert found.reason.due == date(2026, 11, 30)
    assert found.reason.moved_from == date(2026, 11, 28)
    assert found.reason.why == "by 28 Nov: Close clinic; moved from Sat 28 Nov"


# Reviews


def review(since=None, **fields):
    of = plan(review=fields, **({"since": since} if since else {}))
    found = list(of_review(of, SETTINGS, log()))
    return (found[0].reason.due.isoformat(), found[0].reason.why) if found else None


def test_the_next_review_is_due_on_its_date():
    assert review(next="2027-01-12") == ("2027-01-12", "review; none held yet")


def test_a_held_review_is_named():
    assert review(next="2027-01-12", held={"2026-10-07": {}})[1] == "review; last held on 7 Oct"


def test_without_a_date_the_rhythm_counts_from_the_last_review_and_says_so():
    assert review(held={"2026-08-31": {}, "2026-05-31": {}}) == (
        "2026-11-30",
        "review every 3m; last held on 31 Aug, no `next` set",
    )


def test_the_plans_own_rhythm_wins():
    assert review(every="monthly", held={"2026-10-31": {}})[0] == "2026-11-30"


@pytest.mark.parametrize("held", ["2026-10-12", "2026-10-20"])
def test_a_date_that_was_held_is_past_and_the_rhythm_goes_on(held):
    assert review(next="2026-10-12", held={held: {}})[0] == held.replace("-10-", "-01-").replace(
        "2026", "2027"
    )


def test_a_review_that_was_not_held_stays_due():
    assert review(next="2026-10-12", held={"2026-07-12": {}})[0] == "2026-10-12"


def test_without_a_review_the_first_counts_from_since_and_else_there_is_none():
    assert review(since="2026-09-01")[0] == "2026-12-01"
    assert review() is None


# Prospects and campaigns


def test_steps_that_are_not_taken_are_due():
    steps = {
        "a": {"what": "Pilot", "by": "2026-12-01"},
        "b": {"what": "Taken", "by": "2026-12-01", "done": "2026-11-01"},
        "c": "Undated",
    }
    of = Prospect.model_validate({"prospect": "Contoso", "owner": "amara", "steps": steps})
    (found,) = of_steps(of, log())
    assert (found.reason.why, found.owner) == ("step by 1 Dec: Pilot", "amara")


def pitches(**fields):
    pitch = {"date": "2026-11-20", "at": "acme", "to": "jane", "by": "ben", **fields}
    of = book(
        {"acme": {"roles": {"jane": "Jane Porter"}}},
        campaigns={"c": {"proposition": "We hold the stock", "pitches": [pitch]}},
    )
    return list(of_pitches(of, "acme", log(days=WorkingDays())))


def test_an_open_pitch_is_asked_after_by_who_made_it():
    (found,) = pitches()
    assert (found.owner, found.person) == ("ben", "jane")
    assert found.reason.due == date(2026, 11, 25)  # Friday, and three working days
    assert found.reason.why == "no answer yet to the pitch of 20 Nov: We hold the stock"


@pytest.mark.parametrize(
    "closed",
    [
        {"outcome": "accepted"},
        {"outcome": "declined"},
        {"outcome": "later"},
        {"at": "swale"},
        {"date": "2026-11-26"},
    ],
)
def test_a_pitch_with_an_answer_elsewhere_or_to_come_is_not_asked_after(closed):
    assert pitches(**closed) == []


def test_the_books_rhythm_is_the_default():
    assert SETTINGS.review == duration("3m")
