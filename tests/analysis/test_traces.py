"""Decisions that left a trace, and those that did not."""

from datetime import date

import pytest
from scenes import TODAY, book, plan, touches

from relplan.analysis.traces import Trace, forgotten, last_held, stems, trace

WORDS = "Send the Leeds benchmark to every director"


def decided(*decisions, day="2026-10-07", **fields):
    return plan(review={"held": {day: {"decided": list(decisions)}}}, **fields)


def late(**fields):
    return {"what": WORDS, "by": "2026-10-30", **fields}


def found(of, *lines):
    return [(one.at, one.by) for one in forgotten(of, touches(*lines), TODAY)]


def test_telling_words_are_long_enough_and_told_by_their_beginnings():
    assert stems("Send the Leeds benchmarks to every director") == {
        "send",
        "leeds",
        "bench",
        "direc",
    }
    assert stems("It is to be done by then, or not") == frozenset()
    assert stems("資料を送る") == frozenset()


def test_a_decision_without_a_trace_is_given_with_its_place():
    of = decided("Start at once", late(), late(by="2026-11-25"), late(by="2026-11-24"))
    assert found(of) == [(1, date(2026, 10, 30)), (3, date(2026, 11, 24))]


@pytest.mark.parametrize(
    "line",
    [
        {"note": "The benchmark went to the directors"},
        {"learned": "No director reads a benchmark"},
        {"kept": "the benchmark for Leeds"},
        {"promise": {"what": "benchmark for Leeds", "by": "2026-12-01"}},
    ],
)
def test_a_later_line_is_a_trace_wherever_it_says_so(line):
    assert found(decided(late()), {"date": "2026-10-07", **line}) == []
    assert found(decided(late()), {"date": "2026-10-06", **line}) != []
    assert found(decided(late()), {"date": "2026-12-01", **line}) != []
    assert found(decided(late()), {"date": "2026-12-01", "planned": "true", **line}) == []


def test_an_initiative_a_step_and_homework_are_traces():
    goals = {"g": {"goal": "They call us", "initiatives": {"i": "Compare Leeds by benchmark"}}}
    assert found(decided(late(), goals=goals)) == []
    review = {"held": {"2026-10-07": {"decided": [late()]}}}
    shape = {"prospect": "Contoso", "review": review}
    for more in (
        {"steps": {"s": {"what": "They see the Leeds benchmark"}}},
        {"homework": {"h": {"learned": "Leeds has a benchmark", "from": "interview"}}},
    ):
        of = book(prospects={"c": {**shape, **more}}).prospects["c"]
        assert list(forgotten(of, (), TODAY)) == []
    assert list(forgotten(book(prospects={"c": shape}).prospects["c"], (), TODAY)) != []


def test_only_the_last_review_that_took_place_is_asked():
    review = {"held": {"2026-07-01": {"decided": [late(by="2026-07-10")]}, "2026-10-07": {}}}
    assert found(plan(review=review)) == []
    assert last_held(plan(review=review).review, TODAY) == date(2026, 10, 7)
    assert last_held(plan(review=review).review, date(2026, 9, 1)) == date(2026, 7, 1)
    assert last_held(plan().review, TODAY) is None


def test_of_words_that_tell_nothing_nothing_is_said():
    assert found(decided(late(what="Do it all again"))) == []


HELD = date(2026, 10, 7)


def heard(words, of, *lines):
    return trace(words, of, touches(*lines), HELD, TODAY)


def test_the_newest_line_after_the_review_is_what_became_of_a_decision():
    lines = [
        {"date": "2026-10-07", "note": "Leeds wants the benchmark"},
        {"date": "2026-10-20", "note": "Benchmark sent to Leeds"},
        {"date": "2026-11-10", "learned": "No director reads a benchmark"},
        {"date": "2026-11-12", "note": "Lunch at Leeds"},
        {"date": "2026-12-12", "note": "The benchmark for Leeds again"},
    ]
    found = heard(WORDS, plan(), *lines)
    assert found == Trace(date(2026, 11, 10), "No director reads a benchmark")
    assert heard("Start at Leeds", plan(), *lines).day == date(2026, 11, 12)


def test_where_no_line_speaks_of_it_an_initiative_may():
    doing = {"clinic": {"what": "A close clinic at each plant", "status": "doing"}}
    of = plan(goals={"g": {"goal": "They call us", "initiatives": doing}})
    assert heard("Start the clinic at the Leeds plant", of) == Trace(None, "clinic", "doing")
    assert heard("Start at the plant", of) is None
    assert heard("Do it", of, {"date": "2026-11-10", "note": "Did it"}) is None
