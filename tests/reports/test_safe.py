import sys

import pytest

from relplan.reports.safe import safe


@pytest.mark.parametrize("text", ["", "plain", "Zoë Łukasz 李明 🎉", "a|b *c* [d] {e} \\x1b"])
def test_harmless_text_stays_as_it_is(text):
    assert safe(text) == text


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("a\x00b\x08c\x7f", "a\\x00b\\x08c\\x7f"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("zero\u200bwidth\u00ad\ufeff", "zero\\u200bwidth\\xad\\ufeff"),
        ("line\u2028break", "line\\u2028break"),
        ("half\ud800pair", "half\\ud800pair"),
    ],
)
def test_control_escape_bidi_and_invisible_characters_are_shown(foreign, shown):
    assert safe(foreign) == shown


def test_line_breaks_and_tabs_become_a_space():
    assert safe("a\r\n  b\tc\n\nd\n") == "a b c d "


def test_several_lines_stay_when_asked_for_and_carriage_returns_do_not():
    assert safe("a\n\tb\rc", one_line=False) == "a\n\tb\\x0dc"


def test_no_character_that_moves_a_cursor_passes():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    passed = safe(everything)
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        assert chr(code) not in passed
    assert not any(0xD800 <= ord(char) <= 0xDFFF for char in passed)


def test_what_is_shown_is_safe_itself():
    assert safe(safe("\x1b\u202e")) == safe("\x1b\u202e")
