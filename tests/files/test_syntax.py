"""Why a text is not YAML: the place that is named, and merges that were left unfinished."""

import pytest

from relplan.files.parse import parse
from relplan.files.syntax import conflict
from relplan.files.tree import Lines

BOTH = "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> other\n"


def place(text):
    _, (one,) = parse(text)
    assert one.name == "yaml-syntax"
    return Lines(text).place(one.offset), one.message


def test_a_merge_is_found_at_its_first_marker():
    found = conflict(BOTH)
    assert (found.offset, found.name) == (5, "merge-conflict")


def test_of_several_merges_the_first_is_named():
    assert conflict(BOTH + BOTH).offset == 5


@pytest.mark.parametrize(
    "text",
    ["", "a: b\n", "notes: <<<<<<< here\n", "<<<<<<< alone\n", "<<<<<<<<\n=======\n",
     "  <<<<<<< a\n  =======\n", "=======\n>>>>>>> b\n"],
)  # fmt: skip
def test_signs_that_are_no_markers_are_no_merge(text):
    assert conflict(text) is None


def test_a_marker_needs_no_word_behind_it():
    assert conflict("<<<<<<<\na: b\n=======\n") is not None


def test_a_tab_is_named_at_the_tab_itself():
    where, message = place("a:\n  b: c\n  \td: e\n")
    assert where == (3, 3)
    assert "tab" in message


def test_a_text_that_is_never_closed_is_named_where_it_opens():
    where, _ = place('a: b\nc: "open\nd: e\nf: g\n')
    assert where[0] == 2


def test_a_bracket_that_is_never_closed_is_named_where_it_opens():
    where, _ = place("a: b\nc: [x, y\nd: e\n")
    assert where[0] == 2


@pytest.mark.parametrize("sign", ["\x01", "\x07", "\x1b", "\x7f"])
def test_a_control_character_is_named_by_its_number_at_its_place(sign):
    where, message = place(f"é: ü\nb: x{sign}y\n")
    assert where == (2, 5)
    assert f"{ord(sign):#04x}" in message


def test_a_colon_inside_a_text_is_answered_with_the_text_in_quotes():
    where, message = place("a: b\nnote: Re: the audit\n")
    assert where[0] == 2
    assert 'note: "Re: the audit"' in message


def test_quotes_inside_a_text_are_put_into_the_other_quotes():
    _, message = place('note: he said: "no"\n')
    assert "'he said: \"no\"'" in message
