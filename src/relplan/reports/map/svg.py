"""The relationship map as SVG: one element that stands in a page or a file of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from relplan.reports.map.arcs import arc
from relplan.reports.map.card import card, height_of
from relplan.reports.map.chart import INK, Chart
from relplan.reports.map.key import key
from relplan.reports.map.measure import lines_of
from relplan.reports.map.place import Placed, Spot, place
from relplan.reports.map.tree import Forest, forest
from relplan.reports.map.words import sentences
from relplan.reports.map.xml import FONT, element, escape, text
from relplan.reports.safe import safe

MARGIN = 28
_LEAST = 640
_NOBODY = "Nobody is written down."


class Drawn(NamedTuple):
    """The parts of a drawing, each with its place on the page."""

    chart: Chart
    trees: Forest
    placed: Placed
    head: str
    at: tuple[int, int]
    """Where the map begins."""
    foot: str
    """The legend, and the gaps where they belong to the drawing."""
    foot_at: int
    """Where that begins."""
    size: tuple[int, int]


class Band(NamedTuple):
    """What one picture shows: from here to there, and whose boxes."""

    top: int
    bottom: int
    ids: frozenset[str]
    number: str = ""
    """Such as `2 of 3`; empty for the only one."""


def as_svg(chart: Chart) -> str:
    """The map with its legend, and the gaps under it."""
    return drawing(chart, gaps=chart.gaps)


def drawing(chart: Chart, gaps: Sequence[str] = ()) -> str:
    """The map with its legend and these gaps; its title and description tell it in words."""
    drawn = drawn_of(chart, gaps)
    return picture(drawn, Band(0, drawn.size[1], frozenset(drawn.placed.spots)))


def drawn_of(chart: Chart, gaps: Sequence[str] = ()) -> Drawn:
    """The parts of the map's drawing, placed."""
    trees = forest([one.id for one in chart.boxes], chart.reports_to)
    placed = place(trees, {one.id: height_of(one) for one in chart.boxes})
    room = max(_LEAST, placed.width)
    said = [_title(chart)] if chart.boxes else [_title(chart), _NOBODY]
    head, y = _block(said, (0, 0), room, 16)
    at = ((room - placed.width) // 2, y + 12)
    y += 12 + placed.height + 28
    legend, tall = key(y, room)
    below, end = _block([*(["Gaps"] if gaps else []), *gaps], (0, y + tall), room, 12)
    foot = _group("legend", legend, (0, 0)) + below
    size = (room + 2 * MARGIN, end + 2 * MARGIN)
    return Drawn(chart, trees, placed, head, at, foot, y + MARGIN, size)


def picture(drawn: Drawn, band: Band) -> str:
    """The drawing, or a band of it: lines that leave a band are cut at its edge."""
    wide, tall = drawn.size[0], band.bottom - band.top
    chart = drawn.chart
    told = " ".join(_told(chart, band.ids)) or _NOBODY
    title = f"{_title(chart)}, {band.number}" if band.number else _title(chart)
    ground = element(
        "rect", **({"y": band.top} if band.top else {}), width=wide, height=tall, fill="#ffffff"
    )
    inside = drawn.head if band.top == 0 else ""
    inside += _group("map", _map(drawn, band.ids), drawn.at)
    inside += drawn.foot if band.bottom > drawn.foot_at else ""
    return (
        element(
            "svg",
            f"\n{element('title', escape(title))}\n{element('desc', escape(told))}\n{ground}\n"
            f"{_group('page', inside, (MARGIN, MARGIN))}\n",
            xmlns="http://www.w3.org/2000/svg",
            role="img",
            width=wide,
            height=tall,
            viewBox=f"0 {band.top} {wide} {tall}",
            font_family=FONT,
            fill=INK,
        )
        + "\n"
    )


def _title(chart: Chart) -> str:
    return f"{chart.client}: relationship map, {chart.day}"


def _told(chart: Chart, ids: frozenset[str]) -> Iterator[str]:
    for one, told in zip(chart.boxes, sentences(chart), strict=True):
        if one.id in ids:
            yield told


def _map(drawn: Drawn, ids: frozenset[str]) -> str:
    """Lines first, so that a box covers what passes behind it."""
    chart, trees, placed = drawn.chart, drawn.trees, drawn.placed
    spots = placed.spots
    parts = [_line(points) for points in placed.lines]
    parts += [arc(spots[a], spots[b], dotted=False) for a, b in trees.back if a != b]
    parts += [arc(spots[a], spots[b]) for a, b in chart.influences if a != b]
    parts += _cards(chart, spots, ids)
    if placed.caption:
        parts.append(text("No reporting line written", (0, placed.caption.y + 14), 11, bold=True))
    return "\n" + "\n".join(parts) + "\n"


def _cards(chart: Chart, spots: Mapping[str, Spot], ids: frozenset[str]) -> Iterator[str]:
    for one, told in zip(chart.boxes, sentences(chart), strict=True):
        if one.id in ids:
            yield card(one, spots[one.id], told)


def _line(points: Sequence[tuple[int, int]]) -> str:
    return element(
        "polyline",
        points=" ".join(f"{x},{y}" for x, y in points),
        fill="none",
        stroke=INK,
        stroke_width=1.2,
    )


def _group(name: str, inside: str, at: tuple[int, int]) -> str:
    return element("g", inside, class_=name, transform=f"translate({at[0]} {at[1]})")


def _block(said: Sequence[str], at: tuple[int, int], room: int, size: int) -> tuple[str, int]:
    """Texts under each other, the first one bold; and where they end."""
    drawn, y = "", at[1]
    for number, one in enumerate(said):
        for line in lines_of(safe(" ".join(one.split())), room, 9, size, bold=not number):
            drawn += text(line, (at[0], y + size), size, bold=not number) + "\n"
            y += size + 6
    return drawn, y
