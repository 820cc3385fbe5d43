import pytest
from scenes import ACME, write_book

from relplan.cli import adding
from relplan.cli.adding import begin, needed, referred
from relplan.cli.plans import work
from relplan.errors import Refused, SeveralFit, WrongUse


@pytest.fixture
def here(tmp_path):
    text = ACME + "weaknesses: {no-plant-tie: Nobody knows the plants}\n"
    return work("acme", write_book(tmp_path, clients__acme=text), "2026-11-25")


def test_what_is_missing_is_named_without_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    for said in (None, "", "  "):
        with pytest.raises(WrongUse, match=r"^NAME is missing: what are they called\?$"):
            needed(said, "NAME", "what are they called?")
    assert needed(" Jane  Porter ", "NAME", "?") == "Jane Porter"


def test_on_a_terminal_it_is_asked_for_until_something_is_said(monkeypatch):
    class Terminal:
        def isatty(self):
            return True

    answers = iter(["", "Jane"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(adding.typer, "prompt", lambda *_, **__: next(answers))
    assert needed(None, "NAME", "what are they called?") == "Jane"


def test_an_id_is_made_of_a_name_whole_and_of_a_sentence_in_part(here):
    assert begin(here, ("roles",), None, {"name": "Nora Field"}) == "nora-field"
    assert begin(here, ("strengths",), None, {"text": "They ring us first"}) == "ring-first"
    assert begin(here, ("strengths",), "s-1", {"text": "They ring us first"}) == "s-1"
    here.draft.checked()


def test_an_id_that_is_there_is_refused_also_in_another_goal(here):
    with pytest.raises(Refused, match=r"jane is there already \(roles.jane\)"):
        begin(here, ("roles",), "jane", {"name": "Jane"})
    begin(here, ("goals",), "g2", {"goal": "Another"})
    with pytest.raises(Refused, match=r"goals.g1.initiatives.close-clinic\); give another id"):
        begin(here, ("goals", "g2", "initiatives"), "close-clinic", {"what": "x"})


def test_a_word_that_is_no_id_is_wrong_use(here):
    with pytest.raises(WrongUse, match="no id can be made of '渡辺'; give one with --id"):
        begin(here, ("roles",), None, {"name": "渡辺"})
    with pytest.raises(WrongUse, match="`Jane P` cannot be an id"):
        begin(here, ("roles",), "Jane P", {"name": "Jane"})


def test_fields_of_a_group_stand_in_it(here):
    fields = {"goal": "G", "by": None, "measure.what": "calls", "measure.target": "4"}
    begin(here, ("goals",), "g2", fields)
    goal = here.draft.checked().book.plans["acme"].goals["g2"]
    assert (goal.measure.what, goal.measure.target) == ("calls", 4)


@pytest.mark.parametrize(
    ("kind", "typed", "ids"),
    [
        ("member", "arch", "ben"),
        ("person", "porter, raj", "jane,raj"),
        ("weakness", "plants", "no-plant-tie"),
        ("goal", "g", "g1"),
        ("goal", None, None),
    ],
)
def test_what_is_referred_to_is_found_by_part(here, kind, typed, ids):
    assert referred(here, kind, typed) == ids


def test_what_is_referred_to_must_be_one(here):
    with pytest.raises(SeveralFit, match="fits more than one person of Acme"):
        referred(here, "person", "p")
    with pytest.raises(WrongUse, match="no weakness of Acme Manufacturing plc 'zed'"):
        referred(here, "weakness", "zed")
