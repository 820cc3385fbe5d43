"""Texts that an unquoted comma has split."""

import pytest

from relplan.files.document import document_of
from relplan.files.split import split_text


def split(text, *loc):
    document, found = document_of("a.yaml", text.encode())
    assert not found
    return split_text(document, loc)


def test_the_whole_text_is_shown_in_quotes():
    found = split("{note: worried, my own fault}\n", "my own fault")
    assert found.first
    assert found.message.endswith('put quotes around all of it: note: "worried, my own fault"')


def test_the_first_of_several_pieces_speaks_for_all():
    text = "{note: one, two, three}\n"
    first, second = split(text, "two"), split(text, "three")
    assert (first.first, second.first) == (True, False)
    assert first.message == second.message
    assert '"one, two, three"' in first.message


def test_what_follows_with_a_value_is_no_part_of_the_text():
    assert split("{note: one, two, by: x}\n", "two").message.endswith('note: "one, two"')


def test_a_text_with_quotes_in_it_is_put_into_the_other_quotes():
    assert split('{note: the "Big, one}\n', "one").message.endswith("note: 'the \"Big, one'")


def test_a_long_text_is_cut():
    assert split(f"{{note: {'long ' * 30}, end}}\n", "end").message.endswith('…"')


def test_a_text_over_two_lines_is_shown_on_one():
    assert '"one, two words"' in split("{note: one, two\n  words}\n", "two words").message


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("note: one\ntwo:\n", "two"),
        ("{note: 'one', two}\n", "two"),
        ("{one, note: two}\n", "one"),
        ("{note: [a], two}\n", "two"),
        ("{note: one, two: ''}\n", "two"),
        ("{note: one, two: x}\n", "two"),
    ],
)
def test_what_no_comma_has_split_is_left_alone(text, key):
    assert split(text, key) is None


def test_a_group_inside_a_list_is_found():
    assert split("- {note: one, two}\n", 0, "two").first
