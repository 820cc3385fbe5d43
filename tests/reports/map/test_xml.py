from xml.etree import ElementTree as ET

import pytest
from charts import NAUGHTY
from hypothesis import given
from hypothesis import strategies as st

from relplan.reports.map.place import Spot
from relplan.reports.map.xml import element, escape, rectangle, text
from relplan.reports.safe import safe


@given(st.text())
def test_any_text_is_read_back_as_it_is_shown(said):
    shown = safe(" ".join(said.split()))
    for hole in "\ufffe\uffff\U0001fffe\U0001ffff":
        shown = shown.replace(hole, "\ufffd")
    read = ET.fromstring(f'<a b="{escape(said)}">{escape(said)}</a>')
    assert (read.text or "") == shown == read.get("b")


@pytest.mark.parametrize("payload", NAUGHTY)
def test_no_encoding_can_spoil_it(payload):
    assert escape(payload).isascii()


def test_an_element_without_content_closes_itself():
    assert element("rect", x=1, stroke_width=2, class_="a") == (
        '<rect x="1" stroke-width="2" class="a"/>'
    )
    assert element("g", "<a/>") == "<g><a/></g>"


def test_a_text_stands_at_its_baseline():
    assert text("a<b", (1, 2), 11, bold=True) == (
        '<text x="1" y="2" font-size="11" font-weight="bold">a&lt;b</text>'
    )


def test_a_rectangle_is_white_unless_told_otherwise():
    spot = Spot(1, 2, 3, 4)
    assert 'fill="#ffffff"' in rectangle(spot)
    assert 'fill="#000000"' in rectangle(spot, fill="#000000")
