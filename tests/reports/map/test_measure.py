import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.reports.map.measure import lines_of, width_of


def test_wide_letters_take_more_room_than_narrow_ones():
    assert width_of("ill", 10) < width_of("abc", 10) < width_of("WWW", 10)
    assert width_of("渡辺", 10) > 20
    assert width_of("e\u0301", 10) == width_of("e", 10)


def test_bold_is_wider():
    assert width_of("Jane", 13, bold=True) > width_of("Jane", 13)


@given(st.text(max_size=200), st.integers(40, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text, room, most):
    lines = lines_of(text, room, most, 13, bold=True)
    assert len(lines) <= most
    assert all(width_of(line, 13, bold=True) <= room for line in lines)


def test_what_has_no_room_is_shown_to_be_missing():
    assert lines_of("one two three", 40, 1, 11) == ["one…"]
    assert lines_of("one two", 400, 1, 11) == ["one two"]


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_takes_no_line(text):
    assert lines_of(text, 100, 2, 11) == []
