from datetime import date

import pytest
from scenes import TODAY

from relplan.cli import win_questions
from relplan.errors import WrongUse
from relplan.files.new_prospect import Lesson, Person, Step

TEAM = {"amara": "Amara Okafor", "ben": "Ben Archer"}


@pytest.fixture
def terminal(monkeypatch):
    """Answers one after the other; the questions that were asked come back."""

    class Terminal:
        def isatty(self):
            return True

    def typing(*answers):
        asked, left = [], iter(answers)

        def prompt(question, **_):
            asked.append(question)
            return next(left)

        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("typer.prompt", prompt)
        return asked

    return typing


@pytest.fixture
def pipe(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: pytest.fail("asked without a terminal"))


def test_the_way_goes_back_from_the_win_until_nothing_must_be_true_before(terminal):
    asked = terminal(
        "The board  hears it", "2027-06-01",
        "Otto Brandt", "?", "-", "his own costing", "Lena", "+", "wants it", "",
        "Marcus", "-", "fears hours", "a cap", "Ben", "=", "",
        "a cost map",
        "Our partners agree", "", "", "", "",
        "",
    )  # fmt: skip
    found = list(win_questions.steps("They ask us", TODAY))
    assert found == [
        Step(
            "The board hears it",
            date(2027, 6, 1),
            [
                Person("Otto Brandt", "detractor", why="his own costing"),
                Person("Lena", "propellent", why="wants it"),
                Person("Marcus", "detractor", ours=True, why="fears hours", answer="a cap"),
                Person("Ben", "neutral", ours=True),
            ],
            "a cost map",
        ),
        Step("Our partners agree", None, [], ""),
    ]
    assert asked[0] == 'What must be true just before "They ask us"? (nothing: Enter)'
    assert asked[-6] == 'What must be true just before "The board hears it"? (nothing: Enter)'
    assert asked[-1] == 'What must be true just before "Our partners agree"? (nothing: Enter)'


def test_an_answer_that_cannot_be_is_asked_again_with_the_reason(terminal, capsys):
    terminal("yesterday", "2027-09-30")
    assert win_questions.by(None, TODAY) == date(2027, 9, 30)
    terminal("zoe", "amara")
    assert win_questions.voice(None, TEAM) == "amara"
    assert capsys.readouterr().err.splitlines() == [
        "2026-11-24 has passed already",
        "no member of the team 'zoe'; there are: amara, ben",
    ]


def test_a_force_is_one_of_three_signs(terminal, capsys):
    terminal("Otto", "maybe", "", "=", "")
    assert list(win_questions._people("theirs")) == [Person("Otto", "neutral")]
    assert capsys.readouterr().err == "`maybe` is no force; write + or - or =\n"


def test_enter_leaves_open_what_may_stay_open(terminal):
    terminal(*[""] * 4)
    assert win_questions.sponsor(None) == ""
    assert win_questions.voice(None, TEAM) is None
    assert win_questions.core_team(None, TEAM) == []
    assert list(win_questions.lessons()) == []


def test_what_was_learned_needs_a_source(terminal):
    terminal("Waste is reported", "", "an interview", "")
    assert list(win_questions.lessons()) == [Lesson("Waste is reported", "an interview")]


@pytest.mark.usefixtures("pipe")
def test_without_a_terminal_nothing_is_asked():
    assert win_questions.sponsor(None) == ""
    assert win_questions.voice(None, TEAM) is None
    assert win_questions.core_team(None, TEAM) == []
    assert list(win_questions.steps("x", TODAY)) == list(win_questions.lessons()) == []
    with pytest.raises(WrongUse, match=r"^--win is missing: what does the won day look like: "):
        win_questions.win(None)
    with pytest.raises(WrongUse, match=r"^--by is missing: by when is it won\?$"):
        win_questions.by(None, TODAY)


def test_what_was_typed_is_not_asked(terminal):
    asked = terminal()
    assert win_questions.win(" They  ask us ") == "They ask us"
    assert win_questions.by("2027-09-30", TODAY) == date(2027, 9, 30)
    assert win_questions.sponsor(" Lena ") == "Lena"
    assert win_questions.voice("ama", TEAM) == "amara"
    assert win_questions.core_team("ben, ama", TEAM) == ["ben", "amara"]
    assert asked == []
