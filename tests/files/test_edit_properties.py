"""Whatever the text and the layout: it reads back as it was given, and nothing else moves."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from naughty import SCALARS as NAUGHTY
from ruamel.yaml import YAML

from relplan.errors import Refused
from relplan.files.edit import EditRefused, add_entry, append_item, remove, set_value

settings.register_profile("edits", derandomize=True, deadline=None, max_examples=60, database=None)
repeatably = settings.get_profile("edits")

SETS = {
    "plain": ("k: 1\nt: old  # c\nz: 2\n", ["t"]),
    "single quotes": ("t: 'old' # c\nz: 2\n", ["t"]),
    "double quotes": ('k: 1\nt: "old"\n', ["t"]),
    "several plain lines": ("k:\n  t: one\n    two\n  z: 1\n# end\n", ["k", "t"]),
    "several quoted lines": ('k:\n  t: "one\n    two"\n  z: 1\n', ["k", "t"]),
    "literal": ("k:\n  t: | # c\n    one\n     two\n\n# next\nz: 1\n", ["k", "t"]),
    "literal with its indent": ("k:\n- t: |2\n     one\n    two\n  z: 1\n", ["k", 0, "t"]),
    "stripped": ("t: >-\n  one\n  two\n\n\nz: 1\n", ["t"]),
    "kept": ("t: |+\n  one\n\n\nz: 1\n", ["t"]),
    "folded at the end": ("z: 1\nt: >\n  one\n  two\n", ["t"]),
    "empty": ("t:\nz: 1\n", ["t"]),
    "empty with a comment": ("k:\n  t:   # c\n  z: 1\n", ["k", "t"]),
    "empty item": ("-\n- z\n", [0]),
    "item": ("k:\n- a\n-   old # c\n- z\n", ["k", 1]),
    "item in an item": ("- - old\n  - z\n- z\n", [0, 0]),
    "brackets": ("k: {a: 1, t: old, z: [old]} # c\n", ["k", "t"]),
    "list in brackets": ("k: [ a, old,z ]\n", ["k", 1]),
    "brackets on lines": ("k: [\n  a, # c\n  old # d\n  ]\nz: 1\n", ["k", 1]),
    "question mark": ("? t\n: old\n? z\n: 1\n", ["t"]),
    "aligned": ("tt:     1\nt:      old   # c\nlonger: 2     # c\n", ["t"]),
    "wide characters": ("株: 🎉 # c\nt: {é: 🎉, t: old}\n", ["t", "t"]),
    "no end": ("k: 1\nt: old", ["t"]),
    "documents": ("---\nt: old\n...\n---\nt: z\n", ["t"]),
    "windows": ("k: 1\r\nt: old # c\r\nz: |\r\n  a\r\n", ["t"]),
    "mark": ("\ufefft: old\nz: 1\n", ["t"]),
}
ADDS = {
    "block": ("k:\n  a: b # c\n\n# next\nz: 1\n", ["k"]),
    "nested": ("k:\n  a:\n    b: c\n    # more\n# next\nz: 1\n", ["k"]),
    "root": ("# head\na: b\n\nc: d\n", []),
    "quoted": ("a: 'b'\nc: 'd'\n", []),
    "below a block": ("k:\n  a: |\n    b\n\n\nz: 1\n", ["k"]),
    "behind a dash": ("- a: b\n  c: d\n- e\n", [0]),
    "brackets": ("k: {a: b, c: d} # c\n", ["k"]),
    "brackets on lines": ("k: {\n    a: b, # c\n    c: d # e\n  }\nz: 1\n", ["k"]),
    "empty brackets": ("k: {}\nz: 1\n", ["k"]),
    "no end": ("k:\n  a: b", ["k"]),
    "windows": ("k:\r\n  a: b\r\n\r\nz: 1\r\n", ["k"]),
    "aligned": ("k:\n  a:    b\n  cccc: d\n", ["k"]),
}
LISTS = {
    "block": ("k:\n  - a # c\n\n# next\nz: 1\n", ["k"]),
    "without indent": ("k:\n-   a\n-   b\nz: 1\n", ["k"]),
    "mappings": ("- a: b\n  c: d\n# e\n- a: f\n", []),
    "brackets": ("k: [a,b] # c\n", ["k"]),
    "brackets on lines": ("k: [\n  a, # c\n  b, # d\n]\n", ["k"]),
    "lists in a list": ("- - a\n- - b\n", [0]),
    "no end": ("- a", []),
}

texts = st.one_of(
    st.sampled_from(NAUGHTY),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\x85"), max_size=60
    ),
    st.text(st.sampled_from("ab 1:#-'\"\\\n\t,[]{}|>&*!%@`?=.~é🎉"), max_size=12),
)
keys = texts.filter(lambda text: len(text) < 100)
values = st.recursive(
    st.one_of(st.none(), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=6,
)


def at(node, path):
    """PyYAML's node at a path."""
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
        else:
            node = node.value[step]
    return node


def said(node):
    """What a node says, texts as texts."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: said(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [said(one) for one in node.value]
    return None if node.tag.endswith(":null") else node.value


def read(text, path):
    """What stands at a path, by PyYAML's composer."""
    bare = text.removeprefix("\ufeff")
    return said(at(next(yaml.compose_all(bare, Loader=yaml.CSafeLoader)), path))


def loaded(text, path):
    """What stands at a path, by ruamel.yaml's loader."""
    node = next(iter(YAML(typ="safe", pure=True).load_all(text.removeprefix("\ufeff"))))
    for step in path:
        node = node[step]
    return node


def is_date(text):
    """An exact date stays plain: where relplan writes one, a date is meant."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def lines_around(old, new):
    """How many lines stayed at the beginning and at the end."""
    before, after = old.split("\n"), new.split("\n")
    head = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
    )
    pairs = zip(before[::-1], after[::-1], strict=False)
    return head, next((i for i, (a, b) in enumerate(pairs) if a != b), len(before))


@pytest.mark.parametrize(("text", "path"), SETS.values(), ids=SETS)
def test_every_naughty_text_reads_back_from_every_layout(text, path):
    for value in NAUGHTY:
        new = set_value(text, path, value)
        assert read(new, path) == value, value
        if not is_date(value):
            assert loaded(new, path) == value, value


@pytest.mark.parametrize(("text", "path"), SETS.values(), ids=SETS)
@repeatably
@given(value=texts)
def test_any_text_reads_back_from_every_layout(text, path, value):
    new = set_value(text, path, value)
    assert read(new, path) == value


@pytest.mark.parametrize(("text", "path"), SETS.values(), ids=SETS)
@repeatably
@given(value=values)
def test_any_value_reads_back_from_every_layout(text, path, value):
    assert read(set_value(text, path, value), path) == value


@pytest.mark.parametrize(("text", "path"), SETS.values(), ids=SETS)
@repeatably
@given(value=texts)
def test_setting_leaves_every_other_line_as_it_was(text, path, value):
    new = set_value(text, path, value)
    span = _lines_of(text, path)
    head, tail = lines_around(text, new)
    assert head >= span[0]
    assert tail >= len(text.split("\n")) - span[1] - 1


def _lines_of(text, path):
    """First and last line of the value at a path, trailing blank lines of a block included."""
    node = at(next(yaml.compose_all(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader)), path)
    return node.start_mark.line, max(
        node.start_mark.line, node.end_mark.line - (node.end_mark.column == 0)
    )


@pytest.mark.parametrize(("text", "path"), ADDS.values(), ids=ADDS)
@repeatably
@given(key=keys.filter(lambda one: one not in {"a", "c", "cccc"}), value=values)
def test_what_was_added_reads_back_and_can_be_taken_out_again(text, path, key, value):
    new = add_entry(text, path, key, value)
    assert read(new, path) == {**(read(text, path)), key: value}
    assert remove(new, [*path, key]) == text


@pytest.mark.parametrize(("text", "path"), LISTS.values(), ids=LISTS)
@repeatably
@given(value=values)
def test_what_was_appended_reads_back_and_can_be_taken_out_again(text, path, value):
    new = append_item(text, path, value)
    assert read(new, path) == [*read(text, path), value]
    assert remove(new, [*path, len(read(text, path))]) == text


@pytest.mark.parametrize(
    "value", ["\ud800", "a\udfffb", "\x00", "a\rb", "a\x1b[31m", "\x07", "\x7f", "\x9b"]
)
def test_what_no_editor_shows_is_refused(value):
    for edit in (
        lambda: set_value("a: 1\n", ["a"], value),
        lambda: add_entry("a: 1\n", [], value, "x"),
        lambda: append_item("- a\n", [], {"k": [value]}),
    ):
        with pytest.raises(EditRefused) as caught:
            edit()
        assert isinstance(caught.value, Refused)
        assert (caught.value.line, caught.value.paste) == (1, "")


@pytest.mark.parametrize("value", ["x\n  y\n", "p\n\n q\n", "z"])
def test_ten_edits_in_a_row_leave_the_other_blocks_alone(value):
    """Folded and literal notes, long indented lines, trailing spaces: the same after ten edits."""
    text = (
        "a: >\n  one\n    * a bullet that is a good deal longer than eighty columns and indented on top\n"
        "  two\nb: |2\n    three  \n  four\nc: |+\n  five\n\n\nd: >-\n  six\n\n  seven\ne: x\n"
    )
    before = {key: read(text, [key]) for key in "abcd"}
    for turn in range(10):
        text = set_value(text, ["e"], f"{value}{turn}")
        text = add_entry(text, [], f"f{turn}", value)
    assert {key: read(text, [key]) for key in "abcd"} == before
