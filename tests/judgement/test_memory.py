"""Judgements that are kept: the same as fresh ones, and never those of another judge."""

import pytest

from relplan.files import cache
from relplan.judgement import Initiative, judge_many, judging, memory
from relplan.judgement.memory import judge_all

WALK = Initiative("Walk the night shift at their plant for a day, unpaid")
SELL = Initiative("Present our full service range to procurement")


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """How many initiatives each call of the judge was given; the cache is empty at first."""
    monkeypatch.setenv("RELPLAN_CACHE", str(tmp_path / "cache"))
    calls = []

    def counted(initiatives, words=None):
        given = list(initiatives)
        calls.append(len(given))
        return judge_many(given, words=words)

    monkeypatch.setattr(judging, "judge_many", counted)
    return calls


def test_a_kept_answer_equals_the_fresh_one(asked):
    fresh = judge_all([WALK, SELL])
    assert judge_all([WALK, SELL]) == fresh == judge_many([WALK, SELL])
    assert asked == [2]


@pytest.mark.usefixtures("asked")
def test_answers_keep_the_order_of_the_questions():
    first, second = judge_all([WALK, SELL])
    assert judge_all([SELL, WALK]) == [second, first]


def test_only_what_is_new_is_judged(asked):
    judge_all([WALK])
    judge_all([WALK, SELL])
    assert asked == [1, 1]


def test_the_same_words_twice_are_judged_once(asked):
    one, other = judge_all([WALK, WALK])
    assert one == other
    assert asked == [1]


def test_another_field_is_another_initiative(asked):
    judge_all([WALK])
    judge_all([Initiative(WALK.what, invests="a day of Ben")])
    assert asked == [1, 1]


def test_another_version_of_the_judge_judges_anew(asked, monkeypatch):
    judge_all([WALK])
    monkeypatch.setattr(memory, "engine_version", lambda: "another")
    judge_all([WALK])
    assert asked == [1, 1]


def test_other_words_of_the_team_judge_anew(asked):
    plain = judge_all([WALK])
    sold = judge_all([WALK], {"sales": ["night shift"]})
    assert asked == [1, 1]
    assert (plain, sold) == (judge_all([WALK]), judge_all([WALK], {"sales": ["night shift"]}))
    assert asked == [1, 1]


def test_who_is_not_to_remember_touches_no_file(asked, tmp_path):
    assert judge_all([WALK], remember=False) == judge_many([WALK])
    assert asked == [1]
    assert not (tmp_path / "cache").exists()


def test_who_is_not_to_remember_does_not_ask_what_is_kept(asked):
    judge_all([WALK])
    judge_all([WALK], remember=False)
    assert asked == [1, 1]


@pytest.mark.parametrize("torn", [None, 7, [], ["sales"], ["sales", 1, 1, 1, 1, [[1]], None]])
def test_what_was_kept_and_is_no_judgement_is_judged_anew(asked, torn):
    fresh = judge_all([WALK])
    kept = cache.load("judgements", memory.engine_version())
    cache.store("judgements", memory.engine_version(), dict.fromkeys(kept, torn))
    assert judge_all([WALK]) == fresh
    assert asked == [1, 1]


def test_the_oldest_are_let_go(asked, monkeypatch):
    monkeypatch.setattr(memory, "_MOST", 1)
    judge_all([WALK, SELL])
    assert len(cache.load("judgements", memory.engine_version())) == 1
    judge_all([SELL])
    assert asked == [2]


def test_nothing_asked_is_nothing_judged(asked, tmp_path):
    assert judge_all([]) == []
    assert asked == []
    assert not (tmp_path / "cache").exists()
