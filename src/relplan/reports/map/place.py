"""Where each person stands on the map: a tree from above that folds into rows to fit a page."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relplan.reports.map.tree import Forest

COLUMNS = 5
"""Boxes beside each other at most, but for what deep trees are set in."""
BOX = 216
GAP = 20
DROP = 36
INDENT = 24
_APART = 48
CAPTION = 28
"""The room above those without a line, in which a caption says so."""


class Spot(NamedTuple):
    """A rectangle; x grows to the right, y downwards."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The x of its vertical axis."""
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def right(self) -> int:
        """The x of its right edge."""
        return self.x + self.width


class Placed(NamedTuple):
    """The whole map in numbers."""

    spots: Mapping[str, Spot]
    lines: tuple[tuple[tuple[int, int], ...], ...]
    """The reporting lines, each as its points."""
    caption: Spot | None
    """The room above those without a line; None where everybody has one, or nobody."""
    width: int
    height: int


class _Block(NamedTuple):
    """A person with all below; the person is at `x`, 0, each child at an offset."""

    width: int
    height: int
    x: int
    children: tuple[tuple[str, int, int, int], ...]
    """Id, columns it was given, x and y."""
    folded: bool


_Blocks = dict[tuple[str, int], _Block]


def place(trees: Forest, heights: Mapping[str, int]) -> Placed:
    """Everybody's place, by the height that each one's text takes; nothing overlaps."""
    blocks: _Blocks = {}
    for one in reversed(trees.downward()):
        for columns in range(1, COLUMNS + 1):
            blocks[one, columns] = _block(one, trees.children[one], columns, (heights, blocks))
    ground = _best(trees.roots, COLUMNS, blocks, (GAP * 2, _APART))
    spots = _set_down(trees, ground, heights, blocks)
    caption, loose = _rows(trees.loose, heights, ground.height, alone=not trees.roots)
    spots |= loose
    folded = _folded(ground, blocks)
    lines = tuple(
        line for one in trees.downward() for line in _lines(one, trees, spots, one in folded)
    )
    width = max((spot.right for spot in spots.values()), default=0)
    height = max((spot.bottom for spot in spots.values()), default=0)
    return Placed(spots, lines, caption, width, height)


def _block(
    one: str, children: Sequence[str], columns: int, known: tuple[Mapping[str, int], _Blocks]
) -> _Block:
    """The smallest way to stand above one's reports within this many columns."""
    heights, blocks = known
    tall = heights[one]
    if not children:
        return _Block(BOX, tall, 0, (), folded=False)
    below = _best(children, columns, blocks, (GAP, DROP))
    if below.folded:
        moved = tuple((id_, n, x + INDENT, y + tall + DROP) for id_, n, x, y in below.children)
        width = max(BOX, below.width + INDENT)
        return _Block(width, tall + DROP + below.height, 0, moved, folded=True)
    axes = [x + blocks[id_, n].x for id_, n, x, _ in below.children]
    x = (axes[0] + axes[-1]) // 2
    left = max(0, -x)
    moved = tuple((id_, n, at + left, y + tall + DROP) for id_, n, at, y in below.children)
    width = max(x + left + BOX, below.width + left)
    return _Block(width, tall + DROP + below.height, x + left, moved, folded=False)


def _best(ids: Sequence[str], columns: int, blocks: _Blocks, gaps: tuple[int, int]) -> _Block:
    """The lowest, then narrowest, of the ways to share the columns among these."""
    ways = [
        _shelves([(one, n) for one in ids], columns, blocks, gaps) for n in range(1, columns + 1)
    ]
    return min(ways, key=lambda way: (way.height, way.width))


def _shelves(
    ids: Sequence[tuple[str, int]], columns: int, blocks: _Blocks, gaps: tuple[int, int]
) -> _Block:
    """Blocks beside each other, and in further rows when there is no room."""
    room = columns * BOX + (columns - 1) * GAP
    x = y = tall = width = 0
    set_: list[tuple[str, int, int, int]] = []
    for one, n in ids:
        block = blocks[one, n]
        if x and x + block.width > room:
            x, y, tall = 0, y + tall + gaps[1], 0
        set_.append((one, n, x, y))
        width = max(width, x + block.width)
        tall = max(tall, block.height)
        x += block.width + gaps[0]
    return _Block(width, y + tall, 0, tuple(set_), folded=y > 0)


def _set_down(
    trees: Forest, ground: _Block, heights: Mapping[str, int], blocks: _Blocks
) -> dict[str, Spot]:
    """The offsets of all blocks added up."""
    spots: dict[str, Spot] = {}
    todo = list(ground.children)
    for one, n, x, y in todo:  # the list grows while it is read
        block = blocks[one, n]
        spots[one] = Spot(x + block.x, y, BOX, heights[one])
        todo += [(id_, m, x + dx, y + dy) for id_, m, dx, dy in block.children]
    return {one: spots[one] for one in trees.downward()}


def _folded(ground: _Block, blocks: _Blocks) -> set[str]:
    """Those whose reports stand in rows beside a line down, in the way that was chosen."""
    found = set()
    todo = list(ground.children)
    for one, n, _, _ in todo:  # the list grows while it is read
        block = blocks[one, n]
        todo += block.children
        if block.folded:
            found.add(one)
    return found


def _rows(
    loose: Sequence[str], heights: Mapping[str, int], top: int, *, alone: bool
) -> tuple[Spot | None, dict[str, Spot]]:
    """Those without a line, in rows of their own below the trees."""
    spots: dict[str, Spot] = {}
    caption = None
    y = 0
    if loose and not alone:
        caption = Spot(0, top + _APART - GAP, BOX * 2, CAPTION - 8)
        y = caption.y + CAPTION
    for at in range(0, len(loose), COLUMNS):
        row = loose[at : at + COLUMNS]
        for column, one in enumerate(row):
            spots[one] = Spot(column * (BOX + GAP), y, BOX, heights[one])
        y += max(heights[one] for one in row) + GAP
    return caption, spots


def _lines(
    one: str, trees: Forest, spots: Mapping[str, Spot], folded: bool
) -> list[tuple[tuple[int, int], ...]]:
    """The lines from one person down to those right below."""
    above = spots[one]
    found = []
    for child in trees.children[one]:
        spot = spots[child]
        level = spot.y - DROP // 2
        start = above.x + INDENT // 2 if folded else above.middle
        points = [(start, above.bottom), (start, level), (spot.middle, level)]
        found.append((*dict.fromkeys(points), (spot.middle, spot.y)))
    return found
