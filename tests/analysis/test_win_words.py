import pytest
from scenes import TODAY, book, log

from relplan.analysis.win_words import brief
from relplan.model.prospect import Prospect

FINE = {"what": "x", "by": "2027-06-01", "value": "y", "people": {"ben": "propellent"}}


def said(steps, **fields):
    win = {"what": "They ask us", "by": "2027-09-30"}
    shape = {"prospect": "C", "win": win, "steps": steps, **fields}
    return brief(Prospect.model_validate(shape), book().settings, log(today=TODAY))


@pytest.mark.parametrize(
    ("steps", "sentences"),
    [
        (
            {"a": FINE},
            (
                "no link is weak by what is written",
                "the dates can hold; 309 working days are left for 1 step",
            ),
        ),
        (
            {"a": {**FINE, "by": "2026-11-24"}},
            ("the weakest link is a, with 2 points", "the dates slip; if every step takes the time that the plan gives it, the win comes on Fri 1 Oct 2027"),
        ),
        ({"a": {**FINE, "by": None}}, ("the weakest link is a, with 1 point", "nobody can tell whether the dates hold")),
        ({}, ("no step is open", "nobody can tell whether the dates hold")),
        ({"a": {**FINE, "by": "2027-12-01"}},
         ("no link is weak by what is written", "the dates cannot hold")),
        ({"a": {**FINE, "needs": "a"}},
         ("the step a needs itself, so that there is no way to the win",)),
    ],
)  # fmt: skip
def test_a_prospect_is_told_in_two_sentences(steps, sentences):
    assert said(steps) == sentences


def test_nothing_is_said_of_a_win_that_is_not_sought():
    assert said({"a": FINE}, status="resting") == ()
    assert said({"a": FINE}, win=None) == ()
