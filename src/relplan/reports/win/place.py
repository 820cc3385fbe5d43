"""Where each step of a chain stands in the picture, and how the lines go round the boxes.

Boxes stand in rows, each row below those it needs. Lines run only between rows and in lanes to the
left of all boxes, so that none can run through a box.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relplan.reports.map.place import Spot

COLUMNS = 3
"""Boxes beside each other at most."""
BOX = 320
GAP = 24
LANE = 10
_LEAST = 24
"""The room between two rows, besides that for the lines that turn there."""

Edge = tuple[str, str]


class Placed(NamedTuple):
    """The whole chain in numbers."""

    spots: Mapping[str, Spot]
    lines: tuple[tuple[tuple[int, int], ...], ...]
    """The lines as their points, one for each edge."""
    width: int
    height: int


def rows_of(ids: Sequence[str], edges: Sequence[Edge]) -> list[list[str]]:
    """The ids in rows: each below all that lead to it; `ids` are in such an order already."""
    level = dict.fromkeys(ids, 0)
    before: dict[str, list[str]] = {one: [] for one in ids}
    for source, target in edges:
        before[target].append(source)
    for one in ids:
        level[one] = max((level[other] + 1 for other in before[one]), default=0)
    rows: list[list[str]] = []
    for depth in range(max(level.values(), default=-1) + 1):
        row = [one for one in ids if level[one] == depth]
        rows += [row[at : at + COLUMNS] for at in range(0, len(row), COLUMNS)]
    return rows


def place(ids: Sequence[str], edges: Sequence[Edge], heights: Mapping[str, int]) -> Placed:
    """Every box and every line, by the height that each box's text takes."""
    rows = rows_of(ids, edges)
    row_of = {one: at for at, row in enumerate(rows) for one in row}
    far = [edge for edge in edges if row_of[edge[1]] - row_of[edge[0]] > 1]
    left = LANE * (len(far) + 1) if far else 0
    turns = _turns(edges, far, row_of)
    widest = max((len(row) for row in rows), default=1)
    wide = widest * BOX + (widest - 1) * GAP
    spots: dict[str, Spot] = {}
    gaps: list[int] = []
    y = 0
    for at, row in enumerate(rows):
        gaps.append(y)
        y += (_LEAST + LANE * turns.get(at, 0)) if at else 0
        x = left + (wide - (len(row) * BOX + (len(row) - 1) * GAP)) // 2
        for column, one in enumerate(row):
            spots[one] = Spot(x + column * (BOX + GAP), y, BOX, heights[one])
        y += max(heights[one] for one in row)
    lines = _lines(edges, spots, row_of, (gaps, far))
    return Placed(spots, lines, left + wide, y)


def _turns(edges: Sequence[Edge], far: Sequence[Edge], row_of: Mapping[str, int]) -> dict[int, int]:
    """How many lines turn above each row: those that arrive there, and those that leave for a lane."""
    found: dict[int, int] = {}
    for edge in edges:
        found[row_of[edge[1]]] = found.get(row_of[edge[1]], 0) + 1
        if edge in far:
            found[row_of[edge[0]] + 1] = found.get(row_of[edge[0]] + 1, 0) + 1
    return found


def _lines(
    edges: Sequence[Edge],
    spots: Mapping[str, Spot],
    row_of: Mapping[str, int],
    room: tuple[Sequence[int], Sequence[Edge]],
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Each line turns at a height of its own, and goes far in a lane of its own."""
    gaps, far = room
    used = dict.fromkeys(range(len(gaps)), 0)

    def level(row: int) -> int:
        used[row] += 1
        return gaps[row] + _LEAST // 2 + LANE * (used[row] - 1)

    found = []
    for edge in edges:
        above, below = spots[edge[0]], spots[edge[1]]
        row = row_of[edge[1]]
        if edge not in far:
            y = level(row)
            points = [(above.middle, above.bottom), (above.middle, y), (below.middle, y)]
        else:
            lane = LANE * (far.index(edge) + 1)
            out, back = level(row_of[edge[0]] + 1), level(row)
            points = [(above.middle, above.bottom), (above.middle, out), (lane, out)]
            points += [(lane, back), (below.middle, back)]
        found.append((*dict.fromkeys(points), (below.middle, below.y)))
    return tuple(found)
