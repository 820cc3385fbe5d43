"""Properties of vCards: names, parameters of every version, values in every encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.files.contacts.lines import Line
from relplan.files.contacts.property import property_of


def read(text):
    return property_of(Line(text, 1))


@pytest.mark.parametrize(
    ("text", "types", "preferred"),
    [
        ("TEL;WORK;VOICE:1", {"WORK", "VOICE"}, 99),
        ("TEL;TYPE=work,voice:1", {"WORK", "VOICE"}, 99),
        ('TEL;TYPE="work,voice":1', {"WORK", "VOICE"}, 99),
        ("TEL;type=WORK;type=pref:1", {"WORK", "PREF"}, 0),
        ("TEL;TYPE=work;PREF=1:1", {"WORK"}, 0),
        ("item1.TEL;PREF;WORK:1", {"PREF", "WORK"}, 0),
    ],
)
def test_the_types_of_every_version_are_read(text, types, preferred):
    found = read(text)
    assert (found.name, set(found.types), found.preferred) == ("TEL", types, preferred)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r"NOTE:a\, b\; c\\d\ne", "a, b; c\\d\ne"),
        (r"URL:http\://x", "http://x"),
        ("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen", "Jürgen"),
        ("N;QUOTED-PRINTABLE;CHARSET=iso-8859-1:J=FCrgen", "Jürgen"),
        ("NOTE;ENCODING=b:SsO8cmdlbg==", "Jürgen"),
        ("NOTE;ENCODING=b:***", "***"),
        ('ADR;LABEL="a: b":c', "c"),
        ("X_ODD:1", "1"),
    ],
)
def test_values_are_decoded(text, said):
    assert read(text).text() == said


def test_a_guarded_sign_separates_nothing():
    assert read(r"N:Smith\; Jones;Jane;;").parts() == ["Smith; Jones", "Jane", "", ""]


def test_bytes_of_a_named_encoding_are_read_and_a_guess_is_told():
    raw = "Jürgen".encode("cp1252").decode("utf-8", "surrogateescape")
    assert read(f"FN;CHARSET=iso-8859-1:{raw}")[4::2] == ("Jürgen", "")
    assert read(f"FN:{raw}").odd == "Windows-1252"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("garbage", "no `:` stands in this line"),
        ("<b>:x", "this line does not begin with the name of a property"),
        ("A b;c:x", "this line does not begin with the name of a property"),
        ("TEL;=x:1", "the parameters before the `:` cannot be read"),
    ],
)
def test_what_is_no_property_says_why(text, why):
    assert read(text) == why


@pytest.mark.parametrize(
    "text", ["A;" + "B=c;" * 50_000, "A;B=" + "x," * 100_000, 'A;B="' + "x" * 200_000, "A;" * 9_000]
)
def test_a_line_that_makes_other_readers_hang_is_refused_at_once(text):
    assert isinstance(read(text), str)


@given(st.text(max_size=80))
def test_any_line_gives_a_property_or_a_reason(text):
    found = read(text)
    if not isinstance(found, str):
        found.text()
        found.parts()
