import json

from relplan.judgement.ideas import catalogue
from relplan.reports import ideas

CHOSEN = {"nobody knows the \x1b[31mplants": catalogue()[:2]}


def test_the_list_says_what_each_idea_costs_which_tests_it_passes_and_whom_it_suits():
    text = ideas.as_list(CHOSEN)
    first = catalogue()[0]
    assert "For: nobody knows the \\x1b[31mplants\n" in text
    assert f"- {first.what}\n  {first.costs}; invests, learns, illustrates; suits: user" in text


def test_groups_are_kept_apart():
    text = ideas.as_list({"one": catalogue()[:1], "two": catalogue()[1:2]})
    assert "\n\nFor: two\n" in text


def test_json_has_a_version_and_every_field():
    read = json.loads(ideas.as_json(CHOSEN))
    assert read["version"] == 1
    assert len(read["chosen"][0]["ideas"]) == 2
    assert read["chosen"][0]["ideas"][0]["id"] == catalogue()[0].id
