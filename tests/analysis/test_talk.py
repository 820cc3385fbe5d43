from datetime import date

import pytest
from scenes import TODAY, jane, plan, touches

from relplan.analysis.talk import about, reach


def said(*lines, today=TODAY, goals=None, who="jane", **fields):
    of = plan(roles={"jane": jane(**fields)}, goals=goals or {})
    return about(of, who, touches(*lines), today)


def test_the_last_note_and_what_was_learned_with_their_day():
    old = {"date": "2026-09-01", "note": "old"}
    new = {"date": "2026-11-03", "note": "Worried", "learned": "Board wants figures"}
    assert said(new, old) == ("3 Nov: Worried", "learned 3 Nov: Board wants figures")


def test_a_bare_touch_does_not_hide_the_last_words():
    assert said({"date": "2026-11-03", "note": "Worried"}, {"date": "2026-11-10"}) == (
        "3 Nov: Worried",
    )


def test_words_of_the_future_and_of_others_are_not_hers():
    assert said({"date": "2026-12-01", "note": "to come"}) == ()
    assert said({"date": "2026-11-01", "note": "his", "with": "raj"}) == ()


def test_open_promises_are_told_and_kept_ones_are_not():
    made = {"date": "2026-11-06", "promise": {"what": "send it", "by": "2026-12-01"}}
    assert said(made) == ("promised: send it (by 1 Dec)",)
    assert said({**made, "with": ["raj", "jane"]}) == ("promised: send it (by 1 Dec)",)
    assert said(made, {"date": "2026-11-07", "kept": "send it"}) == ()
    assert said(made, today=date(2026, 11, 5)) == ()


@pytest.mark.parametrize(
    ("status", "told"), [("planned", True), ("doing", True), ("done", False), ("dropped", False)]
)
def test_open_initiatives_for_this_person_are_told(status, told):
    one = {"what": "Close clinic", "for": ["raj", "jane"], "status": status}
    other = {"what": "Another", "for": "raj"}
    goals = {"g": {"goal": "x", "initiatives": {"a": one, "b": other}}}
    assert said(goals=goals) == (("initiative: Close clinic",) if told else ())


def test_interests_come_last():
    found = said({"date": "2026-11-03", "note": "n"}, interests=["sailing", "chess"])
    assert found == ("3 Nov: n", "cares about sailing", "cares about chess")


@pytest.mark.parametrize("who", [None, "nobody"])
def test_of_a_client_or_a_stranger_there_is_nothing_to_tell(who):
    assert said({"date": "2026-11-03", "note": "n"}, who=who) == ()
    assert reach(plan(roles={"jane": jane(phone="1")}), who) == ()


def test_how_to_reach_them_telephone_first():
    fields = {"email": "j@x.example", "phone": "0113", "notes": "before nine"}
    of = plan(roles={"jane": jane(**fields)})
    assert reach(of, "jane") == ("0113", "j@x.example", "before nine")


def test_what_was_learned_is_kept_in_mind_when_a_later_note_follows():
    found = said(
        {"date": "2026-10-01", "note": "First", "learned": "The board wants figures"},
        {"date": "2026-10-20", "note": "Second"},
    )
    assert found == ("20 Oct: Second", "learned 1 Oct: The board wants figures")
