"""When names and numbers may be one person's."""

import pytest

from relplan.analysis.likeness import near_name, same_email, same_name, same_phone


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+44 113 496 0717", "0113 496 0717", True),
        ("+44 (0)113 496 0717", "0113-496-0717", True),
        ("0044 113 496 0717", "+441134960717", True),
        ("0113 496 0717 ext. 5", "0113 496 0717", True),
        ("0113 496 0717", "0113 496 0718", False),
        ("0717", "0113 496 0717", False),
        ("", "", False),
    ],
)
def test_a_number_is_the_same_from_home_and_from_abroad(one, other, same):
    assert same_phone(one, other) is same is same_phone(other, one)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Jane Porter", "Porter, Jane", True),
        ("Jane Porter", "J. Porter", True),
        ("Rob Archer", "Robert Archer", True),
        ("Jane Porter", "Jane M. Porter", True),
        ("Jane Porter", "Jane Poter", True),
        ("Jane Porter", "John Porter", False),
        ("Jane Porter", "Jane Potter-Smythe", False),
        ("Raj", "Ray", False),
        ("", "Jane", False),
        ("Jane Porter", "jane porter", False),
    ],
)
def test_a_name_is_near_when_it_is_shortened_turned_or_misspelt(one, other, near):
    assert near_name(one, other) is near is near_name(other, one)


def test_the_same_is_the_same_whatever_its_capitals_and_accents():
    assert same_name("Jürgen O’Größ", "jurgen o'größ")
    assert same_name("東京", "東京")
    assert same_name("=1+1", "=1+1")
    assert same_name("---", "---")
    assert not same_name("", "")
    assert same_email("Jane@Acme.example", "jane@acme.example ")
    assert not same_email("", "")
