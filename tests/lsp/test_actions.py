"""What is offered to do about a finding."""

from books import TODAY
from desks import ACME, PLAN, applied, desk

from relplan.lsp.actions import actions, fix_all


def offered(made, code):
    found = [one for one in made.findings(ACME, TODAY) if one.code == code]
    assert found
    return {one.title: one for one in actions(made, ACME, found)}


def after(made, action):
    made.put(ACME, applied(made.text(ACME), action.edits))
    return [one.code for one in made.findings(ACME, TODAY)]


def test_the_right_word_is_offered(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN.replace("stance: supporter", "stance: suporter"))
    [action] = offered(made, "RP103").values()
    assert (action.title, action.sure) == ("write `supporter`", True)
    assert "RP103" not in after(made, action)
    assert made.text(ACME) == PLAN


def test_a_silence_is_offered_and_asks_for_its_reason(tmp_path):
    made = desk(tmp_path)
    title = "silence RP301 (sales-plan-initiative) here, and write the reason behind it"
    codes = after(made, offered(made, "RP301")[title])
    assert "RP301" not in codes
    assert "# relplan: ignore[RP301] " in made.text(ACME)
    assert [one.name for one in made.findings(ACME, TODAY)].count("ignore-without-reason") == 1


def test_an_error_cannot_be_silenced(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN.replace("priority: A", "priority: X"))
    assert offered(made, "RP103") == {}


def test_a_sale_is_turned_into_an_investment_by_the_judges_ideas(tmp_path):
    made = desk(tmp_path)
    ideas = [one for one in offered(made, "RP301").values() if one.title.startswith("turn")]
    assert len(ideas) == 3
    for one in ideas:
        other = desk(tmp_path)
        assert "RP301" not in after(other, one)
        assert other.verdicts.of_plan("acme")[0].judgement.verdict == "relationship"
        assert one.title == (
            f"turn it into an investment: {other.verdicts.of_plan('acme')[0].initiative.what}"
        )


def test_all_that_is_sure_is_put_right_at_once(tmp_path):
    made = desk(tmp_path)
    assert fix_all(made, made.findings(ACME, TODAY)) is None
    wrong = PLAN.replace("stance: supporter", "stance: suporter")
    made.put(ACME, wrong.replace("tie: credible", "tie: credble"))
    action = fix_all(made, made.findings(ACME, TODAY))
    after(made, action)
    assert made.text(ACME) == PLAN
