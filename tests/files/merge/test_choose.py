import pytest

from relplan.files.merge.choose import Conflict, choose, conflict, joined, picked, side_of, words
from relplan.files.merge.doubt import Clash


def test_the_changed_one_is_chosen():
    assert choose("a", "b", "a") == "b"
    assert choose("a", "a", "b") == "b"
    assert choose("a", "b", "b") == choose(None, "b", "b") == "b"


@pytest.mark.parametrize("base", ["a", None])
def test_two_changes_are_a_clash(base):
    with pytest.raises(Clash):
        choose(base, "b", "c")
    with pytest.raises(Clash):
        side_of(str, base, "b", "c")


def test_what_only_looks_otherwise_is_no_change():
    assert side_of(str.lower, "a", "A", "b") == "b"
    assert side_of(str.lower, "a", "b", "A") == "b"
    assert side_of(str.lower, "a", "b", "B") == "b"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        ("", "\n", "\n\n", "\n"),
        ("\n", "# a\n", "\n\n", "# a\n"),
        ("\n", "\n\n", "# a\n", "# a\n"),
        ("# a\n", "\n# a\n", "# a\n# b\n", "# a\n# b\n"),
        (None, "\n", "# a\n", "# a\n"),
    ],
)
def test_blank_lines_are_no_reason_for_a_conflict(base, ours, theirs, found):
    assert words(base, ours, theirs) == [found]


def test_two_comments_in_one_place_are_one():
    assert words("", "# a\n", "# b\n") == [Conflict("# a\n", "", "# b\n")]


def test_a_conflict_has_no_line_that_begins_or_ends_both():
    assert conflict("k:\n  a\n  z\n", "k:\n  b\n  z\n", "k:\n  c\n  d\n  z\n") == [
        "k:\n",
        Conflict("  a\n", "  b\n", "  c\n  d\n"),
        "  z\n",
    ]
    assert conflict("a\n", "a\n", "") == [Conflict("a\n", "a\n", "")]


def test_a_line_that_both_have_once_is_not_counted_twice():
    assert conflict("a\n", "", "a\na\n") == ["a\n", Conflict("", "", "a\n")]


def test_a_side_is_picked_in_every_conflict():
    chunks = ["a\n", Conflict("b\n", "", "c\n"), "d\n"]
    assert (picked(chunks, 0), picked(chunks, 1)) == ("a\nb\nd\n", "a\nc\nd\n")


def test_texts_that_stand_beside_each_other_are_one():
    clash = Conflict("", "", "c\n")
    assert joined(["", "a\n", "", "b\n", clash, ""]) == ["a\nb\n", clash]
