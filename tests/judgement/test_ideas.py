from collections import Counter

from relplan.judgement.ideas import Situation, catalogue, ideas_for

TESTS = {"invests", "learns", "illustrates"}
LINES = [
    "Lunch with Jane",
    "Pitch the tax team to the CFO",
    "Quarterly business review with the sponsor",
    "Send the newsletter to all contacts",
    "Cross-sell advisory",
    "Golf day with the board",
    "Keep in touch with operations",
    "Site visit to the Leeds plant",
    "Ask for two referrals",
    "Present our full service range to procurement",
]


def test_the_catalogue_holds_at_least_sixty_ideas_each_complete_and_unlike_the_others():
    ideas = catalogue()
    assert len(ideas) >= 60
    assert len({idea.id for idea in ideas}) == len({idea.what for idea in ideas}) == len(ideas)
    for idea in ideas:
        assert "invests" in idea.passes
        assert set(idea.passes) <= TESTS
        assert len(idea.passes) >= 2, f"{idea.id} would not pass as a relationship initiative"
        assert idea.hours > 0
        assert idea.costs
        assert idea.roles
        assert idea.weaknesses
        assert idea.acts


def test_an_idea_follows_the_act_that_the_words_name():
    [first, *_] = ideas_for(Situation("Lunch with Jane"))
    assert "lunch" in first.acts
    [first, *_] = ideas_for(Situation("Deliver our newsletter"))
    assert "newsletter" in first.acts


def test_an_idea_suits_the_role_and_the_weakness():
    found = ideas_for(Situation("", roles=("gatekeeper",), weaknesses=("they see us as a vendor",)))
    assert all("gatekeeper" in idea.roles for idea in found)
    assert any("vendor-only" in idea.weaknesses for idea in found)


def test_different_initiatives_are_not_all_given_the_same_three():
    given = [tuple(idea.id for idea in ideas_for(Situation(line))) for line in LINES]
    assert len(set(given)) == len(LINES)
    most = Counter(id_ for three in given for id_ in three).most_common(1)[0][1]
    assert most <= 3


def test_the_same_words_always_give_the_same_ideas():
    assert ideas_for(Situation(LINES[0])) == ideas_for(Situation(LINES[0]))


def test_an_idea_that_was_given_already_can_be_left_out():
    first = ideas_for(Situation(LINES[0]))
    again = ideas_for(Situation(LINES[0]), without=[idea.id for idea in first])
    assert not set(first) & set(again)
