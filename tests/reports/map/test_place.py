import itertools

from hypothesis import given
from hypothesis import strategies as st

from relplan.reports.map.place import BOX, COLUMNS, GAP, INDENT, Placed, Spot, place
from relplan.reports.map.tree import forest


def overlapping(spots, apart=0):
    """The pairs of rectangles that share a pixel, or come nearer than `apart`."""
    return [
        (a, b)
        for a, b in itertools.combinations(spots, 2)
        if a.x < b.right + apart
        and b.x < a.right + apart
        and a.y < b.bottom + apart
        and b.y < a.bottom + apart
    ]


def crossing(placed):
    """The pieces of reporting lines that run through the inside of a box."""
    found = []
    for points in placed.lines:
        for (x, y), (to_x, to_y) in itertools.pairwise(points):
            piece = Spot(min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y))
            found += [
                (piece, spot)
                for spot in placed.spots.values()
                if piece.x < spot.right
                and spot.x < piece.right + (piece.width == 0)
                and spot.x < piece.x + max(piece.width, 1)
                and piece.y < spot.bottom
                and spot.y < piece.y + max(piece.height, 1)
            ]
    return found


@st.composite
def orders(draw):
    ids = [f"a{at}" for at in range(draw(st.integers(1, 60)))]
    one = st.sampled_from(ids)
    reports_to = draw(st.dictionaries(one, one, max_size=60))
    heights = {id_: draw(st.integers(42, 130)) for id_ in ids}
    return ids, reports_to, heights


@given(orders())
def test_boxes_keep_apart_and_no_line_runs_through_one(order):
    ids, reports_to, heights = order
    placed = place(forest(ids, reports_to), heights)
    caption = [placed.caption] if placed.caption else []
    assert sorted(placed.spots) == sorted(ids)
    assert not overlapping(placed.spots.values(), GAP - 1)
    assert not overlapping([*placed.spots.values(), *caption])
    assert not crossing(placed)
    assert all(
        spot.x >= 0 and spot.y >= 0 and spot.right <= placed.width and spot.bottom <= placed.height
        for spot in placed.spots.values()
    )


@given(orders())
def test_a_line_leads_from_the_bottom_of_one_to_the_top_of_the_other(order):
    ids, reports_to, heights = order
    trees = forest(ids, reports_to)
    placed = place(trees, heights)
    pairs = [(one, child) for one in trees.downward() for child in trees.children[one]]
    for (one, child), points in zip(pairs, placed.lines, strict=True):
        above, below = placed.spots[one], placed.spots[child]
        assert points[0][1] == above.bottom
        assert above.x < points[0][0] < above.right
        assert points[-1] == (below.middle, below.y)
        assert above.bottom < below.y


@given(st.integers(3, 60), st.integers(1, 8))
def test_any_even_tree_fits_the_width_of_a_page(people, reports):
    ids = [f"a{at}" for at in range(people)]
    reports_to = {ids[at]: ids[(at - 1) // reports] for at in range(1, people)}
    placed = place(forest(ids, reports_to), dict.fromkeys(ids, 60))
    deepest = people if reports == 1 else 6
    assert placed.width <= COLUMNS * BOX + (COLUMNS - 1) * GAP + deepest * INDENT


def test_three_people_stand_as_one_draws_them():
    placed = place(forest(["a", "b", "c"], {"b": "a", "c": "a"}), {"a": 50, "b": 60, "c": 40})
    assert placed.spots["b"].y == placed.spots["c"].y
    assert placed.spots["a"].middle * 2 == placed.spots["b"].middle + placed.spots["c"].middle


def test_the_geometry_sees_an_overlap_and_a_line_through_a_box():
    box = Spot(0, 0, 100, 50)
    assert overlapping([box, Spot(99, 49, 10, 10)])
    assert not overlapping([box, Spot(100, 0, 10, 10)])
    assert crossing(Placed({"a": box}, (((50, -10), (50, 20)),), None, 0, 0))
    assert crossing(Placed({"a": box}, (((-5, 20), (20, 20)),), None, 0, 0))
    assert not crossing(Placed({"a": box}, (((50, 50), (50, 90)),), None, 0, 0))


def test_people_without_lines_stand_in_rows_of_their_own():
    ids = [f"a{at}" for at in range(COLUMNS + 1)]
    placed = place(forest(ids, {}), dict.fromkeys(ids, 50))
    assert {spot.y for spot in placed.spots.values()} == {0, 50 + GAP}
    assert placed.caption is None


def test_a_chain_of_a_thousand_is_no_trouble():
    ids = [f"a{at}" for at in range(1000)]
    placed = place(forest(ids, dict(zip(ids[1:], ids, strict=False))), dict.fromkeys(ids, 50))
    assert placed.width == BOX
