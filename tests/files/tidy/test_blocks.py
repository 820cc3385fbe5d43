import pytest

from relplan.files.edit.outline import outline
from relplan.files.edit.refused import NotThere
from relplan.files.tidy.blocks import blocks, opening


def cut(text, *path):
    """The text of each block of the mapping at a path."""
    part = outline(text).root
    for step in path:
        part = part.children[[one.text for one in part.keys].index(step)]
    return {one.key: text[one.start : one.end] for one in blocks(text, part)}


def test_a_comment_that_touches_the_key_below_heads_it():
    assert cut("a: 1\n# of b\nb: 2\n") == {"a": "a: 1\n", "b": "# of b\nb: 2\n"}


def test_a_comment_that_touches_only_the_entry_above_belongs_to_it_with_the_blank_line_behind():
    assert cut("a: 1\n# of a\n\nb: 2\n") == {"a": "a: 1\n# of a\n\n", "b": "b: 2\n"}


def test_a_comment_that_stands_alone_heads_what_follows():
    assert cut("a: 1\n\n# of b\n\nb: 2\n") == {"a": "a: 1\n", "b": "\n# of b\n\nb: 2\n"}


def test_indented_words_in_a_comment_go_on_with_what_stands_above():
    text = "a: {}\n#  id: an example\n#    more: of it\n# of b\nb: 2\n"
    assert cut(text) == {
        "a": "a: {}\n#  id: an example\n#    more: of it\n",
        "b": "# of b\nb: 2\n",
    }


def test_a_comment_indented_further_is_inside_of_the_entry_above():
    text = "a:\n  b: 1\n\n  # c: 2\n\n# of d\nd: 3\n"
    assert cut(text) == {"a": "a:\n  b: 1\n\n  # c: 2\n", "d": "\n# of d\nd: 3\n"}


def test_the_last_entry_takes_the_comment_that_touches_it_and_no_other():
    assert cut("a: 1\nb: 2\n# of b\n\n# the end\n")["b"] == "b: 2\n# of b\n"
    assert cut("a: 1\nb: 2\n# vim: ts=2\n")["b"] == "b: 2\n"


def test_the_last_entry_of_an_inner_mapping_takes_no_comment_of_the_outer_one():
    text = "a:\n  b: 1\n  c: 2\n  # of c\n# of d\nd: 3\n"
    assert cut(text, "a") == {"b": "  b: 1\n", "c": "  c: 2\n  # of c\n"}
    assert cut(text)["d"] == "# of d\nd: 3\n"


@pytest.mark.parametrize("value", ["|\n  one\n  # two\n\n  three\n", ">-\n  one\n\n"])
def test_a_text_in_lines_is_all_of_its_entry(value):
    assert cut(f"a: {value}b: 2\n")["a"].startswith(f"a: {value}".rstrip("\n"))


def test_blank_lines_that_a_text_keeps_are_its_own():
    assert cut("a: |+\n  one\n\n\nb: 2\n") == {"a": "a: |+\n  one\n\n\n", "b": "b: 2\n"}


def test_a_line_for_the_editor_heads_the_file_and_not_the_first_entry():
    assert cut("# yaml-language-server: $schema=x\na: 1\n")["a"] == "a: 1\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# head\na: 1\n", 0),
        ("---\n# head\na: 1\n", 4),
        ("# head\n\na: 1\n", None),
        ("# head\n\n# of a\na: 1\n", None),
        ("# yaml-language-server: $schema=x\na: 1\n", None),
        ("a: 1\n", None),
    ],
)
def test_a_comment_that_opens_and_touches_may_speak_of_both(text, found):
    assert opening(text, outline(text).root) == found


@pytest.mark.parametrize("text", ["? a\n: 1\nb: 2\n", "b: 2\n? a\n: 1\n"])
def test_a_key_with_a_question_mark_is_refused(text):
    with pytest.raises(NotThere, match="a key with `\\?` stands here, which fmt does not move"):
        blocks(text, outline(text).root)
