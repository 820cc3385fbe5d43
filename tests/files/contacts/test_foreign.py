"""Bytes of other programs: where they come from, in what encoding, and what nobody sees in them."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.errors import Refused, WrongUse
from relplan.files.contacts import foreign


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("Größ".encode(), "utf-8"),
        ("Größ".encode("utf-8-sig"), "utf-8"),
        ("Größ".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "Größ".encode("utf-16-be"), "utf-16"),
        ("Größ".encode("utf-16-le"), "utf-16"),
        ("Größ".encode("utf-16-be"), "utf-16"),
        ("Größ".encode("utf-32"), "utf-32"),
    ],
)
def test_the_encoding_is_found_out_with_a_mark_or_without(raw, encoding):
    assert foreign.text_of(raw) == ("Größ", encoding)


def test_bytes_that_are_not_utf_8_are_healed_and_what_they_are_is_said():
    text, _ = foreign.text_of("Größ".encode("cp1252"))
    assert foreign.healed(text) == ("Größ", "Windows-1252")
    assert foreign.healed("Größ") == ("Größ", "")


@pytest.mark.parametrize(
    ("raw", "charset", "found"),
    [
        ("Größ".encode("latin-1"), "iso-8859-1", ("Größ", "")),
        ("Größ".encode(), "iso-8859-1", ("Größ", "")),
        ("東京".encode("shift_jis"), "shift_jis", ("東京", "")),
        ("東京".encode("iso2022_jp"), "iso-2022-jp", ("東京", "")),
        ("Größ".encode("cp1252"), "x-unknown", ("Größ", "Windows-1252")),
        ("Größ".encode(), "hex", ("Größ", "")),
    ],
)
def test_an_encoding_that_is_named_is_taken_unless_the_bytes_say_otherwise(raw, charset, found):
    assert foreign.from_bytes(raw, charset) == found


def test_invisible_characters_are_left_out_and_can_be_told():
    assert foreign.clean("\u202a+44 113\u202c\x1b\r\nx") == "+44 113 x"
    assert foreign.hides("a\u200bb")
    assert not foreign.hides("a\r\nb\tc")
    assert foreign.clean("a \r\n b", lines=True) == "a\n b"


@given(st.text(), st.booleans())
def test_a_clean_text_hides_nothing_and_stays_as_it_is(text, lines):
    once = foreign.clean(text, lines=lines)
    assert not foreign.hides(once)
    assert foreign.clean(once, lines=lines) == once


@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_give_a_text(raw, charset):
    text, _ = foreign.text_of(raw)
    foreign.healed(text, charset)
    foreign.from_bytes(raw, charset)


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(foreign, "MAX_BYTES", 1_048_576)
    place = tmp_path / "big.vcf"
    place.write_bytes(b"x" * 1_048_577)
    with pytest.raises(Refused) as why:
        foreign.bytes_of(place)
    assert str(why.value) == f"{place} has more than 1 MB; export without photos, or in parts"


def test_what_is_no_file_is_named_and_never_waited_for(tmp_path):
    with pytest.raises(WrongUse, match="No such file"):
        foreign.bytes_of(tmp_path / "none.vcf")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WrongUse, match="is not a regular file; name the file that was exported"):
        foreign.bytes_of(tmp_path / "pipe")
    with pytest.raises(WrongUse):
        foreign.bytes_of(tmp_path)
