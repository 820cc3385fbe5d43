import itertools

from hypothesis import given
from hypothesis import strategies as st

from relplan.reports.map.place import Spot
from relplan.reports.win.place import BOX, COLUMNS, place, rows_of


@st.composite
def chains(draw):
    ids = [f"s{at}" for at in range(draw(st.integers(1, 30)))]
    edges = []
    for at, one in enumerate(ids[1:], 1):
        edges += [(other, one) for other in draw(st.lists(st.sampled_from(ids[:at]), unique=True))]
    return ids, edges[:60], {one: draw(st.integers(40, 160)) for one in ids}


def pieces(placed):
    for points in placed.lines:
        for (x, y), (to_x, to_y) in itertools.pairwise(points):
            assert x == to_x or y == to_y
            yield Spot(min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y))


def crossing(placed):
    """The pieces of lines that run through the inside of a box."""
    return [
        (piece, spot)
        for piece in pieces(placed)
        for spot in placed.spots.values()
        if piece.x < spot.right
        and spot.x < piece.right + (piece.width == 0)
        and spot.x < piece.x + max(piece.width, 1)
        and piece.y < spot.bottom
        and spot.y < piece.y + max(piece.height, 1)
    ]


def overlapping(spots):
    return [
        (a, b)
        for a, b in itertools.combinations(spots, 2)
        if a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
    ]


@given(chains())
def test_boxes_keep_apart_and_no_line_runs_through_one(chain):
    ids, edges, heights = chain
    placed = place(ids, edges, heights)
    assert sorted(placed.spots) == sorted(ids)
    assert not overlapping(placed.spots.values())
    assert not crossing(placed)
    assert all(
        spot.x >= 0 and spot.right <= placed.width and spot.bottom <= placed.height
        for spot in (*placed.spots.values(), *pieces(placed))
    )


@given(chains())
def test_a_line_leads_from_the_bottom_of_one_down_to_the_top_of_the_other(chain):
    ids, edges, heights = chain
    placed = place(ids, edges, heights)
    for (source, target), points in zip(edges, placed.lines, strict=True):
        above, below = placed.spots[source], placed.spots[target]
        assert points[0] == (above.middle, above.bottom)
        assert points[-1] == (below.middle, below.y)
        assert points[-2][1] < below.y


def test_the_geometry_sees_a_line_through_a_box():
    placed = place(["a", "b"], [("a", "b")], {"a": 50, "b": 50})
    moved = placed._replace(lines=(((10, 10), (10, 200)),))
    assert crossing(moved)
    assert not crossing(placed)


def test_rows_are_as_wide_as_a_page_and_each_below_what_it_needs():
    ids = ["today", *(f"s{at}" for at in range(7)), "win"]
    edges = [("today", one) for one in ids[1:-1]] + [(one, "win") for one in ids[1:-1]]
    rows = rows_of(ids, edges)
    assert [len(row) for row in rows] == [1, 3, 3, 1, 1]
    assert COLUMNS == 3
    placed = place(ids, edges, dict.fromkeys(ids, 60))
    assert placed.width < 3 * BOX + 300


def test_one_box_alone_is_a_picture():
    placed = place(["a"], [], {"a": 40})
    assert (placed.lines, placed.width, placed.height) == ((), BOX, 40)
