from collections import Counter

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from relplan.errors import Refused
from relplan.files.tidy import TidyRefused, Wish, engine, tidy


def by_name(*paths):
    """The order of the alphabet, in the mappings at these paths or in all."""
    return lambda path: "abcdefgh" if not paths or path in paths else ()


ALL = Wish(by_name(), 3)
NOTHING = Wish(engine.nothing, None)

# --- whatever the mapping: same data, same comments, and tidy for good ---------------------------

words = st.sampled_from(
    ["x", "no", "007", "'#'", '"a: b"', "[1, 2]", "{k: v}", "[\n      1,  # in\n      2]"]
)
notes = st.sampled_from(["", "  # aside", " # b: 1"])
gaps = st.lists(
    st.sampled_from(["", "# of it", "# b: 1", "#  goes: on", "#", "      # deeper", "   "]), max_size=4
)  # fmt: skip
blocks = st.sampled_from(
    ["|\n{0}one # no comment\n{0}  two\n", ">-\n{0}one\n\n{0}two\n", "|+\n{0}one\n\n\n"]
)


@st.composite
def entries(draw, column=0, depth=0):
    """The lines of a mapping at a column, with comments and blank lines wherever they may stand."""
    lines = []
    keys = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=5, unique=True))
    for key in keys:
        pad = " " * column
        for gap in draw(gaps):
            own = " " * draw(st.sampled_from([0, column])) if gap.startswith("#") else ""
            lines.append(f"{own}{gap}\n")
        kind = draw(
            st.sampled_from(["word", "word", "block", "map", "list"] if depth < 2 else ["word"])
        )
        step = draw(st.sampled_from([1, 2, 4]))
        if kind == "word":
            lines.append(f"{pad}{key}: {draw(words)}{draw(notes)}\n")
        elif kind == "block":
            lines.append(f"{pad}{key}: {draw(blocks).format(pad + ' ' * step)}")
        elif kind == "map":
            lines.append(f"{pad}{key}:{draw(notes)}\n{draw(entries(column + step, depth + 1))}")
        else:
            inner = draw(entries(column + step + 2, depth + 1)).lstrip()
            if inner.startswith("#"):
                inner = "x\n"
            lines.append(f"{pad}{key}:\n{pad}{' ' * step}- {inner}")
    return "".join(lines)


def composed(text):
    """PyYAML's nodes as values, scalars as their texts."""

    def plain(node):
        if isinstance(node, yaml.MappingNode):
            return {key.value: plain(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [plain(one) for one in node.value]
        return node.value

    return plain(yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader))


def loaded(text):
    return YAML(typ="safe", pure=True).load(text.removeprefix("\ufeff"))


def comments(text):
    return Counter(line[line.index("#") :] for line in text.splitlines() if "#" in line)


def test_any_mapping_says_the_same_keeps_its_comments_and_stays_tidy():
    tried = Counter()

    @settings(max_examples=200)
    @given(text=entries(), end=st.sampled_from(["", "\n# the end\n", "# end"]), head=st.booleans())
    def every(text, end, head):
        text = ("# head\n\n" if head else "") + text + end
        tried[outcome(text)] += 1

    every()
    assert tried["tidied"] > tried["refused"], tried


def outcome(text):
    """What became of a text; a wrong result fails."""
    try:
        before = composed(text)
    except yaml.YAMLError:
        return "no YAML"
    try:
        new = tidy(text, ALL)
    except TidyRefused:
        return "refused"
    assert composed(new) == before
    assert loaded(new) == loaded(text)
    assert comments(new) == comments(text)
    assert list(composed(new)) == sorted(before)
    assert tidy(new, ALL) == new
    return "tidied" if new != text else "tidy"


@settings(max_examples=100)
@given(text=entries())
def test_what_nobody_opted_into_changes_nothing(text):
    try:
        assert tidy(text, NOTHING) == text
    except TidyRefused:
        with pytest.raises(yaml.YAMLError):
            composed(text)


# --- faults ---------------------------------------------------------------------------------------

PLAN = "b:\n    k: 'no' # quoted\n\n# of a\na: [x,\n    y] # long\n"
TIDY = "# of a\na: [x,\n    y] # long\n\nb:\n   k: 'no' # quoted\n"


def test_order_and_indentation_at_once():
    assert tidy("# head\n\n" + PLAN, ALL) == "# head\n\n" + TIDY


def test_windows_breaks_a_mark_and_a_missing_last_break_stay():
    text = "\ufeff" + PLAN.replace("\n", "\r\n").removesuffix("\r\n")
    new = tidy(text, ALL)
    assert new == "\ufeff" + TIDY.replace("\n", "\r\n").removesuffix("\r\n")
    assert new.encode().count(b"\r\n") == text.encode().count(b"\r\n")


def test_a_hash_inside_of_a_text_is_no_comment():
    text = "b: |\n    # not a comment\n    a: 1\na: 'x # y'\n"
    assert tidy(text, ALL) == "a: 'x # y'\nb: |\n   # not a comment\n   a: 1\n"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("b: &x 1\na: 2\n", 1, "`&x` is an anchor, which plans do not use"),
        ("b: 1\na: *x\n", 2, "`*x` is an alias"),
        ("b: 1\n<<: *x\n", 2, "`*x` is an alias"),
        ("b: !!str 1\na: 2\n", 1, "`!!str` is a tag"),
        ("b: 1\n---\na: 2\n", 2, "`---` begins a second document"),
        ("b: 1\nb: 2\n", 2, "`b` stands here a second time"),
        ("b: 1: 2\n", 1, "a text that holds `: ` needs quotes"),
        ("? b\n: 1\n", 1, "a key with `\\?` stands here"),
        ("# whose?\nb: 1\na: 2\n", 1, "this comment may speak of `b` or of all that follows"),
        ("b: |\n  x\n      \na: |\n  y", 1, "the file would say something else"),
        ("b: 1\n\n# alone\n\na: 1\n", 3, "`# alone` would seem to speak of another entry"),
    ],
)
def test_what_cannot_be_proven_is_refused_with_its_line(text, line, why):
    with pytest.raises(TidyRefused, match=why) as caught:
        tidy(text, ALL)
    assert caught.value.line == line
    assert isinstance(caught.value, Refused)
    assert str(caught.value) == f"line {line}: {caught.value.reason}"


def test_a_tidied_text_that_would_change_again_is_refused(monkeypatch):
    turns = iter(["a:\n b: 1\n", "a:\n  b: 1\n"])
    monkeypatch.setattr(engine, "indented", lambda *_: next(turns))
    with pytest.raises(TidyRefused, match="line 2: what is tidy would change again the next time"):
        tidy("a:\n    b: 1\n", Wish(engine.nothing, 2))


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "a\n", "- {b: 1, a: 2}\n", "{b: 1, a: 2}\n"]
)
def test_what_has_no_order_stays(text):
    assert tidy(text, Wish(by_name(), 2)) == text
