"""Claims: goals that count our gain and strengths that praise us, and their innocent neighbours."""

import pytest

from relplan.judgement.claims import boast, our_effort, our_gain, sales_talk


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Grow our fees by ten percent", "our fees"),
        ("Double our revenue with them", "our revenue"),
        ("Increase share of wallet", "Increase share of wallet"),
        ("Win their maintenance contract", "Win their maintenance contract"),
        ("Win the audit of the group", "Win the audit"),
        ("Retain the tax work for three years", "Retain the tax work"),
        ("Become their preferred supplier", "preferred supplier"),
        ("Cross-sell payroll", "Cross-sell"),
        ("Sell the new platform to the plants", "Sell the new platform to"),
        ("Fees of £200k a year", "Fees of £"),
        ("£50k of new fees", "£50k of new fees"),
        ("Hit the firm's target", "the firm's target"),
    ],
)
def test_a_goal_that_counts_our_gain_is_told_by_its_words(goal, words):
    assert (our_gain(goal) or "").startswith(words)


@pytest.mark.parametrize(
    "goal",
    [
        "Their revenue grows",
        "Their own margins recover by spring",
        "Win back their trust",
        "The plants call us before they decide",
        "Help them win their first export contract",
        "Increase their sales in the north",
        "They close the month in five days",
        "Raj trusts us enough to tell us bad news",
        "The client's market share stops falling",
        "They work with us without lawyers in the room",
        "We secure their people's safety at work",
        "Close the gap between their plants and head office",
        "They hit their targets",
        "",
    ],
)
def test_a_goal_of_theirs_counts_nothing_of_ours(goal):
    assert our_gain(goal) is None


def test_a_gain_of_theirs_does_not_hide_one_of_ours():
    assert our_gain("Their sales grow and our fees with them") == "our fees"


@pytest.mark.parametrize(
    "strength",
    [
        "Market-leading tax practice",
        "We are the best at audits",
        "Our team has deep knowledge of steel",
        "Our expertise in steel",
        "World-class service",
        "Strong relationships across the group",
        "Great relationship with Jane",
        "Award-winning team",
        "We offer a full range",
        "We are their trusted adviser",
    ],
)
def test_a_strength_that_praises_us_is_a_boast(strength):
    assert boast(strength)


@pytest.mark.parametrize(
    "strength",
    [
        "Jane called us first when the plant burned down",
        "Raj asked Ben to read his draft in March",
        "They invited us to their planning day",
        "Strong team spirit at the plant",
        "Three of their directors trained with us",
        "They have a strong team at the plant",
        "Their expertise in steel",
        "Their excellent reputation among engineers",
        "We are in the building twice a week",
        "",
    ],
)
def test_what_happened_and_what_is_theirs_is_no_boast(strength):
    assert boast(strength) is None


@pytest.mark.parametrize(
    "source",
    [
        "our first sales call",
        "a pitch meeting in May",
        "the RFP",
        "Demo at their plant",
        "our proposal",
        "discovery call",
    ],
)
def test_a_sales_talk_is_told_by_its_name(source):
    assert sales_talk(source)


@pytest.mark.parametrize(
    "source",
    [
        "interview",
        "a driver at a depot",
        "their filed accounts",
        "their sales report",
        "a talk outside the sales call",
        "former sales director",
        "a governor's blog",
    ],
)
def test_other_sources_are_no_sales_talk(source):
    assert sales_talk(source) is None


@pytest.mark.parametrize(
    "metric",
    [
        "calls made a month",
        "Proposals sent",
        "meetings",
        "number of visits",
        "visits to plants",
        "hours spent",
    ],
)
def test_our_own_effort_is_told_by_what_is_counted(metric):
    assert our_effort(metric)


@pytest.mark.parametrize(
    "metric",
    [
        "meetings the sponsor asked for",
        "times a plant invited us",
        "people we learned from outside a sales talk",
        "business managers heard",
        "times they asked us something unasked",
        "calls returned within a day",
        "calls from plants a quarter",
        "visits to us",
        "visits to our office",
        "margin known by the tenth",
    ],
)
def test_what_they_do_is_no_effort_of_ours(metric):
    assert our_effort(metric) is None
