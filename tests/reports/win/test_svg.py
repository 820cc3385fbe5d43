import itertools
import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from ways import READABLE, a_way, any_ways, naughty

from relplan.reports.map.measure import width_of
from relplan.reports.win.svg import as_svg

SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = {"svg", "title", "desc", "g", "rect", "text", "polyline", "polygon"}


def frames_and_labels(root):
    """Every step's frame and every text, as left, top, right, bottom on the page."""
    frames, labels = [], []

    def walk(one, x, y):
        if moved := re.match(r"translate\((\S+) (\S+)\)", one.get("transform", "")):
            x, y = x + int(moved[1]), y + int(moved[2])
        if one.get("class") == "step":
            rect = one.find(f"{SVG}rect")
            left, top, wide, tall = (int(rect.get(key)) for key in ("x", "y", "width", "height"))
            frames.append((x + left, y + top, x + left + wide, y + top + tall))
        if one.tag == f"{SVG}text":
            size, left, base = (int(one.get(key)) for key in ("font-size", "x", "y"))
            wide = width_of(one.text, size, bold=one.get("font-weight") == "bold")
            labels.append((x + left, y + base - size, x + left + wide, y + base + size * 0.25))
        for child in one:
            walk(child, x, y)

    walk(root, 0, 0)
    return frames, labels


def apart(a, b):
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def inside(a, b):
    return b[0] <= a[0] and b[1] <= a[1] and a[2] <= b[2] and a[3] <= b[3]


def collisions(root):
    frames, labels = frames_and_labels(root)
    page = (0, 0, int(root.get("width")), int(root.get("height")))
    found = [pair for pair in itertools.combinations(frames, 2) if not apart(*pair)]
    found += [pair for pair in itertools.combinations(labels, 2) if not apart(*pair)]
    found += [at for at in labels if not inside(at, page)]
    return found + [
        (at, one) for at in labels for one in frames if not apart(at, one) and not inside(at, one)
    ]


@settings(max_examples=40)
@given(any_ways())
def test_no_box_and_no_label_overlaps_another_in_any_chain(way):
    root = ET.fromstring(as_svg(way))
    assert not collisions(root)
    assert len(root.findall(f".//{SVG}g[@class='step']")) == len(way.chain.links) + 2
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= _ALLOWED


def test_the_geometry_sees_a_label_that_leaves_its_box():
    drawn = as_svg(a_way()).replace(">The council asks<", f">{'The council asks ' * 5}<")
    assert collisions(ET.fromstring(drawn))


@pytest.mark.parametrize("payload", READABLE)
def test_foreign_text_is_text_and_adds_no_element(payload):
    def elements(way):
        found = Counter(one.tag.removeprefix(SVG) for one in ET.fromstring(as_svg(way)).iter())
        return {tag: count for tag, count in found.items() if tag != "text"}

    assert elements(naughty(payload)) == elements(naughty("x"))
    assert as_svg(naughty(payload)).isascii()


def test_the_picture_is_told_in_words():
    root = ET.fromstring(as_svg(a_way()))
    assert root.get("role") == "img"
    assert root[0].text == "Contoso Foods: the way to the win, Wed 25 Nov 2026"
    assert root[1].text.startswith("capped, taken, Mon 21 Sep: Our partners agree on hours;")
    assert "the weakest link is checks, with 10 points." in root[1].text


def test_the_weakest_is_heavy_the_late_dashed_and_the_taken_grey():
    boxes = ET.fromstring(as_svg(a_way())).findall(f".//{SVG}g[@class='step']")
    drawn = {box.findall(f"{SVG}text")[0].text: box.find(f"{SVG}rect") for box in boxes}
    marked = {said.split(" · ")[-1]: rect for said, rect in drawn.items()}
    assert marked["checks"].get("stroke-width") == "3.5"
    assert marked["night"].get("stroke-dasharray")
    assert marked["capped"].get("fill") == "#eeeeee"


def test_the_same_way_gives_the_same_bytes(golden):
    assert as_svg(a_way()) == as_svg(a_way())
    golden("win-small.svg", as_svg(a_way()))
