from datetime import date

import pytest
from scenes import TODAY, acme, touches

from relplan.analysis.promises import (
    keeps_nothing,
    meant,
    owed,
    promises,
    still_open,
)

MADE = {"date": "2026-11-06", "promise": {"what": "send the benchmark", "by": "2026-11-20"}}


def kept(date_, words="send the benchmark", **more):
    return {"date": date_, "kept": words, **more}


def opens(*lines, today=TODAY):
    return [one.is_open(today) for one in promises(touches(*lines))]


def test_a_promise_is_open_until_it_is_kept():
    assert opens(MADE) == [True]
    assert opens(MADE, kept("2026-11-18")) == [False]


def test_a_promise_kept_late_is_kept():
    assert opens(MADE, kept("2026-11-24")) == [False]


def test_a_promise_stays_open_until_the_day_on_which_it_was_kept():
    lines = [MADE, kept("2026-11-18")]
    assert opens(*lines, today=date(2026, 11, 17)) == [True]
    assert opens(*lines, today=date(2026, 11, 18)) == [False]


@pytest.mark.parametrize(
    "words",
    ["Send the Benchmark", "send the benchmark.", " send  the benchmark", "send-the-benchmark!"],
)
def test_case_spaces_and_punctuation_do_not_matter(words):
    assert opens(MADE, kept("2026-11-18", words)) == [False]


def test_composed_and_decomposed_letters_are_one_word():
    made = {"date": "2026-11-06", "promise": {"what": "menu du caf\u00e9", "by": "2026-11-20"}}
    assert opens(made, kept("2026-11-18", "Menu du cafe\u0301")) == [False]


@pytest.mark.parametrize("words", ["send the benchmarks", "benchmark", "send the benchmark to raj"])
def test_other_words_keep_nothing(words):
    assert opens(MADE, kept("2026-11-18", words)) == [True]


def test_what_was_kept_before_it_was_promised_does_not_count():
    assert opens(MADE, kept("2026-11-05")) == [True]


def test_on_the_day_itself_it_counts_in_whatever_order_the_lines_stand():
    assert opens(kept("2026-11-06"), MADE) == [False]


@pytest.mark.parametrize("not_done", [{"planned": True}, {"cancelled": True}, {"answered": False}])
def test_what_did_not_happen_keeps_nothing(not_done):
    assert opens(MADE, kept("2026-11-18", **not_done)) == [True]


@pytest.mark.parametrize("not_done", [{"planned": True}, {"cancelled": True}])
def test_what_did_not_happen_promises_nothing(not_done):
    assert promises(touches({**MADE, **not_done})) == []


def test_a_promise_left_on_a_voice_box_is_a_promise():
    assert opens({**MADE, "answered": False}) == [True]


def test_one_line_keeps_one_promise_and_the_oldest_first():
    again = {"date": "2026-11-10", "promise": {"what": "send the benchmark", "by": "2026-12-01"}}
    found = promises(touches(again, MADE, kept("2026-11-18")))
    assert [one.by.day for one in found] == [20, 1]
    assert [one.kept is not None for one in found] == [True, False]


def test_the_same_promise_to_two_people_is_kept_to_the_one_who_got_it():
    raj = {**MADE, "with": "raj", "promise": {"what": "send the benchmark", "by": "2026-12-01"}}
    found = promises(touches(MADE, raj, kept("2026-11-18", **{"with": "raj"})))
    assert [(one.touch.people[0], one.kept is not None) for one in found] == [
        ("jane", False),
        ("raj", True),
    ]


def test_a_promise_may_be_kept_through_somebody_else():
    assert opens(MADE, kept("2026-11-18", **{"with": "raj"})) == [False]


def test_a_line_that_keeps_nothing_is_told_apart_even_from_its_twin():
    lines = touches(MADE, kept("2026-11-18"), kept("2026-11-18"), kept("2026-11-18", "the moon"))
    assert [one.kept for one in keeps_nothing(lines)] == ["send the benchmark", "the moon"]


def open_words(*lines):
    return [one.what for one in still_open(touches(*lines), TODAY)]


def test_a_promise_of_a_day_to_come_is_not_open_yet():
    to_come = {**MADE, "date": "2027-01-11", "promise": {"what": "call", "by": "2027-02-01"}}
    assert open_words(MADE, to_come) == ["send the benchmark"]


def test_a_struck_promise_is_not_open():
    assert open_words(MADE) == ["send the benchmark"]
    assert open_words(MADE, {"date": "2026-11-07", "void": "2026-11-06 jane"}) == []


def test_a_promise_is_meant_by_its_words_or_a_part_and_its_whole_words_go_first():
    other = {"date": "2026-11-06", "promise": {"what": "send the benchmark again", "by": TODAY}}
    waiting = still_open(touches(MADE, other), TODAY)
    assert [one.what for one in meant(waiting, "Send the Benchmark.")] == ["send the benchmark"]
    assert len(meant(waiting, "benchmark")) == len(meant(waiting, "")) == 2
    assert meant(waiting, "cake") == []


def test_what_is_owed_comes_with_names_and_oldest_due_first():
    book = acme({}, MADE, {**MADE, "promise": {"what": "ring", "by": "2026-11-10"}})
    found = owed(book, TODAY)
    assert [(one.client_name, one.people, one.given.what) for one in found] == [
        ("Acme", ("Jane Porter",), "ring"),
        ("Acme", ("Jane Porter",), "send the benchmark"),
    ]
    assert owed(book, TODAY, "other") == []


def taken(date_, by="ben", people="jane", words="send the benchmark"):
    return {"date": date_, "by": by, "with": people, "taken_over": words}


def keepers(*lines):
    return [(one.owner, one.people) for one in promises(touches(*lines))]


def test_a_promise_belongs_to_whoever_gave_it_until_another_takes_it_over():
    assert keepers(MADE) == [("amara", ("jane",))]
    assert keepers(MADE, taken("2026-11-10")) == [("ben", ("jane",))]
    assert keepers(MADE, taken("2026-11-10", people="raj", words="Send the benchmark!")) == [
        ("ben", ("raj",))
    ]
    assert keepers(MADE, taken("2026-11-12", "amara"), taken("2026-11-10")) == [
        ("amara", ("jane",))
    ]
    assert keepers(MADE, taken("2026-11-10"), taken("2026-11-10", "amara")) == [
        ("amara", ("jane",))
    ]


def test_what_was_taken_over_before_the_promise_or_after_it_was_kept_is_not_it():
    assert keepers(taken("2026-11-01"), MADE) == [("amara", ("jane",))]
    assert keepers(MADE, kept("2026-11-08"), taken("2026-11-10")) == [("amara", ("jane",))]


def test_a_line_that_takes_over_is_no_touch_and_keeps_nothing():
    (_, line) = touches(MADE, taken("2026-11-10"))
    assert not line.counts
    assert opens(MADE, taken("2026-11-10")) == [True]
    assert keeps_nothing(touches(MADE, taken("2026-11-10"))) == []
    assert len(keeps_nothing(touches(MADE, taken("2026-11-10", words="other")))) == 1


def test_what_is_owed_is_asked_by_member_and_by_person():
    lines = touches(
        MADE,
        {**MADE, "with": "raj", "promise": {"what": "call", "by": "2026-11-30"}},
        taken("2026-11-10"),
    )
    assert [one.what for one in still_open(lines, TODAY)] == ["send the benchmark", "call"]
    assert [one.what for one in still_open(lines, TODAY, by="ben")] == ["send the benchmark"]
    assert [one.what for one in still_open(lines, TODAY, to="raj")] == ["call"]
    assert still_open(touches(MADE, kept("2026-11-18")), TODAY) == []
