import pytest
from scenes import TODAY

from relplan.files.book import load
from relplan.model import choices
from relplan.reports.map.chart import COLOURS, INK, PALE, STANCES, as_sentence, chart, names_of
from relplan.reports.pack.people import section
from relplan.reports.pack.source import source


def drawn(quay, client="harbour"):
    return chart(source(load(quay).book, client, TODAY))


def test_the_map_shows_what_the_plan_says(quay):
    found = drawn(quay)
    berit, tom, ann = found.boxes
    assert (berit.letter, berit.key, berit.keeper, berit.unmet) == ("X", True, "", "")
    assert (tom.letter, tom.keeper, tom.influence) == ("S", "Omar Aziz", "low")
    assert ann.unmet in {"told", "assumed"}
    assert found.reports_to == {tom.id: berit.id, ann.id: berit.id}
    assert found.influences == ((berit.id, tom.id),)
    assert names_of(found, [tom.id, ann.id]) == "Tom Lee, Ann Roe"


def test_the_gaps_are_those_of_the_pack(quay):
    assert drawn(quay).gaps
    assert drawn(quay).gaps == section(source(load(quay).book, "harbour", TODAY)).gaps


def test_a_prospect_has_a_map_too(quay):
    assert drawn(quay, "lighthouse").boxes


def test_who_left_is_neither_drawn_nor_pointed_at(quay):
    plan = quay / "clients" / "harbour.yaml"
    text = plan.read_text(encoding="utf-8")
    at = text.index("    name: Berit Sund")
    plan.write_text(text[:at] + "    left: 2026-01-01\n" + text[at:], encoding="utf-8")
    found = drawn(quay)
    assert "Berit Sund" not in [one.name for one in found.boxes]
    assert (found.reports_to, found.influences) == ({}, ())


def test_every_stance_has_a_letter_and_a_colour():
    assert {one for one in STANCES if one} == set(choices.STANCES)
    assert set(COLOURS) == set(PALE) == set(STANCES.values())
    assert len(set(STANCES.values())) == len(STANCES)


@pytest.mark.parametrize("letter", COLOURS)
def test_each_letter_is_read_on_its_colour_in_colour_and_in_grey(letter):
    for pair in (COLOURS[letter], (PALE[letter], INK)):
        dark, light = sorted(map(_luminance, pair))
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_sentence_has_a_capital_and_a_stop():
    assert as_sentence("no touch") == "No touch."


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
