"""Names in a text are found by whole, by part, by id, whatever their case and accents."""

import pytest

from relplan.analysis.redact_words import Words, folded


@pytest.fixture
def words():
    found = Words()
    found.add("Jane Porter", "decision-maker 1", "jane")
    found.add("Zoë Müller-Groß", "user 1", "zoe")
    found.add("Acme Manufacturing plc", "client 1", "acme")
    found.add("渡辺", "approver 1", "watanabe")
    return found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jane Porter rang", "decision-maker 1 rang"),
        ("ask JANE; Porter's desk", "ask decision-maker 1; decision-maker 1's desk"),
        ("Zoe Muller-Gross and Zoe\u0308", "user 1 and user 1"),
        ("Ja\u200bne of acme", "decision-maker 1 of client 1"),
        ("at Acme Manufacturing plc", "at client 1 plc"),
        ("jane_porter, janeporter", "decision-maker 1_decision-maker 1, decision-maker 1"),
        ("met渡辺さん", "met approver 1 さん"),
        ("janet and the importers", "janet and the importers"),
        ("write to j.p@acme.example", "write to (e-mail)"),
        ("see https://x.example/jane now", "see (link) now"),
        ("+44 (0)20 7946-0000 or 0113 496 0000", "(number) or (number)"),
        ("on 2026-11-03, 64 GBP", "on 2026-11-03, 64 GBP"),
    ],
)
def test_a_name_or_an_address_is_replaced_and_no_other_word(words, text, told):
    assert words.replaced(text) == told


def test_a_word_of_two_names_is_somebody(words):
    words.add("Jane Reed", "user 2", "jane-2")
    assert words.replaced("Jane Reed, Jane") == "somebody user 2, somebody"


def test_people_of_the_plan_are_nearer_than_others(words):
    near = words.within([("Jane Field", "user 3", "jf")])
    assert near.replaced("Jane met Porter") == "user 3 met decision-maker 1"


def test_small_words_and_posts_are_no_names(words):
    words.add("the head of audit", "a colleague")
    words.add("Ludwig van Dyke", "user 4", "ludwig")
    words.add("ola nordmann", "user 5")
    assert words.replaced("Nordmann, Ola") == "user 5, user 5"
    assert words.replaced("The audit of the van: Dyke") == "The audit of the van: user 4"


def test_case_accents_and_what_is_invisible_make_no_difference():
    assert folded("ZO\u00cb\u200b") == folded("zoe")
