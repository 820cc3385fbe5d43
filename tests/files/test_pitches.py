"""Pitches and versions in a campaign's file, in whatever form it is written."""

from datetime import date

import pytest
from books import write_book

from relplan.errors import Refused
from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.files.pitches import add_version, answer_pitch, begin_pitch

PATH = "campaigns/stock.yaml"
FIELDS = {"date": "2026-11-25", "at": "acme", "to": "jane", "by": "ben"}
BEGIN = "proposition: Stock  # ours\n"


def draft_of(tmp_path, text):
    root = write_book(tmp_path / "book", {PATH: BEGIN + text})
    return Draft(load(root))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "pitches:"),
        ("pitches: []\n", "pitches:"),
        ("pitches:\n", "pitches:"),
        ("pitches:\n  - {date: 2026-11-18, at: acme, to: jane, by: ben}  # first\nversions: {}\n", "# first\n  - {"),
        ("pitches:\n- date: 2026-11-18\n  at: acme\n  to: jane\n  by: ben\n", "by: ben\n- date: 2026-11-25\n"),
    ],
)  # fmt: skip
def test_a_pitch_stands_at_the_end_of_the_list(tmp_path, before, after):
    draft = draft_of(tmp_path, before)
    begin_pitch(draft, PATH, FIELDS)
    book = draft.checked().book
    assert book.campaigns["stock"].pitches[-1].date == date(2026, 11, 25)
    assert draft.text(PATH).startswith(BEGIN)
    assert after in draft.text(PATH)


def test_an_answer_changes_its_own_pitch_alone(tmp_path):
    one = "  - {date: 2026-11-18, at: acme, to: jane, by: ben, outcome: open}\n"
    draft = draft_of(tmp_path, f"pitches:\n{one}{one.replace('18', '19')}")
    answer_pitch(draft, PATH, 1, "accepted", "at last")
    found = draft.checked().book.campaigns["stock"].pitches
    assert [(each.outcome, each.feedback) for each in found] == [
        ("open", None),
        ("accepted", "at last"),
    ]
    assert one in draft.text(PATH)


@pytest.mark.parametrize("before", ["", "versions: {}\n", "versions:\n  2026-11-02: A  # why\n"])
def test_a_version_stands_under_its_day(tmp_path, before):
    draft = draft_of(tmp_path, before)
    add_version(draft, PATH, date(2026, 11, 25), "no: really")
    assert draft.checked().book.campaigns["stock"].versions[date(2026, 11, 25)] == "no: really"
    assert ("# why" in draft.text(PATH)) == ("# why" in before)


def test_a_day_that_has_a_version_is_refused_in_its_words(tmp_path):
    draft = draft_of(tmp_path, "versions: {2026-11-25: A}\n")
    with pytest.raises(Refused, match="has a version of 2026-11-25 already: 'A'"):
        add_version(draft, PATH, date(2026, 11, 25), "B")
    assert draft.changes() == []
