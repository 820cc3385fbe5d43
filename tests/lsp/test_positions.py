"""Places as an editor counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.lsp.positions import Ruler

TEXT = "a: é\r\nb: 🎻x\rc: \u2028d\n"


def test_columns_count_utf16_code_units():
    ruler = Ruler(TEXT)
    assert ruler.position(TEXT.index("x")) == (1, 5)
    assert ruler.offset((1, 5)) == TEXT.index("x")


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 7), ("utf-16", 5), ("utf-32", 4)])
def test_columns_count_what_was_agreed_upon(encoding, column):
    ruler = Ruler(TEXT, encoding)
    assert ruler.position(TEXT.index("x")) == (1, column)
    assert ruler.offset((1, column)) == TEXT.index("x")


def test_lines_break_where_an_editor_breaks_them():
    assert Ruler(TEXT).position(TEXT.index("d")) == (2, 4)


def test_half_a_character_is_its_beginning():
    assert Ruler(TEXT).offset((1, 4)) == TEXT.index("🎻")


def test_a_place_behind_the_line_or_the_text_is_its_end():
    assert Ruler(TEXT).offset((0, 99)) == TEXT.index("\r")
    assert Ruler(TEXT).offset((99, 0)) == len(TEXT)
    assert Ruler(TEXT).position(999) == (3, 0)


def test_a_byte_order_mark_is_counted_on_the_first_line_only():
    ruler = Ruler("\ufeffa: b\nc: d")
    assert ruler.position(3) == (0, 4)
    assert ruler.offset((0, 4)) == 3
    assert ruler.position(5) == (1, 0)


@given(st.text(st.sampled_from("a🎻é\r\n \u0085\u2028\ufeff"), max_size=30))
def test_every_offset_comes_back(text):
    plain = text.removeprefix("\ufeff")
    ruler = Ruler(text)
    for offset in range(len(plain) + 1):
        if plain[offset - 1 : offset + 1] != "\r\n" and plain[offset - 1 : offset] != "\r":
            assert ruler.offset(ruler.position(offset)) == offset
