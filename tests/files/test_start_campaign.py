"""The file with which a campaign begins."""

import pytest
from books import write_book

from relplan.files.book import load
from relplan.files.start_campaign import NewCampaign, campaign_text

ONE = NewCampaign(
    "stock",
    "We hold: all",
    None,
    None,
    {"ops": "Dana # Reid"},
    {"cash": {"who": "Lee", "what": "{tied} up", "answer": "- pilots"}},
    {"is": "plants: many", "where": {"priority": ["A", "B"], "of": "clients"}},
    None,
)


def read(tmp_path, one):
    loaded = load(write_book(tmp_path / "book", {"campaigns/stock.yaml": campaign_text(one)}))
    assert loaded.diagnostics == ()
    return loaded.book.campaigns["stock"]


def test_whatever_the_words_hold_is_read_back(tmp_path):
    found = read(tmp_path, ONE)
    assert (found.proposition, found.executives) == ("We hold: all", {"ops": "Dana # Reid"})
    assert (found.resistance["cash"].what, found.resistance["cash"].answer) == (
        "{tied} up",
        "- pilots",
    )
    assert found.cohort.where is not None
    assert (found.cohort.what, found.cohort.where.priority) == ("plants: many", ("A", "B"))
    assert (found.runs, found.owner, found.promise) == (None, None, None)


def test_what_is_not_known_leaves_no_empty_line_behind():
    text = campaign_text(ONE)
    assert "owner" not in text
    assert "promise:" not in text
    whole = campaign_text(
        ONE._replace(owner="ben", promise="a: b", runs=("2027-01-11", "2027-03-26"))
    )
    assert 'promise: "a: b"\nowner: ben\n' in whole
    assert "\nruns: {from: 2027-01-11, to: 2027-03-26}\n" in whole


@pytest.mark.parametrize("word", ["@OWNER@", "007", "no", "'", "→ ✓"])
def test_a_proposition_is_never_taken_for_something_else(tmp_path, word):
    assert read(tmp_path, ONE._replace(proposition=word)).proposition == word
