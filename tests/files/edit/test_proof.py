import pytest

from relplan.files.edit.outline import outline
from relplan.files.edit.proof import Splice, Unproven, prove
from relplan.files.edit.render import Wanted


def test_a_splice_that_reaches_further_than_it_says_is_not_proven():
    made = outline("a: x\nb: y\n")
    with pytest.raises(Unproven):
        prove(made, Splice(3, 4, "x\nc: z", 3, 4, [Wanted("x")]))


def test_a_splice_that_says_something_else_is_not_proven():
    made = outline("a: x\nb: y\n")
    assert prove(made, Splice(3, 4, "z", 4, 5, [Wanted("z")])) == "a: z\nb: y\n"
    with pytest.raises(Unproven):
        prove(made, Splice(3, 4, "z # w", 4, 5, [Wanted("z # w")]))


def test_a_number_where_a_text_was_meant_is_not_proven():
    with pytest.raises(Unproven):
        prove(outline("a: x\n"), Splice(3, 4, "007", 4, 5, [Wanted("007")]))


def test_a_splice_that_loses_a_comment_is_not_proven():
    made = outline("a: x # why\nb: y\n")
    with pytest.raises(Unproven, match="# why"):
        prove(made, Splice(3, 10, "z", 4, 5, [Wanted("z")]))
    assert prove(made, Splice(3, 10, "z", 4, 5, [Wanted("z")], removes=True)) == "a: z\nb: y\n"
