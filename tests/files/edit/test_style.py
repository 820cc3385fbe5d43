import pytest

from relplan.files.edit.outline import find, outline
from relplan.files.edit.style import key_quotes, separator, style_of


def style(text, path=()):
    """The style of a new entry in the collection at a path."""
    made = outline(text)
    chain = find(made, path)
    return style_of(made, chain, chain[-1])


@pytest.mark.parametrize(
    ("text", "step", "offset"),
    [
        ("a:\n    b: 1\nc:\n- d\n", 4, 0),
        ("a:\n  b: 1\nc:\n    - d\n", 2, 4),
        ("a: 1\n", 2, 2),
        ("x:\n   y:\n      z: 1\n", 3, 2),
    ],
)
def test_indentation_follows(text, step, offset):
    assert style(text)[1:3] == (step, offset)


def test_the_space_behind_a_dash_follows():
    assert style("-   a\n- b\n").gap == "   "


@pytest.mark.parametrize(
    ("text", "quotes", "spare"),
    [
        ("a: x\nb: 'y'\n", "", "'"),
        ("a: 'x'\nb: 'z'\n", "'", "'"),
        ('a: "x"\nb: 4\n', '"', '"'),
        ("a: x\n", "", ""),
        ('{"a": 1}\n', '"', '"'),
    ],
)
def test_quotes_follow(text, quotes, spare):
    assert style(text)[4:6] == (quotes, spare)


def test_brackets_follow_the_last_neighbour_that_is_a_collection():
    assert style("a: {b: 1}\nc: x\n").flow
    assert not style("a: {b: 1}\nc:\n  d: 1\n").flow


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("a:   x\nbb:  y\n", ":   "),
        ("a  : x\nbb : y\n", "  : "),
        ("a: x\nbb: y\n", ": "),
        ("a:   x\n", ": "),
    ],
)
def test_values_are_aligned_where_all_the_others_are(text, between):
    assert separator(text, find(outline(text), [])[0], "c") == between


def test_keys_are_quoted_where_all_the_others_are():
    assert key_quotes(find(outline("'a': 1\n'b': 2\n"), [])[0]) == "'"
    assert key_quotes(find(outline("'a': 1\nb: 2\n"), [])[0]) == ""
