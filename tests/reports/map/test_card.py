from xml.etree import ElementTree as ET

import pytest
from charts import NAUGHTY, box

from relplan.reports.map.card import badge, card, frame, height_of
from relplan.reports.map.place import BOX, Spot

SPOT = Spot(0, 0, BOX, 60)


def test_a_box_grows_with_its_text_up_to_a_bound():
    short, long = box("a", "Jane"), box("a", "Jane", title="CFO", keeper="Ben Archer")
    assert height_of(short) < height_of(long)
    assert height_of(box("a", "W " * 900, title="x " * 900, keeper="y " * 900)) == 144


def test_influence_is_the_weight_of_the_frame():
    weights = [frame(box("a", influence=one), SPOT) for one in ("high", "medium", "low", "")]
    assert [one.split('stroke-width="')[1].split('"')[0] for one in weights] == [
        "3.5",
        "1.6",
        "0.8",
        "1.6",
    ]


def test_who_decides_has_two_frames_and_who_is_unmet_dashes():
    assert frame(box("a", key=True), SPOT).count("<rect") == 2
    assert frame(box("a"), SPOT).count("<rect") == 1
    assert "dasharray" in frame(box("a", unmet="assumed"), SPOT)
    assert "dasharray" not in frame(box("a"), SPOT)


def test_a_badge_is_the_letter_on_its_colour():
    drawn = badge("M", Spot(0, 0, 24, 24))
    assert 'fill="#14632f"' in drawn
    assert ">M</text>" in drawn


@pytest.mark.parametrize("payload", NAUGHTY)
def test_a_card_holds_its_text_as_text(payload):
    one = box("a", payload, title=payload, keeper=payload)
    read = ET.fromstring(card(one, SPOT, payload))
    assert {part.tag for part in read} == {"title", "rect", "text"}
    assert not any(len(part) for part in read)
