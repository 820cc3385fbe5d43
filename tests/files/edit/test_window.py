import pytest

from relplan.files.edit.outline import outline
from relplan.files.edit.window import window


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ("a: 1\nb: 2\nc: 3\nd: 4\n", "2", "b: 2\nz: z\n"),
        ("a:\n  b:\n    c: 1\n    d: 2\ne: 3\n", "2", "z:\n  z:\n    d: 2\nz: z\n"),
        ("a:\n  b:\n    c: 1\n    d: 2\n    e: 3\n", "2", "    d: 2\n    z: z\n"),
        ("a:\n- x\n- 2\n- z\nb: 1\n", "2", "z:\n- x\n- 2\n- z\n"),
        ("a:\n-\n  b: 2\nc: 3\n", "2", "z:\n-\n  b: 2\nz: z\n"),
        ("a:\n  b: [1,\n    2,\n    3]\n  c: 4\n", "2", "z:\n  b: [1,\n    2,\n    3]\n  z: z\n"),
        ("a: 1\nb: 2", "2", "b: 2"),
        ("a: 1\nb: 2\n...\n", "2", "b: 2\n"),
        ("a: 2\nb:\n  c\n", "2", "a: 2\nz: z\n"),
        ("a:\n  2\nb: 1\n", "2", "a:\n  2\nz: z\n"),
    ],
)
def test_a_window_holds_the_change_the_open_collections_and_a_stub(text, place, shown):
    start = text.index(place)
    found = window(outline(text), start, start + 1)
    assert found is not None
    assert found[0] == shown


def test_the_marks_are_those_of_the_whole_file():
    text = "a:\n  b: 1\n  c: 2\nd: 3\n"
    found = window(outline(text), 15, 16)
    assert found is not None
    kinds = [one[0] for one in found[1]]
    assert kinds[:2] == ["MappingStartEvent", "z"]
    assert kinds[2:6] == ["MappingStartEvent", "c", "2", "MappingEndEvent"]
    assert kinds[6:] == ["z", "z", "MappingEndEvent"]
