import pytest

from relplan.files.edit.outline import find, outline


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("a: |\n  x\n\n\nb: 1\n", "|\n  x"),
        ("a: |-\n  x\n  y\n# c\nb: 1\n", "|-\n  x\n  y"),
        ("a: |+\n  x\n\n\nb: 1\n", "|+\n  x\n\n"),
        ("a: |\n  x\n     \n\nb: 1\n", "|\n  x\n     "),
        ("a: >\r\n  x\r\n\r\nb: 1\r\n", ">\r\n  x"),
        ("a: |2 # c\n    x\n", "|2 # c\n    x"),
        ("a: |\n", "|"),
        ("a: |+\n  x\n\n", "|+\n  x\n"),
    ],
)
def test_a_block_ends_with_its_last_own_line(text, stretch):
    part = find(outline(text), ["a"])[-1]
    assert text[part.start : part.end] == stretch


def test_what_a_part_knows_of_itself():
    made = outline("a: &n [x]\nb: !t 'y'\nc:\nd: *n\n")
    root = find(made, [])[0]
    a, b, c, d = root.children
    assert (root.mapping, root.leaf, a.mapping, a.flow) == (True, False, False, True)
    assert (a.dressed, b.dressed, c.dressed) == (True, True, False)
    assert (b.text, b.style, b.tag) == ("y", "'", "!t")
    assert (c.empty, b.empty, d.alias, c.alias) == (True, False, True, False)
    assert made.text[a.inside] == "["
