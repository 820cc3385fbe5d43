import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.files.merge import texts
from relplan.files.merge.doubt import Doubt
from relplan.files.merge.texts import Written


@pytest.mark.parametrize("text", ["", "a\n", "a", "a\r\nb\r\n", "\ufeffa\r\nb", "\n", "a\n\n"])
def test_what_was_taken_down_is_written_down_the_same(text):
    plain, how = texts.taken_down(text)
    assert "\r" not in plain
    assert plain.endswith("\n") or not plain
    assert texts.written_down(plain, how) == text


@pytest.mark.parametrize("text", ["a\r\nb\n", "a\rb", "a\n\rb\n"])
def test_mixed_line_breaks_are_a_doubt(text):
    with pytest.raises(Doubt, match="it has more than one kind of line breaks"):
        texts.taken_down(text)


def test_marks_and_line_breaks_are_ours_and_the_end_is_whoevers_changed_it():
    lf, crlf = Written(False, "\n", True), Written(True, "\r\n", False)
    assert texts.together(lf, lf, crlf) == Written(False, "\n", False)
    assert texts.together(lf, crlf, lf) == Written(True, "\r\n", False)
    assert texts.together(lf, Written(False, "", True), crlf).newline == "\r\n"


def test_lines_are_moved_but_for_blank_ones_and_one_that_begins_elsewhere():
    assert texts.moved("a:\n  b\n\n c\n", 2, first=True) == "  a:\n    b\n\n   c\n"
    assert texts.moved("a:\n    b\n  c\nd\n", -2, first=False) == "a:\n  b\nc\nd\n"


@given(lines=st.lists(st.text("ab #", max_size=5)), by=st.integers(0, 6))
def test_lines_that_were_moved_out_come_back(lines, by):
    text = "".join(f"{line}\n" for line in lines)
    assert texts.moved(texts.moved(text, by, first=True), -by, first=True) == text
