"""Which kind of file it is, whatever it is called."""

import pytest

from relplan.errors import WrongUse
from relplan.files.contacts.reading import contacts_in, foreign_of

CARD = "BEGIN:VCARD\nFN:Jane\nEND:VCARD\n"


def test_the_kind_is_seen_by_what_stands_in_the_file(tmp_path):
    kinds = {
        "a.txt": (CARD, "card"),
        "b.vcf": ("Name\nRaj\n", "table"),
        "c": ("BEGIN:VCALENDAR\n", "calendar"),
    }
    for name, (text, kind) in kinds.items():
        (tmp_path / name).write_text(text)
        assert foreign_of(tmp_path / name).kind == kind


def test_several_files_are_read_together_and_notes_name_theirs(tmp_path):
    (tmp_path / "a.vcf").write_text(CARD)
    (tmp_path / "b.csv").write_text("Name,Size\nRaj,9\n")
    found = contacts_in([foreign_of(tmp_path / one) for one in ("a.vcf", "b.csv")], {})
    assert [one.place for one in found.people] == ["a.vcf:1", "b.csv:2"]
    assert found.notes == ("b.csv: columns without a place in a plan: Size",)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b" \n", "is empty"),
        (b"PK\x03\x04rest", "is a workbook; save it as CSV and import that"),
        (
            b"\x89PNG" + b"\0abcdefgh" * 20,
            "is no text; export as vCard (.vcf), CSV or iCalendar (.ics)",
        ),
    ],
)
def test_what_says_nothing_is_named(tmp_path, raw, why):
    (tmp_path / "x").write_bytes(raw)
    with pytest.raises(WrongUse) as said:
        foreign_of(tmp_path / "x")
    assert str(said.value) == f"{tmp_path / 'x'} {why}"
