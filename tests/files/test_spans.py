"""Spans: every place exists, and every scalar's stretch of text reads back as the scalar."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.files.document import document_of
from relplan.files.parse import parse
from relplan.files.tree import Lines, Mapping, follow, key_at, scalars

PIECES = st.sampled_from(
    ["a", "b", ": ", "- ", "[", "]", "{", "}", ", ", "\n", "\n  ", "\n    ", '"', "'", "|\n  ", "#", " #c",
     "é", "渡", "\u0301", "\r\n", "\r", "\x85", "\u2028", "\U0001f600", "key: v\n", "- {a: b}\n", "k:\n  l: m\n"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)
STEPS = st.lists(
    st.one_of(st.sampled_from(["a", "b", "key", "k", "l"]), st.integers(-2, 5)), max_size=5
)
CALM = settings(deadline=None, derandomize=True, max_examples=400)


@CALM
@given(TEXTS, STEPS)
def test_a_place_always_exists_whatever_the_path(text, path):
    document, troubles = document_of("clients/a.yaml", text.encode("utf-8"))
    for trouble in troubles:
        assert trouble.line >= 1
        assert trouble.column >= 1
    if document.root is None:
        return
    for node in (follow(document.root, path), key_at(document.root, path)):
        one = document.at(node, "RP203", "x", "y")
        assert 1 <= one.line <= len(document.lines)
        assert (one.line, one.column) <= (one.end_line, one.end_column)
        assert one.column <= len(document.lines.line(one.line)) + 2


@CALM
@given(TEXTS)
def test_the_stretch_of_a_scalar_reads_back_as_the_scalar(text):
    root, _ = parse(text)
    if root is None:
        return
    for _, scalar in scalars(root):
        if "\n" in text[scalar.start : scalar.end] or scalar.style in ("|", ">"):
            continue  # the indentation of further lines belongs to the group around it
        stretch = text[scalar.start : scalar.end]
        again, troubles = parse(stretch)
        assert troubles == []
        assert (again.plain() if again else "") == scalar.text


@CALM
@given(TEXTS)
def test_nodes_lie_inside_their_group_and_in_order(text):
    root, _ = parse(text)
    if not isinstance(root, Mapping):
        return
    reached = 0
    for key, value in root.pairs:
        assert reached <= key.start <= key.end <= len(text)
        assert key.end <= value.end <= len(text)
        reached = max(key.end, value.end)


@CALM
@given(TEXTS, st.integers(0, 200))
def test_line_and_column_lead_back_to_the_offset(text, offset):
    lines = Lines(text)
    offset = min(offset, len(text))
    line, column = lines.place(offset)
    assert lines.start(line) + column - 1 == offset
    assert lines.start(line) <= offset


@CALM
@given(TEXTS)
def test_the_lines_are_those_of_an_editor(text):
    lines = Lines(text)
    joined = [lines.line(number) for number in range(1, len(lines) + 1)]
    assert joined == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
