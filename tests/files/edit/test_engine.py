import pytest

from relplan.files.edit import EditRefused, add_entry, append_item, remove, set_value

REFUSED = {
    "a key that stands twice": (
        "a: 1\na: 2\n",
        lambda t: set_value(t, ["a"], "x"),
        2,
        "second time",
    ),
    "a key that is there": ("a: 1\n", lambda t: add_entry(t, [], "a", "x"), 1, "there already"),
    "no such key": ("a: 1\n\nb: {c: 1}\n", lambda t: set_value(t, ["b", "x"], "x"), 3, "no `x`"),
    "no such item": ("a:\n- b\n", lambda t: set_value(t, ["a", 1], "x"), 2, "no item 1"),
    "an entry in a list": ("- a\n", lambda t: add_entry(t, [], "x", "y"), 1, "no mapping"),
    "an item in a mapping": ("a: 1\n", lambda t: append_item(t, [], "y"), 1, "no list"),
    "comments that would be lost": (
        "a:\n  b: 1\n  # c\n  c: 2\n",
        lambda t: set_value(t, ["a"], "x"),
        2,
        "comment",
    ),
    "a shared value": ("a: &n 1\nb: *n\n", lambda t: set_value(t, ["a"], "x"), 1, "line 2"),
    "a value inside a shared one": (
        "a: &n\n  c: 1\nb: *n\n",
        lambda t: set_value(t, ["a", "c"], "x"),
        1,
        "line 3",
    ),
    "the way through an alias": (
        "a: &n {c: 1}\nb: *n\n",
        lambda t: set_value(t, ["b", "c"], "x"),
        2,
        "elsewhere",
    ),
    "a pair without brackets": (
        "a: [b: 1]\n",
        lambda t: add_entry(t, ["a", 0], "x", "y"),
        1,
        "brackets",
    ),
    "no YAML": ("a: 1\nb: c: d\n", lambda t: set_value(t, ["a"], "x"), 2, "not YAML"),
    "a mark in the middle": (
        "a: 1\n\ufeffb: 2\n",
        lambda t: remove(t, ["a"]),
        2,
        "a byte-order mark stands in the middle of the file; remove it",
    ),
    "half a character": ("a: 1\n", lambda t: set_value(t, ["a"], "\ud800"), 1, "surrogate"),
    "an invisible character": ("a: 1\n", lambda t: set_value(t, ["a"], "\x00"), 1, "control"),
    "the whole file": ("a: 1\n", lambda t: remove(t, []), 1, "whole"),
}


@pytest.mark.parametrize(("text", "edit", "line", "reason"), REFUSED.values(), ids=REFUSED)
def test_is_refused_with_its_line_and_reason(text, edit, line, reason):
    with pytest.raises(EditRefused) as caught:
        edit(text)
    assert (caught.value.line, caught.value.paste.count("\ud800")) == (line, 0)
    assert reason in caught.value.reason


def test_a_refusal_hands_out_the_text_to_paste():
    with pytest.raises(EditRefused) as caught:
        add_entry("a: 1\n", [], "a", {"with": ["jane"], "note": "a: b"})
    assert caught.value.paste == 'a: {with: [jane], note: "a: b"}'
    assert str(caught.value).endswith(caught.value.paste)


def test_a_value_of_another_kind_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError):
        set_value("a: 1\n", ["a"], 5)
