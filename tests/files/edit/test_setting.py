import pytest

from relplan.files.edit import set_value

SETS = {
    "a plain text keeps its line": ("a: one\nb: two\n", ["a"], "three", "a: three\nb: two\n"),
    "quotes stay": ("a: 'x'\n", ["a"], "it's", "a: 'it''s'\n"),
    "double quotes stay": ('a: "x"\n', ["a"], "y", 'a: "y"\n'),
    "a text that needs quotes takes the file's": (
        "a: x\nb: 'y'\n",
        ["a"],
        "k: v",
        "a: 'k: v'\nb: 'y'\n",
    ),
    "a number stays a number": ("a: 4 # n\n", ["a"], "5", "a: 5 # n\n"),
    "a text does not become a number": ("a: x\n", ["a"], "5", 'a: "5"\n'),
    "a word does not become a yes": ("a: x\n", ["a"], "no", 'a: "no"\n'),
    "a yes stays a yes": ("a: false\n", ["a"], "true", "a: true\n"),
    "an id keeps its zeros": ("a: 12\n", ["a"], "007", 'a: "007"\n'),
    "an empty value": ("a:   # none yet\nb: 1\n", ["a"], "x", "a: x   # none yet\nb: 1\n"),
    "an empty item": ("-\n- b\n", [0], "x", "- x\n- b\n"),
    "no value in brackets": ("{a, b: , c: 1}\n", ["a"], "x", "{a: x, b: , c: 1}\n"),
    "inside brackets commas get quotes": ("a: [x, y]\n", ["a", 0], "p, q", 'a: ["p, q", y]\n'),
    "outside of brackets they do not": ("a: x\n", ["a"], "p, q [r]", "a: p, q [r]\n"),
    "a block takes new lines": (
        "a: |\n    x\n\nb: 1\n",
        ["a"],
        "p\nq\n",
        "a: |\n    p\n    q\n\nb: 1\n",
    ),
    "a block becomes a line": (
        "a: | # c\n  x\n  y\n\n# h\nb: 1\n",
        ["a"],
        "z",
        "a: z # c\n\n# h\nb: 1\n",
    ),
    "a stripped block": ("a: >-\n  x\n  y\nb: 1\n", ["a"], "p\nq", "a: |-\n  p\n  q\nb: 1\n"),
    "a kept block": ("a: |+\n  x\n\nb: 1\n", ["a"], "p\n\n\n", "a: |+\n  p\n\n\nb: 1\n"),
    "several lines of plain text": ("a: x\n  y\n  z\nb: 1\n", ["a"], "w", "a: w\nb: 1\n"),
    "several lines in quotes": ('a: "x\n  y" # c\nb: 1\n', ["a"], "w", 'a: "w" # c\nb: 1\n'),
    "new lines make a block": ("a: x\nb: 1\n", ["a"], "p\nq", "a: |-\n  p\n  q\nb: 1\n"),
    "new lines in brackets are escaped": ("a: {b: x}\n", ["a", "b"], "p\nq", 'a: {b: "p\\nq"}\n'),
    "a question mark key": ("? a\n: x\n? b\n: y\n", ["a"], "z", "? a\n: z\n? b\n: y\n"),
    "aligned values stay aligned": ("a:    x\nbcd:  y\n", ["a"], "zz", "a:    zz\nbcd:  y\n"),
    "comments in one column stay there": (
        "a: x     # one\nbcd: y   # two\n",
        ["a"],
        "longer",
        "a: longer # one\nbcd: y   # two\n",
    ),
    "a comment by itself keeps its gap": (
        "a: x  # one\nb: 1\n",
        ["a"],
        "yy",
        "a: yy  # one\nb: 1\n",
    ),
    "a list as a block": ("a: x\nb:\n- p\n", ["a"], ["q", "r"], "a:\n- q\n- r\nb:\n- p\n"),
    "a list as its neighbours": ("a: x\nb: [p]\n", ["a"], ["q", "r"], "a: [q, r]\nb: [p]\n"),
    "a mapping": ("a: x # c\n", ["a"], {"b": "1", "c": None}, 'a: # c\n  b: "1"\n  c: null\n'),
    "new lines keep the comment beside the key": (
        "a: x # c\nb: 1\n",
        ["a"],
        "p\nq",
        "a: |- # c\n  p\n  q\nb: 1\n",
    ),
    "a text for a mapping": ("a:\n  b: 1\n  c: 2\nd: 3\n", ["a"], "x", "a: x\nd: 3\n"),
    "a mapping for a mapping": (
        "a: # c\n  b: 1\nd: 3\n",
        ["a"],
        {"e": "x"},
        "a: # c\n  e: x\nd: 3\n",
    ),
    "a long text in its fold": (
        "a: >-\n  x\n  y\nb: 1\n",
        ["a"],
        "w" * 61,
        "a: >-\n  " + "w" * 61 + "\nb: 1\n",
    ),
    "nothing": ("a: x\n", ["a"], None, "a: null\n"),
    "wide characters before": (
        "a: 株式会社 🎉\nb: {c: ✓, d: x}\n",
        ["b", "d"],
        "é",
        "a: 株式会社 🎉\nb: {c: ✓, d: é}\n",
    ),
    "windows lines": ("a: x\r\nb: y\r\n", ["a"], "p\nq", "a: |-\r\n  p\r\n  q\r\nb: y\r\n"),
    "a byte-order mark": ("\ufeffa: x\n", ["a"], "z", "\ufeffa: z\n"),
    "no line break at the end": ("a: x", ["a"], "z", "a: z"),
    "an unused anchor": ("a: &n x\n", ["a"], "z", "a: &n z\n"),
    "a tag goes with its value": ("a: !secret x\n", ["a"], "z", "a: z\n"),
    "an alias": ("a: &n x\nb: *n\n", ["b"], "z", "a: &n x\nb: z\n"),
    "the first of several documents": ("a: x\n---\na: y\n", ["a"], "z", "a: z\n---\na: y\n"),
}


@pytest.mark.parametrize(("old", "path", "value", "new"), SETS.values(), ids=SETS)
def test_set_value_writes(old, path, value, new):
    assert set_value(old, path, value) == new
