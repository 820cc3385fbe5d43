"""Text to tree: spans, duplicates, and the limits of what is read."""

import pytest

from relplan.files.parse import MAX_DEPTH, MAX_NODES, parse
from relplan.files.tree import Items, Mapping


def trouble(text):
    root, (one,) = parse(text)
    assert root is None
    return one


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_text_has_no_tree_and_no_trouble(text):
    assert parse(text) == (None, [])


def test_offsets_count_characters_and_not_bytes():
    text = "é: 'ü😀'\nb: x\n"
    root, _ = parse(text)
    for key, value in root.pairs:
        assert text[key.start : key.end] == key.text
        assert text[value.start : value.end].strip("'") == value.text


def test_a_block_ends_with_its_last_value():
    text = "a:\n  - x\n  - y\n\n\nb: z\n"
    root, _ = parse(text)
    assert text[root.get("a").start : root.get("a").end] == "- x\n  - y"


def test_flow_and_block_are_told_apart():
    root, _ = parse("a: {b: c}\nd: [e]\nf:\n  - g\n")
    assert not root.flow
    assert isinstance(root.get("a"), Mapping)
    assert root.get("a").flow
    assert root.get("d").flow
    assert isinstance(root.get("f"), Items)
    assert not root.get("f").flow


@pytest.mark.parametrize(
    ("value", "style"), [("x", ""), ("'x'", "'"), ('"x"', '"'), ("|\n  x", "|"), (">\n  x", ">")]
)
def test_the_style_of_a_text_is_kept(value, style):
    root, _ = parse(f"a: {value}\n")
    assert root.get("a").style == style
    assert root.get("a").text.strip() == "x"


def test_of_a_key_that_stands_twice_the_first_is_kept_and_the_second_named():
    root, (one,) = parse("a: first\nb: x\na: second\na: third\n"[:-9])
    assert root.plain() == {"a": "first", "b": "x"}
    assert one.name == "duplicate-key"
    assert (one.offset, one.end) == (14, 15)
    assert "first on line 1" in one.message


def test_each_repeat_is_named():
    _, troubles = parse("a: 1\na: 2\na: 3\n")
    assert [one.offset for one in troubles] == [5, 10]


def test_the_deepest_text_that_is_read_and_one_level_more():
    root, troubles = parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert root is not None
    assert not troubles
    over = trouble("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert (over.name, over.offset) == ("not-readable", MAX_DEPTH)


def test_brackets_that_never_close_end_the_reading_without_a_crash():
    assert trouble("[" * 50_000).name in ("not-readable", "yaml-syntax")


def test_more_values_than_the_limit_are_refused():
    assert "split it" in trouble("[" + "a," * (MAX_NODES + 1) + "]").message


@pytest.mark.parametrize(
    "text",
    ["a: &x b\n", "a: *x\n", "a: !!str b\n", "%YAML 1.1\n---\na: b\n", "a: b\n---\nc: d\n",
     "? [a]\n: b\n", "{a: b}: c\n"],
)  # fmt: skip
def test_what_plans_do_not_use_is_refused_by_one_name(text):
    assert trouble(text).name == "yaml-feature"


def test_one_line_of_dashes_at_the_top_is_accepted():
    root, troubles = parse("---\na: b\n")
    assert root.plain() == {"a": "b"}
    assert not troubles


def test_half_a_character_is_refused_where_it_stands():
    one = trouble('a: "\\ud83d"\n')
    assert one.name == "yaml-syntax"
