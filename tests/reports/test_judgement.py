import json
from datetime import date

from relplan.analysis.verdicts import Judged, Turn
from relplan.judgement.ideas import catalogue
from relplan.judgement.result import Evidence, Judgement
from relplan.model.plan import Initiative
from relplan.reports import judgement as report

WHAT = "Free workshop to open the door"
DOOR = Evidence("what", 14, 30, "to open the door", "purpose clause: 'to open the door'")
FIELD = Evidence("invests", 0, 4, "deck", "it is about us")
SALES = Judgement("sales", True, False, False, True, (DOOR, FIELD), "let them keep it")
ASKS = Judgement("undecided", False, False, False, False, (), "who pays for it?")
GIVES = Judgement("relationship", True, True, False, False, (), "say what they keep")


def test_the_words_that_decided_carry_a_letter_which_the_reasons_take_up():
    text = report.in_full(WHAT, SALES, (), underline=False)
    assert text.splitlines()[:3] == [
        "SALES  Free workshop to open the door (a)",
        "  a  purpose clause: 'to open the door'",
        "  b  invests: it is about us",
    ]
    assert "  tests: invests yes, learns no, illustrates no\n  instead: let them keep it\n" in text


def test_on_a_terminal_they_are_underlined_besides():
    text = report.in_full(WHAT, SALES, (), underline=True)
    assert "\x1b[4mto open the door\x1b[0m (a)" in text


def test_an_undecided_line_asks_and_a_good_one_says_what_is_better():
    assert "  ask: who pays for it?" in report.in_full("x y", ASKS, (), underline=False)
    good = report.in_full("x y", GIVES, catalogue()[:3], underline=False)
    assert good.startswith("RELATIONSHIP (not sure)  x y\n")
    assert "  better: say what they keep" in good
    assert "such as" not in good


def test_ideas_follow_a_line_that_sells():
    text = report.in_full(WHAT, SALES, catalogue()[:2], underline=False)
    assert f"    - {catalogue()[0].what} ({catalogue()[0].costs})\n" in text


def test_stretches_that_overlap_are_marked_once_and_listed_both():
    inner = Evidence("what", 17, 30, "open the door", "an opener")
    text = report.in_full(
        WHAT, Judgement("sales", *[False] * 4, (DOOR, inner), None), (), underline=False
    )
    assert text.splitlines()[0] == "SALES (not sure)  Free workshop to open the door (a)"
    assert "  b  an opener" in text


def test_foreign_text_is_shown_inert():
    shown = report.in_full("a \x1b[31mred line", ASKS, (), underline=False)
    assert "\x1b" not in shown


def test_a_line_of_json_holds_every_field():
    read = json.loads(report.as_line("7", SALES))
    assert read["id"] == "7"
    assert read["verdict"] == "sales"
    assert [read[name] for name in ("invests", "learns", "illustrates", "sure")] == [
        True,
        False,
        False,
        True,
    ]
    assert read["evidence"][0] == {
        "field": "what",
        "start": 14,
        "end": 30,
        "words": "to open the door",
        "reason": "purpose clause: 'to open the door'",
    }
    assert read["suggestion"] == "let them keep it"


def test_a_plan_is_a_table_with_letters_for_the_tests():
    initiative = Initiative.model_validate(WHAT)
    rows = [Judged("g", "door", initiative, SALES), Judged("g", "ask", initiative, ASKS)]
    assert report.as_table(rows).splitlines() == [
        "verdict     tests  initiative  why",
        "sales       I--    door        purpose clause: 'to open the door'; invests: it is about us",
        "undecided?  ---    ask         who pays for it?",
        "",
        "2 initiatives: 1 sales, 1 undecided; tests: I invests, L learns, S shows (illustrates); ? not sure",
    ]


def test_an_empty_plan_says_so():
    assert "no initiatives yet" in report.as_table([])


def test_turns_are_lines_in_the_order_of_time():
    found = [
        Turn(date(2026, 2, 1), "g", "door", WHAT, SALES),
        Turn(date(2026, 5, 1), "g", "door", WHAT, None),
    ]
    assert report.as_turns("Acme", found).splitlines() == [
        "Acme",
        "  2026-02-01  sales         door: Free workshop to open the door",
        "  2026-05-01  removed       door: Free workshop to open the door",
    ]


def test_on_a_terminal_every_line_fits_and_no_word_is_cut():
    text = report.in_full(
        WHAT + " for the audit", SALES, catalogue()[:3], underline=False, columns=40
    )
    lines = text.splitlines()
    assert max(len(line) for line in lines) <= 40
    wide = report.in_full(WHAT + " for the audit", SALES, catalogue()[:3], underline=False)
    assert " ".join(text.split()) == " ".join(wide.split())
