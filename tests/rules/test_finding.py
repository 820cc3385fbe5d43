"""What a rule is told: the id of its node and the judgement of it."""

import pytest
from scenes import TODAY, book

from relplan.analysis.verdicts import Verdicts
from relplan.judgement.result import Judgement
from relplan.model.plan import Initiative
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
    assert context.failed_tests == ()


class Said(Verdicts):
    """Verdicts that say one thing of everything."""

    def __init__(self, verdict, *, invests):
        self.one = Judgement(verdict, invests, False, False, True, (), None)

    def of(self, *_):
        return self.one


def failed(verdict, what="Close clinic", invests=True, **fields):
    initiative = Initiative.model_validate({"what": what, **fields})
    said = Said(verdict, invests=invests)
    return Context(book(), TODAY, "acme", node=initiative, verdicts=said).failed_tests


@pytest.mark.parametrize("verdict", ["sales", "vague"])
def test_a_line_of_which_something_graver_is_said_fails_no_single_test(verdict):
    assert failed(verdict) == ()


@pytest.mark.parametrize("verdict", ["relationship", "undecided"])
def test_a_test_fails_that_neither_a_field_nor_the_words_answer(verdict):
    assert failed(verdict) == ("invests", "learns", "illustrates")
    assert failed(verdict, learns="how they close") == ("invests", "illustrates")


def test_words_that_name_what_we_give_answer_the_first_test():
    assert "invests" not in failed("relationship", what="Half-day close clinic")
    assert "invests" not in failed("relationship", what="Close clinic, unpaid")


def test_what_is_done_is_asked_no_more():
    assert failed("relationship", status="done") == ()
