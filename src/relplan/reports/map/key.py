"""The legend of the picture: each sign as it is drawn, and what it means."""

from collections.abc import Callable

from relplan.reports.map.card import BADGE, badge, frame
from relplan.reports.map.chart import INK, STANCES, Box
from relplan.reports.map.measure import width_of
from relplan.reports.map.place import Spot
from relplan.reports.map.xml import element, text

_ROW = 34
_SIGN = 36
_SIZE = 11
_Sign = Callable[[Spot], str]


def key(top: int, room: int) -> tuple[str, int]:
    """The legend from this height on, within this width; and how high it is."""
    drawn, x, y = "", 0, top
    for sign, meaning in _signs():
        wide = _SIGN + 8 + round(width_of(meaning, _SIZE)) + 18
        if x and x + wide > room:
            x, y = 0, y + _ROW
        drawn += sign(Spot(x, y, _SIGN, BADGE)) + text(meaning, (x + _SIGN + 8, y + 16), _SIZE)
        x += wide
    return drawn, y + _ROW - top


def _signs() -> list[tuple[_Sign, str]]:
    stances = [(_badge(letter), stance or "not known") for stance, letter in STANCES.items()]
    return [
        *stances,
        (_line(), "reports to"),
        (_line(stroke_dasharray="2 4", stroke_linecap="round"), "arrow: to those who listen"),
        (_frame(influence="high"), "high influence"),
        (_frame(influence="low"), "low influence"),
        (_frame(key=True), "decides or counts most"),
        (_frame(unmet="told"), "not met yet"),
        (_arrow, "who of ours keeps the tie"),
    ]


def _badge(letter: str) -> _Sign:
    return lambda spot: badge(letter, Spot(spot.x + 12, spot.y, BADGE, BADGE))


def _line(**dots: str) -> _Sign:
    def drawn(spot: Spot) -> str:
        y = spot.y + spot.height // 2
        ends = {"x1": spot.x, "y1": y, "x2": spot.right, "y2": y}
        return element("line", **{**ends, "stroke": INK, "stroke_width": 1.6, **dots})

    return drawn


def _frame(*, influence: str = "", key: bool = False, unmet: str = "") -> _Sign:
    return lambda spot: frame(Box("", "", "", "", influence, "", key=key, unmet=unmet), spot)


def _arrow(spot: Spot) -> str:
    return text("→", (spot.x + 14, spot.y + 16), _SIZE)
