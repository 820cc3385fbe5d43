"""Pieces of messages that rules share."""

from datetime import date

import pytest

from relplan.judgement.result import Evidence, Judgement
from relplan.rules.words import ago, because, count, quoted, repeats_paid_work

TODAY = date(2026, 11, 25)


def test_words_are_quoted_on_one_line():
    assert quoted("  A day\n  at the plant ") == '"A day at the plant"'


def test_long_words_are_cut_between_words():
    text = quoted("word " * 40)
    assert text.endswith('word …"')
    assert len(text) <= 64


def test_sixty_signs_are_not_cut():
    assert quoted("x" * 60) == f'"{"x" * 60}"'
    assert quoted("x" * 61) == f'"{"x" * 60} …"'


def judged(*evidence):
    spans = tuple(Evidence(field, 0, 1, "x", reason) for field, reason in evidence)
    return Judgement("sales", False, False, False, True, spans, None)


def test_reasons_are_named_once_and_two_at_most():
    said = judged(("what", "one"), ("what", "one"), ("what", "two"), ("what", "three"))
    assert because(said) == " (one; two)"


def test_reasons_from_other_fields_are_named_where_the_line_itself_gives_none():
    assert because(judged(("invests", "one"), ("what", "two"))) == " (two)"
    assert because(judged(("invests", "one"))) == " (one)"
    assert because(judged()) == ""


def test_only_a_line_of_current_work_repeats_paid_work():
    assert repeats_paid_work(judged(("what", "one"), ("what", "it repeats paid work: 'Audit'")))
    assert not repeats_paid_work(judged(("what", "one")))


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [(1, ("day",), "1 day"), (0, ("day",), "0 days"), (1200, ("day",), "1,200 days"),
     (2, ("person", "people"), "2 people"), (1, ("person", "people"), "1 person")],
)  # fmt: skip
def test_a_number_has_its_word(number, words, said):
    assert count(number, *words) == said


def test_a_past_day_has_its_distance():
    assert ago(date(2026, 10, 12), TODAY).endswith("12 Oct, 44 days ago")
    assert ago(date(2026, 11, 24), TODAY).endswith(", 1 day ago")
