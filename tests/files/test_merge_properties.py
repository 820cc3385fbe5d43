"""Whatever two people do to a plan: nothing of either is lost, and nothing else moves."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.files.edit import EditRefused, add_entry, append_item, remove, set_value
from relplan.files.merge import Doubt, merge
from relplan.files.parse import parse
from relplan.files.tree import Items, Mapping, Scalar

settings.register_profile("merges", derandomize=True, deadline=None, max_examples=15, database=None)
repeatably = settings.get_profile("merges")

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = {
    path.relative_to(EXAMPLES).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(EXAMPLES.rglob("*.yaml"))
    if path.parent.name in ("clients", "prospects", "campaigns") or path.name == "relplan.yaml"
}
BLOCKS = """\
# the head

client: Acme
roles:
  # first
  jane:
    name: Jane
    title: CFO   # of the group
    interests:
    - sailing
    - jazz
  raj:
    name: Raj
    notes: |
      One

        two
    # still Raj's

# --- goals ---
goals:
  one:
    goal: They call us
    initiatives:
      clinic:
        what: Clinic
      # an idea
      talk:
        what: Talk
pitches:
  - date: 2026-01-01
    at: acme
  # by phone
  - date: 2026-02-01
    at: rossi
review:
  every: quarterly
# the end
"""
EDITS = ("set", "add", "append", "remove", "comment", "behind", "blank", "record")


def some(kinds):
    """A few edits of these kinds."""
    one = st.tuples(st.sampled_from(kinds), st.integers(0, 10_000))
    return st.lists(one, min_size=1, max_size=6)


edits = some(EDITS)
# A comment behind a value that the other changed makes one line of two.
whole_lines = some([one for one in EDITS if one != "behind"])


def nodes(node, path=()):
    """Every node with its path."""
    yield path, node
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            yield from nodes(value, (*path, key.text))
    elif isinstance(node, Items):
        for index, value in enumerate(node.items):
            yield from nodes(value, (*path, index))


def chosen(text, kind, at):
    """The path of some node of a kind."""
    root, _ = parse(text)
    found = [path for path, node in nodes(root) if isinstance(node, kind) and path]
    return found[at % len(found)] if found else ("nowhere",)


def edited(text, todo, who):
    """The text after these edits of one person; each leaves a word of its own."""
    for number, (kind, at) in enumerate(todo):
        try:
            text = edit(text, kind, at, f"{who}{number}x")
        except EditRefused:
            continue
    return text


def edit(text, kind, at, word):
    if kind == "set":
        return set_value(text, chosen(text, Scalar, at), f"{word} says")
    if kind == "add":
        return add_entry(text, chosen(text, Mapping, at), word, f"{word} new")
    if kind == "record":
        return add_entry(text, chosen(text, Mapping, at), word, {"name": word, "role": "user"})
    if kind == "append":
        return append_item(text, chosen(text, Items, at), f"{word} item")
    if kind == "remove":
        return remove(text, chosen(text, (Scalar, Mapping), at))
    lines = text.split("\n")
    at %= len(lines)
    space = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    if kind == "behind":
        lines[at] += f"  # {word} behind" if lines[at].strip() else ""
    else:
        lines.insert(at, f"{space}# {word} comment" if kind == "comment" else "")
    root, troubles = parse("\n".join(lines))
    same = not troubles and root is not None and root.plain() == parse(text)[0].plain()
    return "\n".join(lines) if same else text


def words(text):
    """The words that the two left in a text."""
    return set(re.findall(r"(?:ann|bob)[0-9]+x", text))


@pytest.mark.parametrize(
    "name", ["clients/acme", "prospects/", "campaigns/", "relplan", "clients/r"]
)
@repeatably
@given(mine=edits, other=edits)
def test_every_word_that_either_wrote_stands_in_the_result(name, mine, other):
    base = next(text for path, text in TEXTS.items() if f"/{name}" in f"/{path}")
    ours, theirs = edited(base, mine, "ann"), edited(base, other, "bob")
    found = merge(base, ours, theirs)
    assert words(ours) | words(theirs) <= words(found.text)
    assert merge(base, theirs, ours).conflicts == found.conflicts


def counted(text):
    return Counter(line for line in text.split("\n") if line.strip())


@settings(repeatably, max_examples=60)
@given(mine=whole_lines, other=whole_lines)
def test_every_line_that_either_added_stands_in_the_result_and_the_others_stay(mine, other):
    ours, theirs = edited(BLOCKS, mine, "ann"), edited(BLOCKS, other, "bob")
    lines = counted(merge(BLOCKS, ours, theirs).text)
    before, left, right = counted(BLOCKS), counted(ours), counted(theirs)
    assert (left - before) | (right - before) <= lines
    assert before - (before - left) - (before - right) <= lines


@pytest.mark.parametrize("name", TEXTS)
@settings(repeatably, max_examples=3)
@given(todo=edits)
def test_what_only_one_side_did_is_taken_byte_by_byte(name, todo):
    base = TEXTS[name]
    new = edited(base, todo, "ann")
    assert merge(base, new, base) == merge(base, base, new) == merge(base, new, new) == (new, 0)


LINES = (
    *("a: 1", "a: 2", "b:", "  c: 1", "  - x", "- y", "# c", "  # d", "", "b: []", "---"),
    *("d: {e: 1, f: [g]}", "d: {e: 2, f: []}", "d: {e: 1, f: [g, h]} # i"),
    *("  c: |", "    text", "<<<<<<< o"),
)
PIECES = st.lists(st.sampled_from(LINES), max_size=7).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@settings(repeatably, max_examples=500)
@given(base=PIECES, ours=PIECES, theirs=PIECES)
def test_whatever_the_three_texts_are_it_merges_or_doubts(base, ours, theirs):
    try:
        found = merge(base, ours, theirs)
    except Doubt:
        return
    assert bool(found.conflicts) == ("<<<<<<< ours" in found.text)
    assert found.conflicts or parse(found.text)[1] == []
