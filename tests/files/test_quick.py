import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.files.parse import parse
from relplan.files.quick import Odd, scan

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("examples", "tests/books", "tests/errors")
    for path in (ROOT / folder).rglob("*.yaml")
)


def agree(text: str) -> None:
    """The short way says what the long way says, or nothing."""
    found, (root, troubles) = scan(text), parse(text)
    if found is not None:
        assert root is not None
        assert not troubles
        assert found == root.plain()
        assert json.dumps(found) == json.dumps(root.plain())  # and in the same order


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.parent.name + "/" + one.name)
def test_a_file_reads_the_same_both_ways(path):
    agree(path.read_text(encoding="utf-8", errors="replace"))


PIECES = st.sampled_from(
    [*"ab:-?#&*!|>'\"{}[],%@ \n", "\n  ", ": ", "- ", "a: ", "~", "null", "007", "é", "\\ud800"]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text_reads_the_same_both_ways(text):
    agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2",
        "a: &x b\nc: *x",
        "a: !t b",
        "a: b\n---\nc: d",
        "%YAML 1.1\n---\na: b",
        "? [a]\n: b",
        "a: [",
        'a: "\\ud800"',
        "[" * 33 + "]" * 33,
        "",
        "# nothing\n",
    ],
)
def test_what_is_odd_has_no_short_way(text):
    assert scan(text) is None


def test_only_what_another_reader_takes_for_something_else_is_odd():
    found = scan("a: 007\nb: '007'\nc: no\nd: 2026-11-03\ne: true\nf: ~")
    assert [type(one) for one in found.values()] == [Odd, str, str, str, Odd, Odd]
    with pytest.raises(TypeError):
        hash(found["a"])
