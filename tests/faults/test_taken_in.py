"""Contacts from other programs: what can be read is, what cannot is named, and nothing is made up."""

import re

import pytest
import whole
from books import write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

CARD = "BEGIN:VCARD\r\nVERSION:{}\r\n{}\r\nEND:VCARD\r\n"
GOOD = {
    "2.1": "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Anna\r\nTITLE:CFO",
    "3.0": "FN:Raj Patel\r\nN:Patel;Raj\r\nEMAIL;TYPE=work:raj@acme.example\r\nX-ODD:1",
    "4.0": "FN:Nora Field\r\nTEL;VALUE=uri;PREF=1:tel:+44-20-1\r\nPHOTO:data:image/png;base64,iVBORw0KG",
}
BAD = {
    "nobody": CARD.format("3.0", "N:;;;;"),
    "cut off": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut Off\r\nNOTE;ENCODING=b:====",
    "no card": "hello\r\n# comment\r\n\r\n",
    "unknown charset": CARD.format("2.1", "FN;CHARSET=X-NONE:Odd =E9\r\nN:Odd"),
}


def book_in(folder):
    return write_book(folder / "book")


def bring(book, name, raw, *more):
    path = book.parent / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8"))
    words = whole.command("import", "acme", str(path), *more, book=book)[3:]
    return CliRunner(env={"RELPLAN_ME": "ben"}).invoke(app, words)


def people(book):
    loaded = load(book)
    assert [one for one in loaded.diagnostics if one.severity == "error"] == []
    return {one.name: one for one in loaded.book.plans["acme"].roles.values()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_t40_cards_of_every_version_are_read(tmp_path, encoding, ends):
    book = book_in(tmp_path)
    text = "".join(CARD.format(version, lines) for version, lines in GOOD.items())
    done = bring(book, "c.vcf", text.replace("\r\n", ends).encode(encoding), "--yes")
    assert done.exit_code == 0, done.stderr
    found = people(book)
    assert {"Anna Müller", "Raj Patel", "Nora Field"} <= set(found)
    assert found["Raj Patel"].email == "raj@acme.example"


@pytest.mark.parametrize("raw", BAD.values(), ids=BAD)
def test_t40_a_card_that_cannot_be_read_whole_is_named_with_its_line(tmp_path, raw):
    book = book_in(tmp_path)
    done = bring(book, "c.vcf", CARD.format("3.0", GOOD["3.0"]) + raw, "--yes")
    assert done.exit_code in (0, 1), done.stderr
    assert "Raj Patel" in people(book)
    told = done.stdout + done.stderr
    assert re.search(r"c\.vcf:\d+|line \d+", told), told
    assert "Traceback" not in told


TABLE = (
    "Name,E-mail,Job title\nRaj Patel,raj@acme.example,Buyer\nNora Field,nora@acme.example,CIO\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("before", ["", "Notes:\nExported on Monday\n\n"])
def test_t41_tables_of_every_make_are_mapped(tmp_path, encoding, sign, before):
    book = book_in(tmp_path)
    raw = (before + TABLE.replace(",", sign).replace("Nora", "Zoë")).encode(encoding)
    done = bring(book, "c.csv", raw, "--yes")
    assert done.exit_code in (0, 1), done.stderr
    found = people(book)
    assert found["Raj Patel"].email == "raj@acme.example"
    assert "Zoë Field" in found


@pytest.mark.parametrize(
    "raw", ["שם,דוא״ל\nא,ב\n", "a,b\n1,2\n", "\n\n", 'Name,E-mail\n"Raj,x\n', "Name,Name\nA,B\n"]
)
def test_t41_a_table_that_cannot_be_mapped_says_what_it_lacks(tmp_path, raw):
    book = book_in(tmp_path)
    before = whole.everything(book)
    done = bring(book, "c.csv", raw)
    assert done.exit_code in (0, 1, 2, 3)
    assert done.output.strip()
    assert "Traceback" not in done.output
    assert whole.everything(book) == before


def test_t42_the_same_import_twice_changes_nothing(tmp_path):
    book = book_in(tmp_path)
    text = "".join(CARD.format(version, lines) for version, lines in GOOD.items())
    assert bring(book, "c.vcf", text, "--yes").exit_code == 0
    once = whole.everything(book)
    assert bring(book, "c.vcf", text, "--yes").exit_code in (0, 1)
    assert whole.everything(book) == once


def test_t42_two_with_one_address_are_asked_about_and_never_guessed(tmp_path):
    book = write_book(
        tmp_path / "book",
        {
            "clients/acme.yaml": "client: A\npriority: A\nowner: ben\nroles:\n"
            "  jane: {name: Jane Porter, email: x@acme.example}\n"
            "  tom: {name: Tom Reed, email: x@acme.example}\n"
        },
    )
    before = whole.everything(book)
    done = bring(
        book,
        "c.vcf",
        CARD.format("3.0", "FN:J. Porter\r\nEMAIL:x@acme.example\r\nTITLE:CFO"),
        "--yes",
    )
    assert whole.everything(book) == before
    assert "jane" in done.output
    assert "tom" in done.output


def test_t43_a_formula_is_taken_in_as_it_is(tmp_path):
    book = book_in(tmp_path)
    assert bring(
        book, "c.csv", "Name,Job title\nRaj Patel,=cmd|'/C calc'!A0\n", "--yes"
    ).exit_code in (0, 1)
    assert people(book)["Raj Patel"].title == "=cmd|'/C calc'!A0"


def test_t44_what_has_no_place_is_listed_and_the_source_stays(tmp_path):
    book = book_in(tmp_path)
    raw = CARD.format(
        "3.0", GOOD["3.0"] + "\r\nADR:;;1 High St;Leeds\r\nX-SHOE:44\r\nURL:https://x.example"
    )
    done = bring(book, "c.vcf", raw, "--yes")
    told = (done.stdout + done.stderr).lower()
    for word in ("address", "x-shoe", "website"):
        assert word in told, told
    assert (tmp_path / "c.vcf").read_bytes() == raw.encode()
    assert "High St" not in (book / "clients/acme.yaml").read_text()
