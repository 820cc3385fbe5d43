import pytest

from relplan.files.edit.outline import outline
from relplan.files.merge import lines
from relplan.files.merge.doubt import Clash
from relplan.files.merge.pieces import collection


def merged(*texts):
    made = [outline(text) for text in texts]
    entries = [collection(one.text, one.root, 0, len(one.text)).entries[0] for one in made]
    return lines.merged(made, tuple(entries), ids=False)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        ("a: 1\n", "a: 2\n", "a: 1  # c\n", "a: 2  # c\n"),
        ("a: 1 # c\n", "a: 2 # c\n", "a: 1 # d\n", "a: 2 # d\n"),
        ("a: 1\n", "a:   1\n", "a: 2\n", "a:   2\n"),
        ("a: [x] # c\n", "a: [x, o] # c\n", "a: [x, t] # d\n", "a: [x, o, t] # d\n"),
        ("a:\n", "a: 1\n", "a:  # c\n", "a: 1  # c\n"),
        ("- x\n", "- x # c\n", "- y\n", "- y # c\n"),
        ("-\n- z\n", "- x\n- z\n", "- # c\n- z\n", "- x # c\n"),
        ("a: |\n  x\n", "a: |\n  x\n  y\n", "a: |\n  x\n  # below\n", "a: |\n  x\n  y\n"),
        ("a: [x]\n", "a: [x]  # c\n", "a:\n  - x\n  - y\n", None),
        ("a: [x]\n", "a: [ x ]\n", "a:\n  - x\n  - y\n", "a:\n  - x\n  - y\n"),
        ("a:\n  - x\n", "a: [x, y]\n", "a:\n    - x\n", "a: [x, y]\n"),
    ],
)
def test_each_part_comes_from_the_side_that_changed_it(base, ours, theirs, found):
    if found is None or "# below" in theirs:
        with pytest.raises(Clash):
            merged(base, ours, theirs)
    else:
        assert merged(base, ours, theirs) == found


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("a: 1\n", "a: 2\n", "a: 3\n"),
        ("a: 1 # c\n", "a: 1 # d\n", "a: 1 # e\n"),
        ("a: 1\n", "b: 1\n", "c: 1\n"),
        ("a: 1\n", "a: |\n  x\n", "a: 1 # c\n"),
        ("a: [x]\n", "b: [ x ]\n", "a:\n  - x\n  - y\n"),
        ("a: [x]\n", "a: [y]\n", "a:\n  - x\n  - y\n"),
    ],
)
def test_a_part_that_both_changed_is_a_clash(base, ours, theirs):
    with pytest.raises(Clash):
        merged(base, ours, theirs)
