"""The relationship map as SVG: one element that stands in a page or a file of its own."""

from collections.abc import Iterator, Mapping, Sequence

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

_MARGIN = 28
_LEAST = 640
_NOBODY = "Nobody is written down."


def as_svg(chart: Chart) -> str:
    """The map with its legend, and the gaps under it."""
    return drawing(chart, gaps=chart.gaps)


def drawing(chart: Chart, gaps: Sequence[str] = ()) -> str:
    """The map with its legend and these gaps; its title and description tell it in words."""
    trees = forest([one.id for one in chart.boxes], chart.reports_to)
    placed = place(trees, {one.id: height_of(one) for one in chart.boxes})
    room = max(_LEAST, placed.width)
    title = f"{chart.client}: relationship map, {chart.day}"
    head, y = _block([title] if chart.boxes else [title, _NOBODY], (0, 0), room, 16)
    body = _group("map", _map(chart, trees, placed), ((room - placed.width) // 2, y + 12))
    y += 12 + placed.height + 28
    legend, tall = key(y, room)
    below, y = _block([*(["Gaps"] if gaps else []), *gaps], (0, y + tall), room, 12)
    size = (room + 2 * _MARGIN, y + 2 * _MARGIN)
    told = " ".join(sentences(chart)) or _NOBODY
    ground = element("rect", width=size[0], height=size[1], fill="#ffffff")
    inside = head + body + _group("legend", legend, (0, 0)) + below
    return (
        element(
            "svg",
            f"\n{element('title', escape(title))}\n{element('desc', escape(told))}\n{ground}\n"
            f"{_group('page', inside, (_MARGIN, _MARGIN))}\n",
            xmlns="http://www.w3.org/2000/svg",
            role="img",
            width=size[0],
            height=size[1],
            viewBox=f"0 0 {size[0]} {size[1]}",
            font_family=FONT,
            fill=INK,
        )
        + "\n"
    )


def _map(chart: Chart, trees: Forest, placed: Placed) -> str:
    """Lines first, so that a box covers what passes behind it."""
    spots = placed.spots
    parts = [_line(points) for points in placed.lines]
    parts += [arc(spots[a], spots[b], dotted=False) for a, b in trees.back if a != b]
    parts += [arc(spots[a], spots[b]) for a, b in chart.influences if a != b]
    parts += _cards(chart, spots)
    if placed.caption:
        parts.append(text("No reporting line written", (0, placed.caption.y + 14), 11, bold=True))
    return "\n" + "\n".join(parts) + "\n"


def _cards(chart: Chart, spots: Mapping[str, Spot]) -> Iterator[str]:
    for one, told in zip(chart.boxes, sentences(chart), strict=True):
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
