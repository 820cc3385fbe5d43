"""Words respelled where they stand: keys, values, many at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.files.edit import EditRefused, Word, rename_key, respell

KEYS = {
    "a plain key": ("roles:\n  raj: {a: 1}  # his\n", ["roles", "raj"], "roles:\n  rajesh: {a: 1}  # his\n"),
    "a key in quotes": ("'raj': 1\n", ["raj"], "'rajesh': 1\n"),
    "a key in brackets": ("a: {x: 1, raj: 2}\n", ["a", "raj"], "a: {x: 1, rajesh: 2}\n"),
    "a key over a block": ("raj: |\n  two\n  lines\nb: 1\n", ["raj"], "rajesh: |\n  two\n  lines\nb: 1\n"),
    "a key over a list": ("raj:\n- a\n-   b\n", ["raj"], "rajesh:\n- a\n-   b\n"),
    "a key behind a dash": ("- raj: 1\n  b: 2\n", [0, "raj"], "- rajesh: 1\n  b: 2\n"),
    "a key with Windows' line ends": ("a: 1\r\nraj: 2 # c\r\n", ["raj"], "a: 1\r\nrajesh: 2 # c\r\n"),
    "a key behind a mark": ("\ufeffraj: 1\n", ["raj"], "\ufeffrajesh: 1\n"),
    "a key without a value": ("raj:\nb: 2", ["raj"], "rajesh:\nb: 2"),
    "a key that keeps its colon's column": ("raj : 1\nb   : 2\n", ["raj"], "rajesh : 1\nb   : 2\n"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "path", "new"), KEYS.values(), ids=KEYS)
def test_rename_key_changes_the_key_alone(old, path, new):
    assert rename_key(old, path, "rajesh") == new


@pytest.mark.parametrize("word", ["no", "007", "y", "null", "1e3"])
def test_a_key_that_others_read_as_something_else_gets_quotes(word):
    assert rename_key("a: 1\n", ["a"], word) == f'"{word}": 1\n'
    assert respell("a: [b]\n", [Word(["a", 0], word)]) == f'a: ["{word}"]\n'


def test_many_words_change_at_once_and_nothing_between_them():
    old = "# raj\nraj: {to: raj}  # raj's\nwith: [a, raj,  # raj\n  b]\nend: 'raj'\n"
    words = [Word(["end"], "r"), Word(["raj"], "r", key=True), Word(["raj", "to"], "r"), Word(["with", 1], "r")]  # fmt: skip
    assert (
        respell(old, words) == "# raj\nr: {to: r}  # raj's\nwith: [a, r,  # raj\n  b]\nend: 'r'\n"
    )


def test_no_word_is_no_change():
    assert respell("a: [\n", []) == "a: [\n"


REFUSED = {
    "a key that is there already": ("a: 1\nb: 2\n", Word(["a"], "b", key=True), 1, "`b` is there already"),
    "an item": ("a:\n  - x\n", Word(["a", 0], "b", key=True), 2, "an item of a list has no key"),
    "a path that leads nowhere": ("a: 1\n", Word(["z"], "b", key=True), 1, "there is no `z` here"),
    "the root": ("a: 1\n", Word([], "b"), 1, "what stands here is no plain word that could be respelled"),
    "a collection": ("a: [x]\n", Word(["a"], "b"), 1, "what stands here is no plain word that could be respelled"),
    "a text on lines of its own": ("x: 1\na: |-\n  b\n", Word(["a"], "c"), 2, "what stands here is no plain word that could be respelled"),
    "an alias": ("x: &n b\na: *n\n", Word(["a"], "c"), 2, "what stands here is no plain word that could be respelled"),
    "a word that an alias repeats": ("x: &n b\na: *n\n", Word(["x"], "c"), 1, "`&n` stands in it and is used on line 2"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "word", "line", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_respelled_is_refused_with_its_line(old, word, line, reason):
    with pytest.raises(EditRefused) as refused:
        respell(old, [word])
    assert (refused.value.line, refused.value.reason) == (line, reason)


def test_one_word_that_cannot_be_respelled_refuses_all():
    with pytest.raises(EditRefused):
        respell("a: x\nb: [y]\n", [Word(["a"], "z"), Word(["b"], "z")])


@given(st.text("ab-: #,[]{}'\"\n\té🎉", min_size=1, max_size=12))
def test_any_key_reads_back(word):
    import yaml

    new = rename_key("x: {raj: 1, c: 2}\nraj: 3\n", ["raj"], word) if word != "x" else "x: 3"
    assert yaml.safe_load(new)[word] == 3


def test_the_second_parser_sees_each_changed_place_and_no_more(monkeypatch):
    from relplan.files.edit import proof

    seen = []
    monkeypatch.setattr(proof, "disagrees", lambda made, *at: seen.append(made.text[slice(*at)]))
    text = "a: x\n" + "# far\n" * 60 + "b: [x, x]\n"
    respell(text, [Word(["a"], "new"), Word(["b", 0], "new"), Word(["b", 1], "new")])
    assert seen == ["new", "new, new"]
