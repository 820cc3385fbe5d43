"""Logical lines: what is folded is joined, and every line keeps the number at which it begins."""

from hypothesis import given
from hypothesis import strategies as st

from relplan.files.contacts.lines import logical_lines


def lines(text):
    return [tuple(one) for one in logical_lines(text)]


def test_folded_lines_are_joined_whatever_ends_them():
    text = "FN:Jane\r\n  Porter\nTITLE:C\n\tFO\rNOTE:x\n"
    assert lines(text) == [("FN:Jane Porter", 1), ("TITLE:CFO", 3), ("NOTE:x", 5)]


def test_soft_breaks_of_quoted_printable_are_joined_as_outlook_writes_them():
    text = "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\ntwo=\nthree\nEND:VCARD\n"
    assert lines(text) == [
        ("NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwothree", 1),
        ("END:VCARD", 4),
    ]


def test_a_soft_break_never_swallows_the_end_of_a_card():
    text = "NOTE;QUOTED-PRINTABLE:one=\nEND:VCARD\n"
    assert lines(text) == [("NOTE;QUOTED-PRINTABLE:one", 1), ("END:VCARD", 2)]


def test_an_equals_sign_at_the_end_of_another_line_is_a_letter():
    assert lines("NOTE:a=\nFN:b") == [("NOTE:a=", 1), ("FN:b", 2)]


def test_a_photo_whose_lines_are_not_indented_is_one_line():
    text = "PHOTO;ENCODING=BASE64:AAAA\nBBBBBBBBBBBBBBBBBBBB\nCC==\n\nFN:x"
    assert lines(text) == [("PHOTO;ENCODING=BASE64:AAAABBBBBBBBBBBBBBBBBBBBCC==", 1), ("FN:x", 5)]


def test_a_line_that_is_folded_to_the_end_of_the_file_ends_there():
    assert lines("NOTE:x\n" + " y\n" * 3) == [("NOTE:xyyy", 1)]


@given(st.text(alphabet='A:;=\n\r\t B"', max_size=200))
def test_any_text_gives_lines_in_order(text):
    numbers = [number for _, number in lines(text)]
    assert numbers == sorted(set(numbers))
