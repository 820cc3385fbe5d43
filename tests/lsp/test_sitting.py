"""Judgements while the server runs."""

from books import TODAY
from desks import ACME, PLAN, desk

from relplan.judgement.memory import judge_all
from relplan.judgement.result import Initiative
from relplan.lsp import sitting
from relplan.lsp.sitting import Memory

WORDS = Initiative("Free workshop to open the door for the next audit")


def test_a_text_is_judged_once(monkeypatch):
    asked = []

    def judge(new, words, *, remember):
        asked.append((len(new), remember))
        return judge_all(new, words, remember=False)

    monkeypatch.setattr(sitting, "judge_all", judge)
    memory = Memory()
    first = memory.judge([WORDS, WORDS], {})
    assert memory.judge([WORDS], {}) == [first[0]] == [first[1]]
    memory.judge([WORDS], {"sales": ("workshop",)})
    assert [count for count, _ in asked] == [1, 0, 1]
    assert not any(remember for _, remember in asked)


def test_memory_has_an_end(monkeypatch):
    monkeypatch.setattr(sitting, "_MOST", 2)
    memory = Memory()
    for number in range(5):
        [said] = memory.judge([Initiative(f"Sell them {number} audits")], {})
        assert said.verdict == "sales"
        assert len(memory._known) <= 2


def test_verdicts_are_those_of_the_plan(tmp_path):
    made = desk(tmp_path)
    [row] = made.verdicts.of_plan("acme")
    assert (row.goal, row.id, row.judgement.verdict) == ("plants-call-us", "open-door", "sales")
    assert made.verdicts.of_plan("nobody") == ()
    made.put(ACME, PLAN.replace("Free workshop to open the door for the next audit", "Stay close"))
    [row] = made.verdicts.of_plan("acme")
    assert row.judgement.verdict == "vague"


def test_new_words_keep_the_old_verdict_until_they_are_judged(tmp_path):
    made = desk(tmp_path)
    assert made.recalled.of_plan("acme") == ()
    assert made.recalled.waits
    before = made.verdicts.of_plan("acme")
    made.put(ACME, PLAN.replace("Free workshop", "Listen, then a workshop"))
    [row] = made.recalled.of_plan("acme")
    assert row.initiative.what.startswith("Listen, then")
    assert row.judgement == before[0].judgement
    assert made.recalled.waits
    made.findings(ACME, TODAY)
    assert not made.recalled.waits
    [judged] = made.verdicts.of_plan("acme")
    assert made.recalled.of_plan("acme") == (judged,)
    made.put(ACME, made.text(ACME) + "# more\n")
    assert [one.judgement for one in made.recalled.of_plan("acme")] == [judged.judgement]
    assert not made.recalled.waits
