"""One person's box in the picture: its height, its frame, and the lines of text in it."""

from typing import NamedTuple

from relplan.reports.map.chart import COLOURS, INK, Box
from relplan.reports.map.measure import lines_of, width_of
from relplan.reports.map.place import BOX, Spot
from relplan.reports.map.xml import element, escape, rectangle, text
from relplan.reports.safe import safe

BADGE = 24
_LEFT = BADGE + 14
_ROOM = BOX - _LEFT - 10
_EDGE = 9
_WEIGHTS = {"high": 3.5, "low": 0.8}
_STEP = {13: 17, 11: 15}


class _Said(NamedTuple):
    text: str
    size: int
    bold: bool


def height_of(one: Box) -> int:
    """The height that the text of this person takes."""
    return max(BADGE, sum(_STEP[line.size] for line in _lines(one))) + 2 * _EDGE


def card(one: Box, spot: Spot, told: str) -> str:
    """The box, with the sentence about the person as what a pointer shows."""
    inside = element("title", escape(told)) + frame(one, spot)
    inside += badge(one.letter, Spot(spot.x + 8, spot.y + _EDGE, BADGE, BADGE))
    y = spot.y + _EDGE
    for line in _lines(one):
        at = (spot.x + _LEFT, y + line.size)
        inside += text(line.text, at, line.size, bold=line.bold)
        y += _STEP[line.size]
    return element("g", inside, class_="person")


def frame(one: Box, spot: Spot) -> str:
    """The border: its weight is the influence, a second one marks who decides, dashes who is unmet."""
    dashes = {"stroke_dasharray": "6 4"} if one.unmet else {}
    drawn = rectangle(spot, stroke_width=_WEIGHTS.get(one.influence, 1.6), **dashes)
    if one.key:
        inner = Spot(spot.x + 4, spot.y + 4, spot.width - 8, spot.height - 8)
        drawn += rectangle(inner, stroke_width=0.8, **dashes)
    return drawn


def badge(letter: str, spot: Spot) -> str:
    """The letter of a stance on its colour."""
    ground, ink = COLOURS[letter]
    x = spot.middle - round(width_of(letter, 13) / 2)
    said = element("text", letter, x=x, y=spot.y + 17, font_size=13, font_weight="bold", fill=ink)
    return rectangle(spot, fill=ground, stroke=INK, stroke_width=0.6, rx=4) + said


def _lines(one: Box) -> list[_Said]:
    said = [(one.name, 13, 3), (one.title, 11, 3), (one.keeper and f"→ {one.keeper}", 11, 2)]
    return [
        _Said(line, size, size == 13)
        for what, size, most in said
        if what
        for line in lines_of(safe(" ".join(what.split())), _ROOM, most, size, bold=size == 13)
    ]
