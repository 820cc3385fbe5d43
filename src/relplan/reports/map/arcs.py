"""The dotted lines of influence, led around the boxes between as far as a curve can."""

from relplan.reports.map.chart import INK
from relplan.reports.map.place import GAP, Spot
from relplan.reports.map.xml import element

_HEAD = 7


def arc(source: Spot, target: Spot, *, dotted: bool = True) -> str:
    """A curve from one box to another; the dotted one has a head at the one who listens."""
    start, bend, end = _points(source, target)
    path = "M{} {} C{} {} {} {} {} {}".format(*start, *bend[0], *bend[1], *end)
    dots = {"stroke_dasharray": "2 4", "stroke_linecap": "round"} if dotted else {}
    line = element("path", d=path, fill="none", stroke=INK, stroke_width=1.6, **dots)
    return line + (_head(end, bend[1]) if dotted else "")


_Point = tuple[int, int]


def _points(source: Spot, target: Spot) -> tuple[_Point, tuple[_Point, _Point], _Point]:
    up, down = source.y + source.height // 2, target.y + target.height // 2
    sign = 1 if target.middle >= source.middle else -1
    room = (target.x - source.right) if sign > 0 else (source.x - target.right)
    if room < 0:  # one above the other: around the side
        x, to = (source.right, target.right) if sign > 0 else (source.x, target.x)
        far = sign * (GAP + 4)
        return (x, up), ((x + far, up), (to + far, down)), (to, down)
    beside = source.y < target.bottom and target.y < source.bottom
    if beside and room > GAP * 2:  # in one row with others between: below them
        low = max(source.bottom, target.bottom) + GAP
        x, to = source.middle + 20, target.middle - 20 if sign > 0 else target.middle + 20
        return (x, source.bottom), ((x, low), (to, low)), (to, target.bottom)
    x, to = (source.right, target.x) if sign > 0 else (source.x, target.right)
    far = sign * min(60, max(room // 2, 1))
    return (x, up), ((x + far, up), (to - far, down)), (to, down)


def _head(tip: _Point, before: _Point) -> str:
    """A triangle at the tip, in the direction in which the curve arrives: along an axis."""
    (x, y), (back_x, back_y) = tip, before
    if back_x == x:
        side = _HEAD if back_y > y else -_HEAD
        points = (x, y, x - 4, y + side, x + 4, y + side)
    else:
        side = _HEAD if back_x > x else -_HEAD
        points = (x, y, x + side, y - 4, x + side, y + 4)
    return element("polygon", points=" ".join(map(str, points)), fill=INK)
