import re
from typing import get_args

from relplan.model import choices

LISTS = {
    name: get_args(value)
    for name, value in vars(choices).items()
    if name[:1].isupper() and get_args(value)
}


def malformed(lists):
    return [
        f"{name}: {word}"
        for name, words in lists.items()
        for word in words
        if not (re.fullmatch(r"[a-z]+(-[a-z]+)*", word) or name == "Priority")
    ] + [name for name, words in lists.items() if len(set(words)) != len(words)]


def test_every_word_is_one_that_needs_no_quotes_and_stands_once():
    assert len(LISTS) > 10
    assert malformed(LISTS) == []


def test_a_word_that_needs_quotes_or_stands_twice_is_noticed():
    lists = {"A": ("Yes", "trusted adviser"), "B": ("x", "x")}
    assert malformed(lists) == ["A: Yes", "A: trusted adviser", "B"]


def test_no_word_is_taken_for_something_else_than_text():
    typed = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
    assert not {word for words in LISTS.values() for word in words} & typed


def test_ordered_lists_hold_exactly_the_words_of_their_choice():
    assert get_args(choices.Tie) == choices.TIES
    assert get_args(choices.Influence) == choices.INFLUENCES
    assert get_args(choices.Priority) == choices.PRIORITIES


def test_the_word_that_was_meant_is_offered_else_all_of_them():
    assert choices.not_one_of("a", "ABC") == (
        "`a` is not one of the words for this; did you mean A? (A, B or C)"
    )
    assert choices.not_one_of("zed", ["met", "told"]) == (
        "`zed` is not one of the words for this; write met or told"
    )


def test_a_choice_is_listed_as_it_is_said():
    assert [choices.listed("abc"[:n]) for n in (1, 2, 3)] == ["a", "a or b", "a, b or c"]
