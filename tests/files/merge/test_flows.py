import pytest

from relplan.files.edit.outline import outline
from relplan.files.merge.doubt import Clash
from relplan.files.merge.flows import Piece, in_brackets, value


def piece(text):
    made = outline(text)
    return Piece(made, made.root)


def merged(base, ours, theirs, *, ids=False):
    return in_brackets(piece(base), piece(ours), piece(theirs), ids=ids)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        ("{a: 1, b: 2}", "{a: 9, b: 2}", "{a: 1, b: 3}", "{a: 9, b: 3}"),
        ("{a: 1}", "{a: 1, o: 1}", "{a: 1, t: 1}", "{a: 1, o: 1, t: 1}"),
        ("{a: 1, b: 2, c: 3}", "{b: 2, c: 3}", "{a: 1, b: 2}", "{b: 2}"),
        ("{a: 1}", "{}", "{a: 1, t: 1}", "{t: 1}"),
        ("{}", "{o: 1}", "{t: 1}", "{o: 1, t: 1}"),
        ("{a: 1}", "{ a: 1,o: 1 }", "{a: 1, t: 1}", "{ a: 1,o: 1, t: 1 }"),
        ("[a]", "[a,b]", "[a, c]", "[a,b, c]"),
        ("[a, b]", "[b, a]", "[a, b, c]", "[b, c, a]"),
        ("{a: {x: 1, y: 1}}", "{a: {x: 2, y: 1}}", "{a: {x: 1, y: 2}}", "{a: {x: 2, y: 2}}"),
        ("{a: [1]}", "{a: [1, 2]}", "{a: [1, 3]}", "{a: [1, 2, 3]}"),
        (
            "[\n  a,\n  b\n]",
            "[\n  a,\n  b,\n  o\n]",
            "[\n  a,\n  b,\n  t\n]",
            "[\n  a,\n  b,\n  o,\n  t\n]",
        ),
        ("[a, b,]", "[a, b, o,]", "[a, t, b,]", "[a, t, b, o,]"),
        ('{a: "x, y"}', "{a: \"x, y\", o: '}'}", '{a: "x; y"}', "{a: \"x; y\", o: '}'}"),
    ],
)
def test_entries_of_both_sides_stand_in_our_brackets(base, ours, theirs, found):
    assert merged(base, ours, theirs) == found


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("{a: 1}", "{a: 2}", "{a: 3}"),
        ("{a: 1, b: 1}", "{b: 1}", "{a: 2, b: 1}"),
        ("{a: 1}", "{a: 1, n: 1}", "{a: 1, n: 2}"),
        ("{a: 1}", "[a]", "{a: 2}"),
        ("[\n a, # c\n b]", "[\n a, # c\n b, o]", "[\n a, # c\n b, t]"),
        ("[a: 1, b]", "[a: 2, b]", "[a: 3, b]"),
        ("[a, b]", "[c, d, b]", "[e, b]"),
        ("{a, b: 1}", "{a, b: 2}", "{a, b: 1, c: 1}"),
    ],
)
def test_what_is_not_clear_is_a_clash(base, ours, theirs):
    with pytest.raises(Clash):
        merged(base, ours, theirs)


def test_an_id_in_brackets_can_be_renamed():
    old, new = "{name: Lena O, role: user}", "{name: Lena O, role: buyer}"
    assert merged(f"{{a: {old}}}", f"{{b: {old}}}", f"{{a: {new}}}", ids=True) == f"{{b: {new}}}"


def test_a_value_that_only_looks_otherwise_gives_way():
    assert value(piece("a"), piece("'a'"), piece("b"), ids=False) == "b"
    assert value(piece("[a, b]"), piece("[ a, b ]"), piece("[a]"), ids=False) == "[a]"


@pytest.mark.parametrize("ours", ["[a, # c\n b]", "{a: 1}"])
def test_a_comment_in_brackets_does_not_give_way(ours):
    with pytest.raises(Clash):
        value(piece("[a, b]"), piece(ours), piece("[a]"), ids=False)


def test_a_comment_behind_the_mark_of_a_block_does_not_give_way():
    with pytest.raises(Clash):
        value(piece("|\n a\n"), piece("| # c\n a\n"), piece("|\n b\n"), ids=False)
