"""The tree: places as an editor counts them, and paths that always lead somewhere."""

import pytest

from relplan.files.parse import parse
from relplan.files.tree import Items, Lines, Mapping, Node, follow, key_at, looks_typed, scalars


def tree(text):
    root, troubles = parse(text)
    assert not troubles
    return root


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_lines_end_at_each_break_that_editors_know(breaks):
    lines = Lines(f"ab{breaks}cd{breaks}")
    assert [lines.line(number) for number in (1, 2, 3)] == ["ab", "cd", ""]
    assert lines.place(2 + len(breaks)) == (2, 1)
    assert len(lines) == 3


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\x0c"])
def test_signs_that_no_editor_breaks_at_break_no_line(sign):
    assert len(Lines(f"a{sign}b")) == 1


def test_a_line_that_there_is_not_is_empty_and_begins_at_the_nearest():
    lines = Lines("ab\ncd")
    assert (lines.line(0), lines.line(3)) == ("", "")
    assert (lines.start(-1), lines.start(99)) == (0, 3)


def test_a_span_counts_from_one_and_never_ends_before_it_begins():
    lines = Lines("ab\ncd")
    assert lines.span(1, 4) == (1, 4, 1, 2, 2, 2)
    assert lines.span(4, 2)[2:] == (2, 2, 2, 2)


@pytest.mark.parametrize(
    "text", ["null", "~", "No", "on", "1", "1_000", "0x1f", "1.5e3", "12:30", "2024-1-5", "<<"]
)
def test_what_some_reader_takes_for_something_else_looks_typed(text):
    assert looks_typed(text)


@pytest.mark.parametrize("text", ["2024-01-05", "nobody", "12 days", "1 GBP", "Ono"])
def test_words_and_exact_dates_do_not_look_typed(text):
    assert not looks_typed(text)


def test_values_stay_as_they_were_typed():
    root = tree("a: 0123\nb:\nc: ''\nd: [1, yes]\ne: {f: no}\n")
    assert root.plain() == {"a": "0123", "b": None, "c": "", "d": ["1", "yes"], "e": {"f": "no"}}


def test_quotes_keep_another_reader_from_taking_a_text_for_a_number():
    root = tree("a: 12\nb: '12'\n")
    assert root.get("a").read_otherwise
    assert not root.get("b").read_otherwise


def test_a_path_is_followed_through_groups_and_lists():
    root = tree("a: [{b: x}, {b: y}]\n")
    assert follow(root, ("a", 1, "b")).text == "y"
    assert isinstance(follow(root, ("a",)), Items)


def test_a_step_that_leads_nowhere_is_skipped():
    root = tree("a: [{b: x}]\n")
    assert follow(root, ("z",)) is root
    assert isinstance(follow(root, ("a", 7)), Items)
    assert isinstance(follow(root, ("a", -1)), Items)
    assert follow(root, ("a", 0, "z", "b")).text == "x"


def test_the_key_of_the_last_step_is_found_and_an_items_node_has_none():
    root = tree("a: {b: [x]}\n")
    assert key_at(root, ("a", "b")).text == "b"
    assert key_at(root, ("a", "b", 0)).text == "x"
    assert key_at(root, ()) is root


def test_scalars_come_in_the_order_of_the_text_with_their_paths():
    root = tree("a: [x, {b: y}]\nc: z\n")
    assert [(path, one.text) for path, one in scalars(root)] == [
        (("a", 0), "x"), (("a", 1, "b"), "y"), (("c",), "z"),
    ]  # fmt: skip


def test_a_group_finds_what_it_holds_and_nothing_else():
    root = tree("a: x\n")
    assert isinstance(root, Mapping)
    assert (root.get("b"), root.key("b")) == (None, None)
    assert root.key("a").start == 0


def test_a_bare_node_has_no_value():
    with pytest.raises(TypeError):
        Node(0, 1).plain()
