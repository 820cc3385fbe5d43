from relplan.analysis.suggestions import another_way, ideas_for_initiative, ideas_for_plan
from relplan.model.plan import Initiative, Plan

PLAN = Plan.model_validate(
    {
        "client": "Acme",
        "priority": "A",
        "roles": {
            "jane": {"name": "Jane Porter", "title": "CFO", "role": "decision-maker"},
            "gus": {"name": "Gus Hill", "title": "Buyer", "role": "gatekeeper"},
        },
        "weaknesses": {
            "plants": "Nobody of ours knows a plant manager",
            "gus": "Gus sees us as a vendor",
        },
    }
)


def test_each_weakness_gets_its_own_ideas_and_none_comes_twice():
    chosen = ideas_for_plan(PLAN, 3)
    assert list(chosen) == [one.text for one in PLAN.weaknesses.values()]
    given = [idea.id for ideas in chosen.values() for idea in ideas]
    assert len(given) == len(set(given)) == 6


def test_a_person_whom_a_weakness_names_is_the_one_to_invest_in():
    ideas = ideas_for_plan(PLAN, 3)["Gus sees us as a vendor"]
    assert all("gatekeeper" in idea.roles for idea in ideas)


def test_a_plan_without_weaknesses_gets_ideas_for_its_people():
    bare = Plan.model_validate({"client": "Acme", "priority": "A"})
    assert list(ideas_for_plan(bare, 2)) == ["the people of Acme"]


def test_an_initiative_gets_ideas_for_its_act_and_the_person_it_is_for():
    lunch = Initiative.model_validate({"what": "Lunch with Jane", "for": ["jane"]})
    [first, *_] = ideas_for_initiative(lunch, PLAN)
    assert "lunch" in first.acts
    assert "decision-maker" in first.roles


def test_another_way_ends_a_sentence_and_names_the_cost():
    said = another_way(Initiative.model_validate("Lunch with Jane"), None)
    assert said[0].islower()
    assert said.endswith(")")
