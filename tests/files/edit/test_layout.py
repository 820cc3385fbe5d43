import pytest

from relplan.files.edit import layout
from relplan.files.edit.outline import find, outline
from relplan.files.edit.refused import NotThere


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
def test_lines_end_as_an_editor_ends_them(line):
    text = f"a: 1{line}b: 2{line}"
    at = text.index("b")
    assert layout.line_start(text, at + 2) == at
    assert layout.line_end(text, 0) == 4
    assert layout.next_line(text, 0) == at
    assert layout.newline(text, len(text)) == line
    assert layout.column(text, at + 3) == 3


def test_a_text_without_a_line_break_gets_the_common_one():
    assert layout.newline("a: 1", 4) == "\n"


def test_skipping_passes_comments_and_blank_lines():
    text = "  # c\n\n\t# d\n  x"
    assert text[layout.skip(text, 0)] == "x"


def test_behind_a_value_only_a_comment_may_stand():
    assert layout.rest_of_line("a: x  # c\n", 4) == 9
    with pytest.raises(NotThere):
        layout.rest_of_line("[x, y]\n", 2)


@pytest.mark.parametrize(
    ("text", "column"), [("a: 1\n", 0), ("k:\n  - x\n", 2), ("k:\n- x\n", 0), ("? a\n: b\n", 0)]
)
def test_entries_begin_at_a_column(text, column):
    part = find(outline(text), ["k"] if text.startswith("k") else [])[-1]
    assert layout.entry_column(text, part) == column


def test_comments_below_belong_when_they_stand_further_in():
    text = "  a: 1 # x\n    # in\n  # out\n"
    assert text[: layout.below(text, 6, 2)] == "  a: 1 # x\n    # in"
    text = "  a: 1\n\n    # beyond a blank line\n"
    assert text[: layout.below(text, 6, 2)] == "  a: 1"


def test_comments_above_belong_when_they_stand_right_above():
    text = "# far\n\n# one\n# two\na: 1\n"
    assert text[layout.above(text, text.index("a: 1"), 0) :] == "# one\n# two\na: 1\n"
    text = "  # further in\na: 1\n"
    assert text[layout.above(text, text.index("a: 1"), 0) :] == "a: 1\n"
