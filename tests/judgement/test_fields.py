import pytest

from relplan.judgement.cues import grammar
from relplan.judgement.fields import PAID_WORK, declared, doubtful, failure, joined, repeats
from relplan.judgement.result import Initiative


def failed(name, words):
    found = failure(name, words, list(grammar().hits(words)))
    return found.reason if found else None


@pytest.mark.parametrize(
    "words", ["two unpaid days of Ben", "our own cost", "an evening", "40 GBP of travel"]
)
def test_time_or_money_of_ours_holds_as_invests(words):
    assert failed("invests", words) is None


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("invests", "pitch deck", "declared as invests, but 'pitch deck' is about us"),
        ("invests", "tbd", "'tbd' says nothing that invests"),
        (
            "invests",
            "warm thoughts",
            "declared as invests, but 'warm thoughts' names no time or money of ours",
        ),
        (
            "illustrates",
            "our track record",
            "declared as illustrates, but 'track record' is about us",
        ),
    ],
)
def test_words_that_do_not_hold_are_quoted_with_the_reason(name, words, reason):
    assert failed(name, words) == reason


def test_words_that_sell_fail_any_field():
    assert "sells more of ours" in failed("learns", "where we can cross-sell payroll")


def test_to_learn_who_decides_is_to_learn_about_them():
    assert failed("learns", "what is sold, what is binned and who decides") is None


def test_what_is_theirs_is_no_boast_of_ours():
    assert failed("illustrates", "their brochure, corrected") is None


def test_a_field_is_read_without_outer_blanks_and_joined_in_the_order_of_the_tests():
    initiative = Initiative("Close clinic.", invests=" two days ", illustrates="a checklist.")
    assert declared(initiative, "invests") == "two days"
    assert declared(initiative, "learns") == ""
    assert joined(initiative, ["illustrates", "invests"]) == "Close clinic; two days; a checklist"


def test_an_initiative_that_repeats_paid_work_is_told_which():
    work = ("Statutory audit FY26", "Payroll")
    found = repeats(Initiative("Deliver the statutory audit on time", current_work=work), [])
    assert found.words == "statutory audit"
    assert found.reason == f"{PAID_WORK}: 'Statutory audit FY26'"


def test_what_is_said_to_be_unpaid_or_is_something_else_repeats_nothing():
    work = ("Statutory audit FY26",)
    unpaid = "Teach the statutory audit to their juniors, unpaid"
    hits = list(grammar().hits(unpaid))
    assert repeats(Initiative(unpaid, current_work=work), hits) is None
    assert repeats(Initiative("Walk the plant", current_work=work), []) is None


def test_an_act_that_may_be_a_gift_or_an_opener_is_doubtful_until_something_says_which():
    initiative = Initiative("Second set of eyes on their contract")
    assert doubtful(initiative, [], filled=False).words == "Second set of eyes"
    assert doubtful(initiative, [], filled=True) is None
    assert doubtful(Initiative("Walk the plant"), [], filled=False) is None
