"""The judge as a reader of a plan meets it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from relplan.judgement import Initiative, Judgement, judge, judge_many
from relplan.judgement.result import TESTS

PLAIN = {
    "Shadow the night shift in their warehouse for a day, unpaid, and send back what we saw": "relationship",
    "Interview five of their customers and share the transcripts": "relationship",
    "Help their sales team rewrite its training manual, at our own cost": "relationship",
    "Listen to the plant managers about last winter's outages, no pitch": "relationship",
    "Present our full service range to procurement": "sales",
    "Free workshop to open the door for the audit": "sales",
    "Cross-sell payroll to the finance team": "sales",
    "Two calls a week with the buyer": "sales",
    "Ask the finance director for a referral": "sales",
    "Keep close to the CFO": "vague",
    "Lunch with Jane": "vague",
    "Build trust with operations": "vague",
}


@pytest.mark.parametrize(("text", "verdict"), PLAIN.items())
def test_plain_lines(text: str, verdict: str) -> None:
    assert judge(text).verdict == verdict


@pytest.mark.parametrize("text", PLAIN)
def test_evidence_quotes_the_text_and_gives_a_reason(text: str) -> None:
    found = judge(text).evidence
    assert found
    for one in found:
        assert one.words == text[one.start : one.end] != ""
        assert one.field == "what"
        assert one.reason


def test_purpose_clause_is_named() -> None:
    found = judge("Free workshop to open the door for the audit").evidence
    assert "purpose clause: 'to open the door for the audit'" in {one.reason for one in found}


def test_many_gives_the_same_as_one_by_one() -> None:
    together = judge_many(PLAIN)
    assert together == [judge(text) for text in PLAIN]
    assert together == judge_many(reversed(list(PLAIN)))[::-1]


def test_nothing_gives_nothing() -> None:
    assert judge_many([]) == []


@pytest.mark.parametrize(
    "text", ["", " ", "?", "x" * 5000, "\ud83d\ude00", "a\x00b", "é" * 300, "日本語", "- " * 900]
)
def test_any_text_is_judged(text: str) -> None:
    said = judge(text)
    assert isinstance(said, Judgement)
    assert all(one.words == text[one.start : one.end] for one in said.evidence)


def test_another_process_says_the_same() -> None:
    program = (
        "from relplan.judgement import judge; print(judge('Second set of eyes on their contract'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    }
    assert runs == {f"{judge('Second set of eyes on their contract')}\n"}


def test_import_loads_no_model() -> None:
    program = "import sys, relplan.judgement; sys.exit('wasmtime' in sys.modules or 'torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


class TestUndecided:
    """Words that cannot decide are answered with a question."""

    def test_asks_the_question_that_would_decide(self) -> None:
        found = [one for one in judge_many(UNCLEAR) if one.verdict == "undecided"]
        assert found
        for one in found:
            assert not one.sure
            assert one.suggestion
            assert one.suggestion.endswith("?")
            assert one.evidence

    def test_a_gift_that_may_be_an_opener_asks_who_pays(self) -> None:
        said = judge("Second set of eyes on their contract")
        assert (said.verdict, said.sure) == ("undecided", False)
        assert said.suggestion == "who pays for it, and what will they keep?"
        assert [one.reason for one in said.evidence] == [
            "'Second set of eyes' may be a gift or an opener"
        ]

    def test_a_cost_word_answers_the_question(self) -> None:
        assert (
            judge("Second set of eyes on their contract, unpaid, comments theirs to keep").verdict
            == "relationship"
        )


UNCLEAR = [
    "Second set of eyes on their contract",
    "Workshop with the buyers",
    "Session with procurement on the new platform",
    "Review of the account with the COO",
    "Present the results to the board",
    "Discuss the programme with their directors",
    "Planning day with the sales director",
    "Meet the new CFO about the audit",
]


class TestFields:
    """Declared fields count with the words, if their own words hold."""

    def test_fields_that_hold_answer_their_tests(self) -> None:
        said = judge(
            "Half-day month-end close clinic at each plant",
            invests="two unpaid days of Ben and Priya",
            learns="how each plant really closes its books",
            illustrates="each plant keeps a working close checklist",
        )
        assert (said.verdict, said.invests, said.learns, said.illustrates) == (
            "relationship",
            True,
            True,
            True,
        )
        assert {one.field for one in said.evidence} >= set(TESTS)

    @pytest.mark.parametrize(
        ("field", "words", "reason"),
        [
            ("invests", "pitch deck", "declared as invests, but 'pitch deck' is about us"),
            ("invests", "tbd", "'tbd' says nothing that invests"),
            (
                "illustrates",
                "our credentials",
                "declared as illustrates, but 'credentials' is about us",
            ),
            (
                "invests",
                "goodwill towards them",
                "declared as invests, but 'goodwill towards them' names no time or money of ours",
            ),
        ],
    )
    def test_a_field_whose_words_fail_is_quoted(self, field: str, words: str, reason: str) -> None:
        said = judge("Lunch with Jane", **{field: words})  # type: ignore[arg-type]
        assert not getattr(said, field)
        assert reason in [one.reason for one in said.evidence if one.field == field]

    def test_words_that_sell_outweigh_filled_fields(self) -> None:
        said = judge(
            "Present our full service range to procurement to win the maintenance contract",
            invests="one unpaid day of Ana",
            learns="how they buy",
            illustrates="a list of their open orders",
        )
        assert said.verdict == "sales"

    def test_a_field_that_sells_makes_it_sales(self) -> None:
        said = judge("Walk their warehouse for a day", learns="where we can cross-sell racking")
        assert said.verdict == "sales"
        assert any(one.field == "learns" and "cross-sell" in one.words for one in said.evidence)

    def test_paid_work_is_no_investment(self) -> None:
        said = judge("Run the statutory audit with care", current_work=["Statutory audit FY26"])
        assert (said.verdict, said.invests) != ("relationship", True)
        assert "it repeats paid work: 'Statutory audit FY26'" in [
            one.reason for one in said.evidence
        ]

    def test_unpaid_work_beside_the_paid_work_is_one(self) -> None:
        said = judge(
            "Unpaid day to explain the statutory audit to their new staff",
            current_work=["Statutory audit FY26"],
        )
        assert said.invests


def test_a_team_adds_its_own_words() -> None:
    text = "Bring Project Lighthouse to the plant managers"
    said = judge(text, words={"sales": ["project lighthouse"]})
    assert said.verdict == "sales"
    assert "your team's own word: 'Project Lighthouse'" in [one.reason for one in said.evidence]


def test_initiatives_and_plain_texts_may_be_mixed() -> None:
    assert (
        judge_many([Initiative("Lunch with Jane"), "Lunch with Jane"])
        == [judge("Lunch with Jane")] * 2
    )


def test_every_other_verdict_than_a_full_relationship_gets_advice() -> None:
    for one in judge_many(PLAIN):
        whole = one.verdict == "relationship" and one.invests and one.learns and one.illustrates
        assert (one.suggestion is None) == whole
