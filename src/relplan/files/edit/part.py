"""A stretch of a text that stands for one value."""

import re
from typing import Any

import yaml

BLOCKS = ("|", ">")
"""The styles of a scalar that stands on lines of its own below its header."""


class Part:
    """A stretch of the text for one value; `first` up to `last` are its events.

    `keys` is None for a list and for a leaf; `children` is None for a leaf.
    """

    __slots__ = ("anchor", "children", "end", "event", "first", "flow", "keys", "last", "start")

    def __init__(self, event: Any, first: int) -> None:
        self.event = event
        self.start: int = event.start_mark.index
        self.end: int = event.end_mark.index
        self.first = first
        self.last = first + 1
        self.anchor: str | None = event.anchor
        self.flow = False
        self.keys: list[Part] | None = None
        self.children: list[Part] | None = None

    @property
    def leaf(self) -> bool:
        """True for a scalar and for an alias."""
        return self.children is None

    @property
    def alias(self) -> bool:
        """True for `*name`, which stands for a value written elsewhere."""
        return self.event.__class__ is yaml.AliasEvent

    @property
    def mapping(self) -> bool:
        """True for keys with values."""
        return self.keys is not None

    @property
    def text(self) -> str:
        """What a scalar says; empty for everything else."""
        return str(getattr(self.event, "value", ""))

    @property
    def style(self) -> str:
        """`'`, `"`, `|`, `>`, or empty for a plain scalar."""
        return getattr(self.event, "style", None) or ""

    @property
    def tag(self) -> str | None:
        """The tag in front, when there is one."""
        return getattr(self.event, "tag", None)

    @property
    def empty(self) -> bool:
        """True where a value was left out: `key:`, `-`."""
        return self.leaf and self.start == self.end

    @property
    def dressed(self) -> bool:
        """True when an anchor or a tag stands in front of the value."""
        return self.anchor is not None or self.tag is not None

    @property
    def inside(self) -> int:
        """The offset of the opening bracket of a flow collection."""
        return int(self.event.end_mark.index) - 1


_HEADER = re.compile(r"[|>]([-+]?)([0-9]?)([-+]?)[^\r\n]*")


def block_end(text: str, part: Part) -> int:
    """Where a block scalar's last own line ends: libyaml runs on over the blank lines below.

    Blank lines belong to it when it keeps them (`|+`); lines of spaces longer than its indent do.
    """
    end = part.end
    header = _HEADER.search(text, part.start, end)
    if header is None:
        return end
    stretch = text[header.end() : end]
    lines = re.split(r"(\r\n|\n|\r)", stretch)
    if "+" in (header[1], header[3]):
        return end - (len(lines[-2]) if len(lines) > 1 and not lines[-1] else 0)
    full = [one for one in lines[::2] if one.strip(" ")]
    indent = min((len(one) - len(one.lstrip(" ")) for one in full), default=0)
    while len(lines) > 1 and not lines[-1].strip(" ") and (not full or len(lines[-1]) <= indent):
        del lines[-2:]
    return header.end() + len("".join(lines))
