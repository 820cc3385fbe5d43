"""The vote of model and grammar."""

from __future__ import annotations

from relplan.judgement.cues import grammar
from relplan.judgement.vote import Settings, vote

SETTINGS = Settings(decide=0.5, decide_sales=0.6, sure=0.9)


def test_a_clear_score_decides() -> None:
    said = vote([5.0, 0.0, 0.0, 3.0, -3.0, 3.0], [], SETTINGS)
    assert (said.verdict, said.sure) == ("relationship", True)
    assert [said.tests[name] > 1 / 2 for name in ("invests", "learns", "illustrates")] == [
        True,
        False,
        True,
    ]


def test_a_tie_is_undecided() -> None:
    said = vote([1.0, 1.0, 0.9, 0, 0, 0], [], SETTINGS)
    assert (said.verdict, said.sure) == ("undecided", False)


def test_sales_needs_more_than_the_others() -> None:
    assert vote([0.0, 0.25, -9.0, 0, 0, 0], [], SETTINGS).verdict == "undecided"
    assert vote([0.25, 0.0, -9.0, 0, 0, 0], [], SETTINGS).verdict == "relationship"


def test_cues_move_a_doubtful_score() -> None:
    scores = [0.2, 0.3, 0.0, 0, 0, 0]
    hits = grammar().hits("Grow share of wallet")
    assert (
        vote(scores, hits, SETTINGS).chances["sales"] > vote(scores, [], SETTINGS).chances["sales"]
    )


def test_without_a_model_the_cues_decide() -> None:
    assert vote(None, grammar().hits("Grow share of wallet"), SETTINGS).verdict == "sales"
    assert vote(None, [], SETTINGS).verdict == "undecided"
