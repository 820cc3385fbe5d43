import pytest

from relplan.judgement.advice import question, suggestion
from relplan.judgement.cues import grammar
from relplan.judgement.result import VERDICTS

PASSES = {"invests": True, "learns": True, "illustrates": True}


@pytest.mark.parametrize("first", VERDICTS)
@pytest.mark.parametrize("second", VERDICTS)
def test_each_pair_of_verdicts_has_its_question(first, second):
    if first != second:
        asked = question([first, second])
        assert asked.endswith("?")
        assert asked == question([second, first])


def test_what_sells_is_answered_by_its_act():
    said = suggestion("sales", list(grammar().hits("Ask the CFO for a referral")), PASSES)
    assert said.startswith("give first")


def test_an_act_without_an_answer_of_its_own_gets_the_general_one():
    assert "campaign" in suggestion("sales", [], PASSES)
    assert suggestion("vague", [], PASSES)


def test_a_good_line_is_told_of_its_first_failed_test_or_nothing():
    assert suggestion("relationship", [], PASSES) is None
    first = suggestion("relationship", [], PASSES | {"learns": False, "illustrates": False})
    assert first == suggestion("relationship", [], PASSES | {"learns": False})
