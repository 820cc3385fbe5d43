import itertools
import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from charts import NAUGHTY, box, chart, charts, small
from hypothesis import given, settings

from relplan.reports.map.measure import width_of
from relplan.reports.map.svg import as_svg, drawing

SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = {"svg", "title", "desc", "g", "rect", "text", "line", "polyline", "path", "polygon"}


def read(text):
    return ET.fromstring(text)


def elements(text):
    return Counter(one.tag.removeprefix(SVG) for one in read(text).iter())


def boxes_and_labels(root):
    """Every person's frame and every text, as left, top, right, bottom on the page."""
    frames, labels = [], []

    def walk(one, x, y):
        moved = re.match(r"translate\((\S+) (\S+)\)", one.get("transform", ""))
        if moved:
            x, y = x + int(moved[1]), y + int(moved[2])
        if one.get("class") == "person":
            rect = one.find(f"{SVG}rect")
            left, top = x + int(rect.get("x")), y + int(rect.get("y"))
            size = int(rect.get("width")), int(rect.get("height"))
            frames.append((left, top, left + size[0], top + size[1]))
        if one.tag == f"{SVG}text":
            size, left, base = (int(one.get(key)) for key in ("font-size", "x", "y"))
            wide = width_of(one.text, size, bold=one.get("font-weight") == "bold")
            at = (x + left, y + base - size, x + left + wide, y + base + size * 0.25)
            labels.append((at, one.text))
        for child in one:
            walk(child, x, y)

    walk(root, 0, 0)
    return frames, labels


def apart(a, b):
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def inside(a, b):
    return b[0] <= a[0] and b[1] <= a[1] and a[2] <= b[2] and a[3] <= b[3]


def collisions(root):
    """What overlaps: two frames, two labels, or a label that is half in a frame or off the page."""
    frames, labels = boxes_and_labels(root)
    page = (0, 0, int(root.get("width")), int(root.get("height")))
    found = [pair for pair in itertools.combinations(frames, 2) if not apart(*pair)]
    found += [
        pair for pair in itertools.combinations(labels, 2) if not apart(pair[0][0], pair[1][0])
    ]
    for at, said in labels:
        found += [(at, said)] if not inside(at, page) else []
        found += [(said, f) for f in frames if not apart(at, f) and not inside(at, f)]
    return found


@settings(max_examples=60)
@given(charts())
def test_no_box_and_no_label_overlaps_another_in_any_chart(drawn):
    root = read(as_svg(drawn))
    assert not collisions(root)
    assert len(root.findall(f".//{SVG}g[@class='person']")) == len(drawn.boxes)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= _ALLOWED


@pytest.mark.parametrize("people", [0, 1, 3, 12, 60])
def test_from_nobody_to_sixty(people):
    ids = [f"a{at}" for at in range(people)]
    drawn = chart(
        *(box(id_, "Wilhelmina Featherstonehaugh", title="Head of plant") for id_ in ids),
        reports_to={ids[at]: ids[(at - 1) // 4] for at in range(1, people)},
    )
    root = read(as_svg(drawn))
    assert not collisions(root)
    assert int(root.get("width")) <= 1280


def test_the_geometry_sees_a_label_that_leaves_its_box():
    moved = as_svg(small()).replace(
        'font-weight="bold">Raj<', 'font-weight="bold">Raj Raj Raj Raj Raj Raj Raj<'
    )
    assert collisions(read(moved))


@pytest.mark.parametrize("payload", NAUGHTY)
def test_foreign_text_is_text_and_adds_no_element(payload):
    drawn = chart(box("a", payload, title=payload, keeper=payload), gaps=[payload], client=payload)
    found, plain = elements(as_svg(drawn)), elements(as_svg(chart(box("a"))))
    del found["text"], plain["text"]
    assert found == plain
    assert as_svg(drawn).isascii()


def test_nothing_runs_and_nothing_is_loaded():
    text = as_svg(small())
    assert not re.search(r"<script|<style|href|url\(|\son\w+=| id=", text)
    assert text.count("http") == 1  # the name of the language itself


def test_the_picture_is_told_in_words():
    root = read(as_svg(small()))
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Acme plc: relationship map, 25 Nov 2026"
    assert root[1].tag == f"{SVG}desc"
    assert root[1].text.startswith("Jane Porter: CFO; sceptic; decides or counts most;")


def test_lines_are_drawn_as_many_as_are_written():
    found = elements(drawing(small()))
    assert found["polyline"] == 1
    assert found["path"] == 1
    circle = chart(box("a"), box("b"), reports_to={"a": "b", "b": "a"})
    assert elements(drawing(circle))["path"] == 1


def test_gaps_stand_under_the_map_on_its_own_and_not_in_a_page_that_lists_them():
    assert "Gaps" in as_svg(small())
    assert "Gaps" not in drawing(small())


def test_nobody_is_said():
    assert "Nobody is written down." in as_svg(chart())


def test_the_same_chart_gives_the_same_bytes(golden):
    assert as_svg(small()) == as_svg(small())
    golden("map-small.svg", as_svg(small()))
