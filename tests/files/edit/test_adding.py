import pytest

from relplan.files.edit import add_entry, append_item, remove

ADDS = {
    "below the last entry": ("a: 1\n", [], "b", "x", "a: 1\nb: x\n"),
    "without a line break at the end": ("a: 1", [], "b", "x", "a: 1\nb: x"),
    "in an empty file": ("", [], "b", "x", "b: x\n"),
    "in a file of comments": ("# c\n", [], "b", "x", "# c\nb: x\n"),
    "above trailing blank lines": (
        "r:\n  a: 1\n\n\ns: 2\n",
        ["r"],
        "b",
        "x",
        "r:\n  a: 1\n  b: x\n\n\ns: 2\n",
    ),
    "above the next heading": (
        "r:\n  a: 1\n# s\ns: 2\n",
        ["r"],
        "b",
        "x",
        "r:\n  a: 1\n  b: x\n# s\ns: 2\n",
    ),
    "below what belongs to the last": (
        "r:\n  a:\n    n: 1\n    # o: 2\ns: 2\n",
        ["r"],
        "b",
        "x",
        "r:\n  a:\n    n: 1\n    # o: 2\n  b: x\ns: 2\n",
    ),
    "with the neighbours' quotes": (
        "r: {a: 'x', b: 'y'}\n",
        ["r"],
        "c",
        "z",
        "r: {a: 'x', b: 'y', c: 'z'}\n",
    ),
    "with the neighbours' key quotes": ('{"a": "x"}\n', [], "b", "y", '{"a": "x", "b": "y"}\n'),
    "aligned": ("aa:   1\nbbb:  2\n", [], "c", "x", "aa:   1\nbbb:  2\nc:    x\n"),
    "as a block among blocks": (
        "r:\n    a:\n        k: 1\n",
        ["r"],
        "b",
        {"k": "x", "m": ["p"]},
        "r:\n    a:\n        k: 1\n    b:\n        k: x\n        m:\n          - p\n",
    ),
    "in brackets among brackets": (
        "r:\n  a: {k: 1}\n",
        ["r"],
        "b",
        {"k": "x", "m": ["p"]},
        "r:\n  a: {k: 1}\n  b: {k: x, m: [p]}\n",
    ),
    "in empty brackets": ("r: {}  # none\ns: 1\n", ["r"], "b", "x", "r:  # none\n  b: x\ns: 1\n"),
    "in empty brackets within brackets": ("r: [{ }]\n", ["r", 0], "b", "x", "r: [{ b: x }]\n"),
    "where nothing stood": ("r:\ns: 1\n", ["r"], "b", "x", "r:\n  b: x\ns: 1\n"),
    "behind a dash": ("- a: 1\n- a: 2\n", [0], "b", "x", "- a: 1\n  b: x\n- a: 2\n"),
    "in brackets on several lines": (
        "r: {\n  a: 1, # one\n  b: 2 # two\n}\n",
        ["r"],
        "c",
        "x",
        "r: {\n  a: 1, # one\n  b: 2, # two\n  c: x\n}\n",
    ),
    "with a trailing comma": (
        "r: {\n  a: 1, # one\n}\n",
        ["r"],
        "c",
        "x",
        "r: {\n  a: 1, # one\n  c: x,\n}\n",
    ),
    "below a kept block": (
        "r:\n  a: |+\n    t\n\ns: 1\n",
        ["r"],
        "b",
        "x",
        "r:\n  a: |+\n    t\n\n  b: x\ns: 1\n",
    ),
    "below a stripped block": (
        "r:\n  a: |-\n    t\n\ns: 1\n",
        ["r"],
        "b",
        "x",
        "r:\n  a: |-\n    t\n  b: x\n\ns: 1\n",
    ),
    "below a key without a value": ("? a\n: 1\n? b\n", [], "c", "x", "? a\n: 1\n? b\nc: x\n"),
    "above the end of the document": ("a: 1\n...\n", [], "b", "x", "a: 1\nb: x\n...\n"),
    "under an anchor nobody uses": ("r: &n\n  a: 1\n", ["r"], "b", "x", "r: &n\n  a: 1\n  b: x\n"),
    "with windows lines": (
        "r:\r\n  a: 1\r\n\r\ns: 2\r\n",
        ["r"],
        "b",
        "x",
        "r:\r\n  a: 1\r\n  b: x\r\n\r\ns: 2\r\n",
    ),
}


@pytest.mark.parametrize(("old", "path", "key", "value", "new"), ADDS.values(), ids=ADDS)
def test_add_entry_writes(old, path, key, value, new):
    assert add_entry(old, path, key, value) == new


@pytest.mark.parametrize(("old", "path", "key", "value", "new"), ADDS.values(), ids=ADDS)
def test_removing_what_was_added_gives_the_old_bytes_back(old, path, key, value, new):
    assert value
    if old.startswith("#") or not old or "r:\ns" in old or "{ }" in old:
        pytest.skip("an empty place does not say how it was empty")
    assert remove(new, [*path, key]) == old


APPENDS = {
    "a dash like the others": (
        "a:\n-   x\n-   y # c\nb: 1\n",
        ["a"],
        "z",
        "a:\n-   x\n-   y # c\n-   z\nb: 1\n",
    ),
    "a mapping behind the dash": (
        "- k: x\n  m: z\n",
        [],
        {"k": "p", "m": "q"},
        "- k: x\n  m: z\n- k: p\n  m: q\n",
    ),
    "a line in the log": (
        "- {d: 2026-11-03, w: [jane]}\n",
        [],
        {"d": "2026-11-18", "w": ["raj", "jo"], "m": "a, b"},
        '- {d: 2026-11-03, w: [jane]}\n- {d: 2026-11-18, w: [raj, jo], m: "a, b"}\n',
    ),
    "in brackets": ("a: [x, y] # c\n", ["a"], "z", "a: [x, y, z] # c\n"),
    "in tight brackets": ("a: [x,y]\n", ["a"], "z", "a: [x,y,z]\n"),
    "in wide brackets": ("a: [ x, y ]\n", ["a"], "z", "a: [ x, y, z ]\n"),
    "in empty brackets": ("a: []\nb: 1\n", ["a"], "z", "a:\n  - z\nb: 1\n"),
    "lists in lists": ("- - a\n  - b\n- - c\n", [0], "x", "- - a\n  - b\n  - x\n- - c\n"),
    "at the end of the file": ("a:\n  - x", ["a"], "z", "a:\n  - x\n  - z"),
}


@pytest.mark.parametrize(("old", "path", "value", "new"), APPENDS.values(), ids=APPENDS)
def test_append_item_writes(old, path, value, new):
    assert append_item(old, path, value) == new


BELOW = {
    "in the middle": ("a: 1\nb: 2\n", "a", "a: 1\nx: z\nb: 2\n"),
    "the comment above the next stays with it": (
        "a: 1  # one\n# two\nb: 2\n",
        "a",
        "a: 1  # one\nx: z\n# two\nb: 2\n",
    ),
    "a comment inside the one before stays inside": (
        "a:\n  - 1\n  # more\nb: 2\n",
        "a",
        "a:\n  - 1\n  # more\nx: z\nb: 2\n",
    ),
    "blank lines part the sections": (
        "a: |\n  1\n\n# two\nb: 2\n",
        "a",
        "a: |\n  1\n\nx: z\n\n# two\nb: 2\n",
    ),
    "at the end as before it": ("a: 1\n\nb: 2", "b", "a: 1\n\nb: 2\n\nx: z"),
    "with the line breaks that are there": ("a: 1\r\nb: 2\r\n", "a", "a: 1\r\nx: z\r\nb: 2\r\n"),
    "below what is not there: at the end": ("a: 1\nb: 2\n", "zed", "a: 1\nb: 2\nx: z\n"),
    "the only one": ("a: 1\n", "a", "a: 1\nx: z\n"),
    "in brackets at the end": ("{a: 1, b: 2}\n", "a", "{a: 1, b: 2, x: z}\n"),
}


@pytest.mark.parametrize(("old", "after", "new"), BELOW.values(), ids=BELOW)
def test_an_entry_stands_below_the_one_that_is_named(old, after, new):
    assert add_entry(old, [], "x", "z", after=after) == new


def test_a_group_is_written_as_its_like_in_the_next_entry_is():
    old = "g:\n  a:\n    m: {n: 1}\n    i:\n      x: {w: 1}\n  b:\n    m: {n: 1}\n"
    new = add_entry(old, ["g", "b"], "i", {"z": {"w": "2"}})
    assert new == old + '    i:\n      z:\n        w: "2"\n'
