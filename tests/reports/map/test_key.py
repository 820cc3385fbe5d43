from xml.etree import ElementTree as ET

import pytest

from relplan.reports.map.key import key


@pytest.mark.parametrize("room", [300, 640, 1160])
def test_every_sign_is_explained_whatever_the_width(room):
    drawn, tall = key(100, room)
    read = ET.fromstring(f"<g>{drawn}</g>")
    said = [one.text for one in read.iter("text") if len(one.text) > 1]
    assert said == [
        "mentor",
        "supporter",
        "neutral",
        "sceptic",
        "opponent",
        "not known",
        "reports to",
        "arrow: to those who listen",
        "high influence",
        "low influence",
        "decides or counts most",
        "not met yet",
        "who of ours keeps the tie",
    ]
    assert all(100 <= int(one.get("y")) <= 100 + tall for one in read.iter("text"))


def test_a_wider_page_has_fewer_rows():
    assert key(0, 1160)[1] < key(0, 640)[1] < key(0, 300)[1]
