import re

import pytest

from relplan.reports.map.arcs import arc
from relplan.reports.map.place import Spot

HERE = Spot(500, 500, 100, 50)


def ends(drawn):
    x, y, *_, to_x, to_y = (int(one) for one in re.findall(r"-?\d+", drawn.split('"')[1]))
    return (x, y), (to_x, to_y)


def on_the_edge(point, spot):
    x, y = point
    return (x in (spot.x, spot.right) and spot.y <= y <= spot.bottom) or (
        y in (spot.y, spot.bottom) and spot.x <= x <= spot.right
    )


@pytest.mark.parametrize("x", [0, 380, 450, 500, 560, 620, 900])
@pytest.mark.parametrize("y", [0, 440, 500, 560, 900])
def test_a_curve_leads_from_edge_to_edge(x, y):
    there = Spot(x, y, 100, 60)
    if (x, y) != (HERE.x, HERE.y):
        start, end = ends(arc(HERE, there))
        assert on_the_edge(start, HERE)
        assert on_the_edge(end, there)


def test_in_one_row_it_passes_below_who_stands_between():
    drawn = arc(HERE, Spot(900, 500, 100, 80))
    assert drawn.startswith('<path d="M570 550 C570 600 930 600 930 580"')


def test_neighbours_are_joined_side_by_side():
    assert arc(HERE, Spot(620, 500, 100, 50)).startswith('<path d="M600 525 C610 525 610 525 620')


def test_influence_is_dotted_and_has_a_head_a_circle_of_reports_is_solid():
    there = Spot(620, 700, 100, 50)
    assert "stroke-dasharray" in arc(HERE, there)
    assert "polygon" in arc(HERE, there)
    assert "stroke-dasharray" not in arc(HERE, there, dotted=False)
    assert "polygon" not in arc(HERE, there, dotted=False)
