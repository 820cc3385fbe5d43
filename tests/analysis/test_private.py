"""What is marked private leaves the book with every mention of it, and nothing else does."""

import pytest
from books import write_book
from privacy import SECRET, files

from relplan.analysis.private import is_hidden, marked, without_private
from relplan.files.book import load


@pytest.fixture
def whole(tmp_path):
    loaded = load(write_book(tmp_path, files()))
    assert loaded.diagnostics == ()
    return loaded.book


def test_no_private_word_and_no_mention_is_left(whole):
    seen = without_private(whole)
    assert SECRET in repr(whole)
    assert SECRET not in repr(seen)
    acme, contoso = seen.plans["acme"], seen.prospects["contoso"]
    assert list(acme.roles) == ["raj", "tom"]
    assert (acme.roles["raj"].reports_to, acme.roles["raj"].influences) == (None, ("tom",))
    assert list(acme.goals) == ["h"]
    assert acme.goals["h"].answers == ("x",)
    assert {k: v.people for k, v in acme.goals["h"].initiatives.items()} == {"k": ("raj",)}
    [held] = acme.review.held.values()
    assert (held.people, held.decided[0].what) == (("raj",), "Start at Leeds")
    assert (contoso.win.sponsor, contoso.steps["pilot"].people, contoso.ours) == (None, {}, {})
    assert [one.to for one in seen.campaigns["stock"].pitches] == ["raj"]


def test_a_shared_line_keeps_its_day_and_the_others_and_loses_its_words(whole):
    seen = without_private(whole)
    lines = seen.touches["acme"]
    assert [(one.date.day, one.people, one.note) for one in lines] == [
        (2, ("raj",), None),
        (4, ("raj",), None),
        (5, ("raj",), None),
        (20, ("raj",), "Open word"),
    ]
    assert seen.kept["acme"] == (1, 3, 4, 7)


def test_a_line_that_was_struck_by_a_private_name_stays_struck(whole):
    assert 12 not in [one.date.day for one in without_private(whole).touches["acme"]]


def test_a_book_without_private_entries_is_the_same(tmp_path):
    book = load(write_book(tmp_path, files("")), None).book
    assert marked(book) == {}
    assert without_private(book) == book


def test_doing_it_twice_is_doing_it_once(whole):
    once = without_private(whole)
    assert without_private(once) == once


def test_what_is_private_later_is_left_out_of_an_older_book(tmp_path):
    book = load(write_book(tmp_path, files(""))).book
    later = {"acme": frozenset({"roles.raj"})}
    seen = without_private(book, later)
    assert "raj" not in seen.plans["acme"].roles
    assert all("raj" not in one.people for one in seen.touches["acme"])
    assert "jane" in seen.plans["acme"].roles


def test_the_whole_book_stays_as_it_was(whole):
    before = repr(whole)
    without_private(whole)
    assert repr(whole) == before


def test_an_item_is_hidden_inside_of_a_place_and_not_beside_it():
    assert is_hidden("roles.jane.stance", ["roles.jane"])
    assert is_hidden("roles.jane", ["roles.jane"])
    assert not is_hidden("roles.janet", ["roles.jane"])
    assert not is_hidden("roles", ["roles.jane"])
