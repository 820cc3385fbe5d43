"""The one way by which foreign text enters SVG, and the elements it is drawn with."""

import html
import re

from relplan.reports.map.chart import INK
from relplan.reports.map.place import Spot
from relplan.reports.safe import safe

FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
_NO_CHARACTERS = re.compile("[\ufffe\uffff\U0001fffe\U0001ffff]")


def escape(text: str) -> str:
    """The text for an element or a quoted attribute, on one line.

    What is not ASCII is written as its number, so that no encoding on the way can spoil it.
    """
    line = _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", safe(" ".join(text.split())))
    return html.escape(line).encode("ascii", "xmlcharrefreplace").decode("ascii")


def element(name: str, inside: str = "", /, **attributes: object) -> str:
    """An element; `_` in the name of an attribute stands for `-`; `inside` is XML already."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def text(said: str, at: tuple[int, int], size: int = 12, *, bold: bool = False) -> str:
    """A line of text that begins at this baseline."""
    weight = {"font_weight": "bold"} if bold else {}
    return element("text", escape(said), x=at[0], y=at[1], font_size=size, **weight)


def rectangle(spot: Spot, **attributes: object) -> str:
    """A rectangle, white inside unless told otherwise."""
    where = {"x": spot.x, "y": spot.y, "width": spot.width, "height": spot.height}
    return element("rect", **{**where, "fill": "#ffffff", "stroke": INK, **attributes})
