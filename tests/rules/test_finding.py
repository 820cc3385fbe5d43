"""What a rule is told: the id of its node and the judgement of it."""

import pytest
from scenes import TODAY, book

from relplan.analysis.verdicts import Verdicts
from relplan.judgement.result import Judgement
from relplan.rules.finding import Context, Finding


def test_a_node_is_called_by_its_key_and_a_whole_file_by_its_plan():
    assert Context(book(), TODAY, "acme", place=("goals", "g1")).id == "g1"
    assert Context(book(), TODAY, "acme", place=("held", 0)).id == "0"
    assert Context(book(), TODAY, "acme").id == "acme"


def test_settings_are_those_of_the_book():
    assert Context(book(firm="Lowe"), TODAY).settings.firm == "Lowe"


def test_a_finding_stands_at_the_node_itself_unless_told_otherwise():
    assert Finding("x").at == ()


def test_without_verdicts_nothing_is_judged():
    context = Context(book(), TODAY, "acme")
    assert (context.judged, context.judgement) == ((), None)
    assert context.words_fail("invests")


class Said(Verdicts):
    """Verdicts that say one thing of everything."""

    def __init__(self, verdict, *, invests):
        self.one = Judgement(verdict, invests, False, False, True, (), None)

    def of(self, *_):
        return self.one


@pytest.mark.parametrize(
    ("verdict", "invests", "fails"),
    [("relationship", False, True), ("relationship", True, False), ("undecided", False, True),
     ("sales", False, False), ("vague", False, False)],
)  # fmt: skip
def test_a_line_of_which_something_graver_is_said_fails_no_single_test(verdict, invests, fails):
    context = Context(book(), TODAY, "acme", verdicts=Said(verdict, invests=invests))
    assert context.words_fail("invests") is fails
