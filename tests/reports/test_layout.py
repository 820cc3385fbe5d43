from hypothesis import given
from hypothesis import strategies as st

from relplan.reports.layout import pad, table, width, wrap


def test_wide_characters_take_two_columns_and_combining_ones_none():
    assert width("渡辺") == 4
    assert width("e\u0301") == 1


def test_columns_line_up_behind_wide_names():
    first, second = table([["渡辺 健", "x"], ["Bo", "y"]])
    assert width(first[: first.index("x")]) == width(second[: second.index("y")])


def test_the_last_column_wraps_below_itself():
    lines = table([["a", "one two three four five six"]], columns=20)
    assert lines[0].startswith("a  one two")
    assert all(line.startswith("   ") and width(line) <= 20 for line in lines[1:])


def test_without_columns_nothing_is_wrapped():
    assert table([["a", "word " * 80 + "end"]]) == ["a  " + "word " * 80 + "end"]


def test_headers_stand_above_their_columns():
    assert table([["x", "y"]], headers=["Name", "Due"]) == ["Name  Due", "x     y"]


def test_an_empty_table_has_no_lines():
    assert table([]) == []


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_wrapping_loses_no_word(text, columns):
    assert " ".join(wrap(text, columns)).split() == text.split()


@given(st.text(), st.integers(min_value=0, max_value=60))
def test_padding_never_cuts(text, columns):
    assert pad(text, columns).startswith(text)
    assert width(pad(text, columns)) >= columns
