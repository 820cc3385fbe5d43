import pytest
import scenes

from relplan.analysis import verdict_changes as module
from relplan.analysis.verdict_changes import verdict_changes
from relplan.model.settings import Settings

GIVES = "Interview five of their customers, unpaid, and give them what we hear"
SELLS = "Present our full service range to procurement"


def plan(what, **more):
    return scenes.plan(
        goals={"g": {"goal": "They call", "initiatives": {"i": {"what": what, **more}}}}
    )


def told(old, new):
    found = verdict_changes(old, new, Settings(firm="F"))
    return [(one.item, one.before, one.after) for one in found]


def test_a_gift_that_became_a_pitch_is_told():
    assert told(plan(GIVES), plan(SELLS)) == [("goals.g.initiatives.i", "relationship", "sales")]


def test_only_what_is_open_and_was_there_before_is_compared():
    assert told(plan(GIVES), plan(SELLS, status="dropped")) == []
    assert told(scenes.plan(), plan(SELLS)) == []


@pytest.mark.parametrize("new", [GIVES, f" {GIVES}"])
def test_words_that_stayed_are_not_judged(monkeypatch, new):
    monkeypatch.setattr(module, "judge_all", None)
    assert told(plan(GIVES), plan(new, by="2026-12-01")) == []
