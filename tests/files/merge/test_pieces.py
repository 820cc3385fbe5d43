from pathlib import Path

import pytest

from relplan.files.edit.outline import outline
from relplan.files.merge import pieces
from relplan.files.merge.doubt import Clash

EXAMPLES = sorted(Path("examples").rglob("*.yaml")) or sorted(
    (Path(__file__).parents[3] / "examples").rglob("*.yaml")
)


def cut(text):
    return pieces.collection(text, outline(text).root, 0, len(text))


def joined(found):
    """A collection put together again, each entry that is one itself from its own pieces."""
    text = found.head
    for one in found.entries:
        body = one.body
        if pieces.is_block(one.value):
            body = joined(pieces.collection(one.text, one.value, one.start, one.end))
        text += one.gap + one.above + ("" if one.inline else " " * one.column) + body
    return text + found.tail


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_pieces_of_every_example_are_its_text(path):
    text = path.read_text(encoding="utf-8")
    assert joined(cut(text)) == text


TEXT = (
    "# the file's own\n"
    "a: 1\n"
    "\n"
    "# of nobody\n"
    "\n"
    "# of b\n"
    "b:  # behind\n"
    "  - x: 1\n"
    "    y: 2\n"
    "    # in b's first\n"
    "  # of the second\n"
    "  - z\n"
    "# the end\n"
)


def test_comments_stand_with_whom_they_belong_to():
    found = cut(TEXT)
    assert found.head == "# the file's own\n"
    assert found.tail == "# the end\n"
    assert found.entries[1].gap == "\n# of nobody\n\n"
    assert found.entries[1].above == "# of b\n"
    inner = pieces.collection(TEXT, found.entries[1].value, *found.entries[1][1:3])
    assert inner.head == "b:  # behind\n"
    assert inner.entries[0].body == "- x: 1\n    y: 2\n    # in b's first\n"
    assert inner.entries[1].above == "  # of the second\n"
    assert joined(found) == TEXT


def test_an_entry_is_the_same_wherever_it_is_indented_to():
    one, other = cut("a:\n  b: 1\n"), cut("a:\n    b: 1\n")
    inside = [
        pieces.collection(c.entries[0].text, c.entries[0].value, 0, len(c.entries[0].text))
        for c in (one, other)
    ]
    assert inside[0].entries[0].same(inside[1].entries[0])
    assert inside[0].entries[0].lines(4) == "    b: 1\n"


def test_what_it_says_is_texts_lists_and_mappings():
    part = outline("a: 1\nb: [x, '']\nc:\n").root
    assert pieces.plain(part) == {"a": "1", "b": ["x", ""], "c": None}
    assert pieces.plain(None) is None


@pytest.mark.parametrize(
    ("text", "empty"), [("", True), ("{}", True), ("[]", True), ("''", False), ("a: 1", False)]
)
def test_where_nothing_stands_yet_is_known(text, empty):
    assert pieces.is_empty(outline(text).root) == empty


def test_a_dash_on_a_line_of_another_list_is_not_cut():
    text = "- - a\n  - b\n- c\n"
    first = cut(text).entries[0]
    inner = pieces.collection(text, first.value, first.start, first.end)
    assert [one.inline for one in inner.entries] == [True, False]


def test_what_has_no_lines_of_its_own_is_a_clash():
    text = "? a\n: 1\n? b\n: 2\n"
    assert [one.body for one in cut(text).entries] == ["? a\n: 1\n", "? b\n: 2\n"]
    with pytest.raises(Clash):
        pieces._entry("a: 1\nb: 2\n", outline("a: 1\nb: 2\n").root, 1, 9, 0)
