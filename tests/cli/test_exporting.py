from pathlib import Path

import pytest

from relplan.cli.exporting import written_as
from relplan.errors import WrongUse


@pytest.mark.parametrize(
    ("form", "out", "found"),
    [
        ("csv", None, "csv"),
        (None, "book.sqlite3", "sqlite"),
        (None, "BOOK.ICS", "ical"),
        ("json", "people.vcf", "json"),
        (None, "a.b.vcf", "vcard"),
    ],
)
def test_the_format_is_what_is_said_else_what_the_name_ends_with(form, out, found):
    assert written_as(form, Path(out) if out else None) == found


FORMATS = "write --format csv, json, jsonl, sqlite, vcard or ical"


@pytest.mark.parametrize("out", [None, Path("book"), Path(".sqlite")])
def test_a_name_that_says_no_format_asks_for_one(out):
    with pytest.raises(WrongUse) as told:
        written_as(None, out)
    assert str(told.value) == f"this names no format; {FORMATS}"


def test_an_ending_that_is_no_format_is_named():
    with pytest.raises(WrongUse) as told:
        written_as(None, Path("book.xlsx"))
    assert str(told.value) == f".xlsx is no format; {FORMATS}"
