"""Sheets: a large map is cut between its rows, and nobody is lost or cut through."""

import re
from xml.etree import ElementTree as ET

import pytest
from charts import box, chart, charts, small
from hypothesis import given, settings

from relplan.reports.map.sheets import TALLEST, WIDEST, Extent, cut, sheets
from relplan.reports.map.svg import Band, drawing

SVG = "{http://www.w3.org/2000/svg}"


def team(count, below=4):
    people = [box(f"p{n}", f"Person {n}") for n in range(count)]
    return chart(*people, reports_to={f"p{n}": f"p{(n - 1) // below}" for n in range(1, count)})


def pictures(text):
    return [ET.fromstring(one) for one in re.findall(r"<svg.*?</svg>", text, re.DOTALL)]


def people(picture):
    return [
        one.find(f"{SVG}rect") for one in picture.iter(f"{SVG}g") if one.get("class") == "person"
    ]


def test_a_small_map_is_the_drawing_itself():
    assert sheets(small()) == drawing(small())


@pytest.mark.parametrize("below", [2, 4, 60])
def test_sixty_people_stand_on_sheets_that_print_in_legible_letters(below):
    found = pictures(sheets(team(60, below)))
    assert sum(len(people(one)) for one in found) == 60
    for one in found:
        wide, tall = int(one.get("width")), int(one.get("height"))
        if wide > WIDEST:  # 267 by 158 mm of a turned page; thirteen pixels are the size of a name
            assert 13 * min(267 / wide, 158 / tall) * 72 / 25.4 >= 6
        else:
            assert tall <= TALLEST
            assert 13 * min(180 / wide, 230 / tall) * 72 / 25.4 >= 6


def test_a_wide_map_turns_the_page_and_a_tall_one_does_not():
    assert '<div class="sheet turned">' in sheets(team(60, 4))
    deep = team(40, 1)
    assert '<div class="sheet">' in sheets(deep)
    assert "turned" not in sheets(deep)


def test_each_sheet_says_which_it_is_and_who_is_on_it():
    found = pictures(sheets(team(60)))
    titles = [one[0].text for one in found]
    assert titles[0] == f"Acme plc: relationship map, 25 Nov 2026, 1 of {len(found)}"
    assert titles[-1].endswith(f", {len(found)} of {len(found)}")
    assert "Person 0" in found[0][1].text
    assert "Person 59" not in found[0][1].text


@settings(max_examples=60)
@given(charts())
def test_every_person_stands_whole_on_one_sheet(drawn):
    found = pictures(sheets(drawn))
    count = 0
    for one in found:
        top, tall = int(one.get("viewBox").split()[1]), int(one.get("height"))
        page = next(group for group in one if group.get("class") == "page")
        shift = int(re.search(r" (\d+)\)", page.get("transform"))[1])
        shift += int(re.search(r" (\d+)\)", page.find(f"{SVG}g[@class='map']").get("transform"))[1])
        for frame in people(one):
            count += 1
            begin = int(frame.get("y")) + shift
            assert top <= begin
            assert begin + int(frame.get("height")) <= top + tall
    assert count == len(drawn.boxes)


def test_bands_end_where_no_box_is_cut():
    boxes = {"a": Extent(0, 40), "b": Extent(60, 100), "c": Extent(70, 120), "d": Extent(140, 180)}
    assert list(cut(boxes, Extent(200, 220), 150)) == [
        Band(0, 130, frozenset("abc"), "1 of 2"),
        Band(130, 220, frozenset("d"), "2 of 2"),
    ]


def test_where_boxes_stand_in_each_others_way_a_band_begins_above_the_end_of_the_last():
    boxes = {"a": Extent(0, 90), "b": Extent(60, 150), "c": Extent(120, 210)}
    assert list(cut(boxes, Extent(220, 230), 140)) == [
        Band(0, 96, frozenset("a"), "1 of 3"),
        Band(54, 156, frozenset("b"), "2 of 3"),
        Band(114, 230, frozenset("c"), "3 of 3"),
    ]


def test_what_is_taller_than_a_band_has_one_of_its_own():
    boxes = {"a": Extent(0, 400), "b": Extent(420, 460)}
    assert [one.ids for one in cut(boxes, Extent(480, 500), 110)] == [
        frozenset("a"),
        frozenset("b"),
    ]
