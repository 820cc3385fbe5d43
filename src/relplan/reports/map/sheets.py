"""The map in a page of text: whole, or cut between its rows where paper would make it too small.

On a screen the sheets stand close under each other; printed, each has a page, which is turned for
a wide map.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from relplan.reports.map.chart import Chart
from relplan.reports.map.svg import MARGIN, Band, drawn_of, picture

WIDEST = 1050
"""The width up to which a page that stands shows names in six points; a wider map turns it."""
TALLEST = 1350
"""The same for the height."""
_TURNED = 0.6
"""The height of a turned page, less a line of text, as a part of its width."""
_AIR, _LEAST_AIR = 18, 6
"""Between a box and the edge of a sheet."""


class Extent(NamedTuple):
    """From where to where something reaches, downwards."""

    top: int
    bottom: int


_Rows = list[tuple[str, Extent]]


def sheets(chart: Chart) -> str:
    """The drawing of the map as a page of HTML shows it."""
    drawn = drawn_of(chart)
    wide, tall = drawn.size
    turned = wide > WIDEST
    most = int(wide * _TURNED) if turned else TALLEST
    below = MARGIN + drawn.at[1]
    boxes = {
        id_: Extent(one.y + below, one.bottom + below) for id_, one in drawn.placed.spots.items()
    }
    bands = list(cut(boxes, Extent(drawn.foot_at, tall), most))
    if len(bands) == 1 and not turned:
        return picture(drawn, bands[0])
    kind = "sheet turned" if turned else "sheet"
    return "".join(f'<div class="{kind}">\n{picture(drawn, one)}</div>\n' for one in bands)


def cut(boxes: Mapping[str, Extent], foot: Extent, most: int) -> Iterator[Band]:
    """Bands of at most that height, each with the boxes that stand in it whole; the foot is last.

    Where no line can be drawn between the boxes, a band begins above the end of the one before it.
    What alone is taller than a band has one that is taller.
    """
    rest: _Rows = [*sorted(boxes.items(), key=lambda one: (one[1].bottom, one[0])), ("", foot)]
    found: list[Band] = []
    top = 0
    while rest:
        many = _fitting(rest, top, most)
        here, rest = rest[:many], rest[many:]
        bottom = here[-1][1].bottom
        if rest:
            next_top = min(one.top for _, one in rest)
            bottom += max(_LEAST_AIR, min(_AIR, (next_top - bottom) // 2))
        found.append(Band(top, bottom, frozenset(id_ for id_, _ in here if id_)))
        top = min([bottom, *(one.top - _LEAST_AIR for _, one in rest)])
    for number, one in enumerate(found, 1):
        yield one._replace(number=f"{number} of {len(found)}") if len(found) > 1 else one


def _fitting(rest: _Rows, top: int, most: int) -> int:
    """How many go into a band: as fit, less those that leave no line below them if that costs little."""
    fits = sum(one.bottom + _AIR <= top + most for _, one in rest) or 1
    for many in range(fits, 0, -1):
        low = rest[many - 1][1].bottom
        if low < top + most // 2:
            break
        if all(low + 2 * _LEAST_AIR <= one.top for _, one in rest[many:]):
            return many
    return fits
