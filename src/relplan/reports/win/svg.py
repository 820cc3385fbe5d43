"""The way to a win as SVG: one element that stands in a page or a file of its own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relplan.analysis.state import count
from relplan.reports.map.chart import INK
from relplan.reports.map.measure import lines_of
from relplan.reports.map.place import Spot
from relplan.reports.map.xml import FONT, element, escape, rectangle, text
from relplan.reports.safe import safe
from relplan.reports.win import words
from relplan.reports.win.mermaid import edges
from relplan.reports.win.place import BOX, Edge, Placed, place
from relplan.reports.win.way import Way

_MARGIN = 28
_EDGE = 10
_ROOM = BOX - 2 * _EDGE
_STEP = {13: 18, 11: 15, 12: 18, 16: 22}


class _Said(NamedTuple):
    text: str
    size: int
    bold: bool = False


class _Card(NamedTuple):
    id: str
    standing: str
    weak: bool
    lines: tuple[_Said, ...]

    @property
    def height(self) -> int:
        return sum(_STEP[one.size] for one in self.lines) + 2 * _EDGE


def as_svg(way: Way) -> str:
    """The chain from today above to the win below, and the sentences about it under it."""
    cards = list(_cards(way))
    nodes = {one.id: f"step {one.id}" for one in way.chain.links}
    lines: Sequence[Edge] = list(edges(way, nodes))
    placed = place([one.id for one in cards], lines, {one.id: one.height for one in cards})
    title = f"{way.prospect.name}: the way to the win, {way.day(way.today)} {way.today.year}"
    told = (words.weakest(way), words.verdict(way), words.LEGEND)
    head, top = _block([_Said(title, 16, bold=True)], 0, placed.width)
    foot, end = _block([_Said(one, 12) for one in told], top + placed.height + 30, placed.width)
    drawn = _group("chain", _drawn(cards, placed), top + 8)
    wide, tall = placed.width + 2 * _MARGIN, end + 2 * _MARGIN
    page = element("g", head + drawn + foot, transform=f"translate({_MARGIN} {_MARGIN})")
    ground = element("rect", width=wide, height=tall, fill="#ffffff")
    said = " ".join(f"{one}." for one in _told(way))
    inside = (
        f"\n{element('title', escape(title))}\n{element('desc', escape(said))}\n{ground}\n{page}\n"
    )
    size = {"width": wide, "height": tall, "viewBox": f"0 0 {wide} {tall}"}
    language = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font_family": FONT}
    return element("svg", inside, **{**language, **size, "fill": INK}) + "\n"


def _told(way: Way) -> Iterator[str]:
    """The whole picture in words, one sentence a step."""
    for link in way.chain.links:
        day = link.step.done if link.standing == "taken" else link.step.by
        people = "; ".join(words.person(one) for one in link.people)
        yield (
            f"{link.id}, {link.standing}, {way.day(day) if day else 'no day'}: {link.step.what}"
            + (f"; {people}" if people else "")
        )
    yield f"The win, {way.day(way.win.by)}: {way.win.what}"
    yield words.weakest(way)
    yield words.verdict(way)


def _cards(way: Way) -> Iterator[_Card]:
    worst = way.weakest
    weak = worst.step if worst else ""
    yield _card("today", "end", [(f"today, {way.day(way.today)}", 13, 2)])
    for link in way.chain.links:
        day = link.step.done if link.standing == "taken" else link.step.by
        head = f"{words.STANDINGS[link.standing]} {way.day(day) if day else 'no day'} · {link.id}"
        said = [(head, 13, 3), (link.step.what, 11, 5)]
        said += [(words.person(one), 11, 2) for one in link.people]
        if worst and link.id == weak:
            said.append((f"the weakest link, {count(worst.points, 'point')}", 13, 2))
        yield _card(f"step {link.id}", link.standing, said, weak=link.id == weak)
    yield _card("win", "end", [(f"{way.day(way.win.by)} · the win", 13, 2), (way.win.what, 11, 6)])


def _card(
    id_: str, standing: str, said: Sequence[tuple[str, int, int]], *, weak: bool = False
) -> _Card:
    lines = tuple(
        _Said(line, size, size == 13)
        for what, size, most in said
        for line in lines_of(safe(" ".join(what.split())), _ROOM, most, size, bold=size == 13)
    )
    return _Card(id_, standing, weak, lines)


def _drawn(cards: Sequence[_Card], placed: Placed) -> str:
    """Lines first, each with a head where it arrives; then the boxes."""
    parts = []
    for points in placed.lines:
        way = " ".join(f"{x},{y}" for x, y in points)
        parts.append(element("polyline", points=way, fill="none", stroke=INK, stroke_width=1.4))
        x, y = points[-1]
        parts.append(
            element("polygon", points=f"{x},{y} {x - 4},{y - 7} {x + 4},{y - 7}", fill=INK)
        )
    parts += [_box(one, placed.spots[one.id]) for one in cards]
    return "\n" + "\n".join(parts) + "\n"


def _box(card: _Card, spot: Spot) -> str:
    """A step: heavy when it is the weakest, dashed when it is late, grey once it is taken."""
    fill = "#eeeeee" if card.standing == "taken" else "#f8d4d0" if card.weak else "#ffffff"
    dashes = {"stroke_dasharray": "6 4"} if card.standing in ("late", "undated") else {}
    round_ = {"rx": 14} if card.standing == "end" else {}
    weight = 3.5 if card.weak else 1.4
    drawn = rectangle(spot, fill=fill, stroke_width=weight, **dashes, **round_)
    y = spot.y + _EDGE
    for line in card.lines:
        at = (spot.x + _EDGE, y + line.size)
        drawn += text(line.text, at, line.size, bold=line.bold)
        y += _STEP[line.size]
    return element("g", drawn, class_="step")


def _group(name: str, inside: str, down: int) -> str:
    return element("g", inside, class_=name, transform=f"translate(0 {down})")


def _block(said: Sequence[_Said], top: int, room: int) -> tuple[str, int]:
    """Texts under each other, and where they end."""
    drawn, y = "", top
    for one in said:
        for line in lines_of(safe(" ".join(one.text.split())), room, 9, one.size, bold=one.bold):
            drawn += text(line, (0, y + one.size), one.size, bold=one.bold) + "\n"
            y += _STEP[one.size]
    return drawn, y
