"""What is said of a new campaign: asked for on a terminal, and only what is missing."""

import pytest

from relplan.cli import new_campaign_said
from relplan.cli.new_campaign_said import Said
from relplan.errors import WrongUse

NOTHING = Said(None, [], (None, None, None), None, [], [])


@pytest.fixture
def asked(monkeypatch):
    """Answers in turn, as if at a terminal; the questions are kept."""
    questions, answers = [], []

    def prompt(question, prompt_suffix):
        assert prompt_suffix == " "
        questions.append(question)
        return answers.pop(0)

    monkeypatch.setattr(new_campaign_said.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(new_campaign_said.typer, "prompt", prompt)
    return questions, answers


def test_on_a_terminal_every_requirement_is_asked_for(asked):
    questions, answers = asked
    answers += [
        "We hold",
        "ops=Ben",
        "ops",
        "it=Lee",
        "Dana",
        "cash",
        "pilots",
        "plants",
        "acme, kestrel",
    ]
    said = NOTHING.complete()
    assert said.lacking() == []
    assert said.executives == ["ops=Ben", "it=Lee"]
    assert said.resistance == ("Dana", "cash", "pilots")
    assert (said.is_, said.members) == ("plants", ["acme, kestrel"])
    assert len(questions) == 9
    assert answers == []


def test_an_empty_answer_is_asked_again(asked):
    _, answers = asked
    answers += ["  ", "We hold", "acme"]
    given = Said(None, ["a=B", "c=D"], ("w", "x", "y"), "plants", [], [])
    assert given.complete().what == "We hold"


def test_a_rule_is_an_answer_to_who_is_in_the_cohort(asked):
    _, answers = asked
    answers += ["priority=A tags=plants"]
    said = Said("x", ["a=B", "c=D"], ("w", "x", "y"), "plants", [], []).complete()
    assert (said.rules, said.members) == (["priority=A", "tags=plants"], [])


def test_what_was_given_is_not_asked_for(asked):
    questions, _ = asked
    whole = Said("x", ["a=B", "c=D"], ("w", "x", "y"), None, ["acme"], [])
    assert whole.complete() is whole
    assert questions == []


def test_without_a_terminal_nothing_is_asked(monkeypatch):
    monkeypatch.setattr(new_campaign_said.sys.stdin, "isatty", lambda: False, raising=False)
    with pytest.raises(WrongUse, match="nothing was written"):
        NOTHING.complete()
