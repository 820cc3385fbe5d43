"""What stands against a pitch, in words; the command's own tests have the usual ones."""

from datetime import date

import pytest
from scenes import TODAY, book

from relplan.analysis.pitching import Meant, against, listed, open_to

ROLES = {
    "jane": {"name": "Jane Porter", "role": "decision-maker"},
    "otto": {"name": "Otto Hahn", "left": "2026-11-10"},
}
RUNS = {"from": "2026-11-02", "to": "2026-12-18"}


def said(to="jane", on=TODAY, plan=None, **fields):
    shape = {"proposition": "x", "cohort": {"where": {}}, "runs": RUNS, **fields}
    found = book({"acme": {"roles": ROLES, **(plan or {})}}, campaigns={"stock": shape})
    return against(Meant("stock", "acme", to, on), found, TODAY)


def test_a_member_by_rule_may_be_pitched_to_within_the_run():
    assert said() is None
    assert said(on=date(2026, 11, 2)) is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"cohort": {}}, ("Acme is not in the cohort of stock (nobody is); take them into its `cohort:`"
                         " first, for what is pitched to one alone is no campaign")),
        ({"runs": None}, "stock is not planned yet; say under `runs:` from when to when it runs"),
        ({"runs": {"from": "2026-01-02", "to": "2026-11-24"}},
         "stock ended on 24 Nov; let it run longer under `runs:`, or start another campaign"),
        ({"on": date(2026, 11, 1)},
         "1 Nov is before stock begins (2 Nov); pitch it from then on, or let it begin earlier"),
        ({"to": "otto"}, "Otto Hahn left Acme on 10 Nov; who decides there: Jane Porter"),
        ({"to": "otto", "plan": {"roles": {"otto": ROLES["otto"]}}},
         "Otto Hahn left Acme on 10 Nov; find out who decides there"),
        ({"plan": {"status": "damaged", "repair": {"began": "2026-11-20", "step": "breathe"}},
          "cohort": {"clients": ["acme"]}},
         ("Acme breathes after a fault of ours: nobody calls; end the repair before you sell them"
         " anything")),
        ({"pitches": [{"date": "2026-11-25", "at": "acme", "to": "jane", "by": "ben", "outcome": "later"}]},
         ("the pitch to Jane Porter on 25 Nov is written already (later); change it in the campaign's"
         " file, or give another day with --date")),
    ],
)  # fmt: skip
def test_what_stands_against_it_is_said_with_what_to_do(fields, words):
    assert said(**fields) == words


def test_somebody_who_left_could_be_pitched_to_before():
    assert said("otto", date(2026, 11, 9)) is None


def test_the_newest_open_pitch_waits_for_its_answer():
    def pitch(day, outcome="open"):
        return {"date": day, "at": "acme", "to": "jane", "by": "ben", "outcome": outcome}

    pitches = [pitch("2026-11-18"), pitch("2026-11-12"), pitch("2026-11-20", "later")]
    one = book(campaigns={"stock": {"proposition": "x", "pitches": pitches}}).campaigns["stock"]
    assert open_to(one, "acme", "jane") == 0
    assert open_to(one, "acme", "raj") is None


def test_a_long_list_says_how_many_more():
    assert listed([str(n) for n in range(10)]) == "0, 1, 2, 3, 4, 5, 6, 7 and 2 more"
