"""Comments that speak to relplan: how they are read and what they cover."""

from datetime import date

import pytest

from relplan.files.document import document_of
from relplan.rules.comments import comments, ignores


def document(text):
    return document_of("clients/acme.yaml", text.encode())[0]


def only(text):
    (one,) = ignores(document(text))
    return one


def test_rules_reason_and_last_day_are_read():
    one = only("a: b  # relplan: ignore[RP203, rp301] agreed with Jane, until 2026-12-01\n")
    assert one.words == ("RP203", "rp301")
    assert (one.reason, one.until, one.trouble) == ("agreed with Jane", date(2026, 12, 1), "")


@pytest.mark.parametrize("text", ["#relplan:ignore[RP203] x", "## RELPLAN : Ignore [ RP203 ] x"])
def test_spaces_and_capitals_do_not_matter(text):
    assert only(f"a: b {text}\n").words == ("RP203",)


@pytest.mark.parametrize("text", ["# relplan: be quiet", "# relplan: ignore RP203", "# relplan:"])
def test_a_comment_in_another_form_is_told_the_form(text):
    one = only(f"a: b {text}\n")
    assert "is not understood" in one.trouble
    assert one.words == ()


def test_brackets_that_name_no_rule_are_a_trouble():
    assert "no rule is named" in only("a: b # relplan: ignore[ , ] x\n").trouble


def test_a_last_day_that_is_no_day_is_a_trouble():
    one = only("a: b # relplan: ignore[RP203] x until 2026-02-30\n")
    assert one.until is None
    assert one.trouble.startswith("after `until`: ")


def test_at_the_end_of_a_line_it_covers_the_line_up_to_itself():
    one = only("a: b\nc: d # relplan: ignore[RP203] x\ne: f\n")
    assert one.covers(2, 1)
    assert one.covers(2, 4)
    assert not one.covers(1, 1)
    assert not one.covers(3, 1)


def test_on_its_own_line_it_covers_the_largest_item_that_begins_below():
    one = only("# relplan: ignore[RP203] x\na:\n  b: c\n  d: e\nf: g\n")
    assert one.covers(2, 1)
    assert one.covers(4, 6)
    assert not one.covers(5, 1)


def test_below_everything_it_covers_nothing():
    one = only("a: b\n# relplan: ignore[RP203] x\n")
    assert not one.covers(1, 1)
    assert not one.covers(3, 1)


def test_two_of_them_come_in_the_order_of_the_text():
    text = "a: b # relplan: ignore[RP1] x\nc: d # relplan: ignore[RP2] y\n"
    assert [one.words for one in ignores(document(text))] == [("RP1",), ("RP2",)]


def test_other_comments_and_texts_without_a_tree_say_nothing():
    assert list(ignores(document("a: b # relplan is good\n"))) == []
    assert list(ignores(document("# relplan: ignore[RP203] x\n"))) == []


def test_only_a_hash_after_a_space_begins_a_comment():
    text = "# one\na: b#c # two\nd: [e, # three\n  f]\n'g # no': h\n"
    found = document(text)
    assert [found.text[a:b] for a, b in comments(found)] == ["# one", "# two", "# three"]
