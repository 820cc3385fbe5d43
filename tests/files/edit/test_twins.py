import pytest

from relplan.files.edit import add_entry, append_item
from relplan.files.edit.twins import same_kind


def new_lines(old, new):
    """The lines that were added."""
    before, after = old.splitlines(True), new.splitlines(True)
    assert after[: len(before)] == before
    return after[len(before) :]


TWINS = """\
tags: [a, b]
roles:
  jane:
    interests: [sailing]
    hours: 4
    id: "7"
  raj:
    cadence: {every: 6w}
"""


def test_a_new_entry_is_shaped_like_its_neighbours():
    value = {"id": "8", "hours": "16", "interests": ["maps"], "cadence": {"every": "2w"}}
    assert new_lines(TWINS, add_entry(TWINS, ["roles"], "bo", value)) == [
        "  bo:\n",
        '    id: "8"\n',
        "    hours: 16\n",
        "    interests: [maps]\n",
        "    cadence: {every: 2w}\n",
    ]


def test_a_new_field_is_shaped_like_those_of_its_cousins():
    new = add_entry(TWINS, ["roles", "raj"], "hours", "8")
    assert new_lines(TWINS, new) == ["    hours: 8\n"]
    new = add_entry(TWINS, ["roles", "raj"], "interests", ["maps", "chess"])
    assert new_lines(TWINS, new) == ["    interests: [maps, chess]\n"]


def test_a_list_that_no_neighbour_has_follows_the_file():
    new = add_entry(TWINS, ["roles", "raj"], "ours", ["ben"])
    assert new_lines(TWINS, new) == ["    ours: [ben]\n"]
    new = add_entry("tags:\n- a\nroles:\n- b\n", [], "ours", ["ben"])
    assert new.endswith("ours:\n- ben\n")


def test_a_number_is_bare_among_numbers_only():
    assert append_item("a: [1, 2]\n", ["a"], "3") == "a: [1, 2, 3]\n"
    assert append_item("a: [1, 2]\n", ["a"], "007") == 'a: [1, 2, "007"]\n'
    assert append_item("a: [x, z]\n", ["a"], "3") == 'a: [x, z, "3"]\n'


@pytest.mark.parametrize(
    ("old", "new"), [("4", "5"), ("1.5", "2.0"), ("true", "False"), ("no", "yes")]
)
def test_these_are_of_one_kind(old, new):
    assert same_kind(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [("4", "007"), ("4", "x"), ("4", "1.5"), ("1.10", "1.20"), ("true", "yes"), ("x", "4")],
)
def test_these_are_not(old, new):
    assert not same_kind(old, new)
