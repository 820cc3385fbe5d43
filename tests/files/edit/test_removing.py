import pytest

from relplan.files.edit import remove

REMOVES = {
    "an entry with its comments": ("a: 1\n# b's\nb: 2 # its\nc: 3\n", ["b"], "a: 1\nc: 3\n"),
    "but not the comment before a blank line": (
        "a: 1\n# p\n\n# b's\nb: 2\nc: 3\n",
        ["b"],
        "a: 1\n# p\n\nc: 3\n",
    ),
    "nor the next one's": ("a: 1\nb: 2\n# c's\nc: 3\n", ["b"], "a: 1\n# c's\nc: 3\n"),
    "nor the head of the file": ("# Acme\na: 1\nb: 2\n", ["a"], "# Acme\nb: 2\n"),
    "with the comments inside it": ("a:\n  b: 1\n  # c: 2\nd: 3\n", ["a"], "d: 3\n"),
    "the last entry": ("a:\n  b: 1\n\n# next\nc: 2\n", ["a", "b"], "a: {}\n\n# next\nc: 2\n"),
    "the last entry under an anchor": (
        "a: &n # c\n  b: 1\nc: 2\n",
        ["a", "b"],
        "a: &n {} # c\nc: 2\n",
    ),
    "the last item": ("a: # c\n- b\nc: 2\n", ["a", 0], "a: [] # c\nc: 2\n"),
    "the first behind a dash": ("- a: 1 # x\n  b: 2\n- c\n", [0, "a"], "- b: 2\n- c\n"),
    "the only one behind a dash": ("- a: 1\n- c\n", [0, "a"], "- {}\n- c\n"),
    "an item": ("- a\n# b's\n- b\n- c\n", [1], "- a\n- c\n"),
    "one of two blank lines around it": ("a: 1\n\nb: 2\n\nc: 3\n", ["b"], "a: 1\n\nc: 3\n"),
    "the first in brackets": ("a: [x, y, z]\n", ["a", 0], "a: [y, z]\n"),
    "one in brackets": ("a: [x, y, z]\n", ["a", 1], "a: [x, z]\n"),
    "the last in brackets": ("a: [x, y, z]\n", ["a", 2], "a: [x, y]\n"),
    "the only one in brackets": ("a: {x: 1} # c\n", ["a", "x"], "a: {} # c\n"),
    "a line in brackets": ("a: [\n  x, # x's\n  y\n]\n", ["a", 0], "a: [\n  y\n]\n"),
    "the last line in brackets": (
        "a: [\n  x, # x's\n  y # y's\n]\n",
        ["a", 1],
        "a: [\n  x # x's\n]\n",
    ),
    "from a file without a line break at the end": ("a: 1\nb: 2", ["b"], "a: 1"),
}


@pytest.mark.parametrize(("old", "path", "new"), REMOVES.values(), ids=REMOVES)
def test_remove_takes(old, path, new):
    assert remove(old, path) == new
