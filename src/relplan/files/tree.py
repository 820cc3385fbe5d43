"""A YAML text as a tree in which every node knows where it stands.

Scalars keep the text that the writer typed; nothing is typed here (see `model.fields`).
Offsets are in code points of the text without its byte-order mark. Lines are derived from them
(`Lines`): libyaml also breaks lines at U+0085 and U+2028, where no editor does.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from relplan.diagnostics import Span

Step = str | int
Path = tuple[Step, ...]

_EXACT_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BREAK = re.compile(r"\r\n|\n|\r")
NOT_TEXT = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""What other readers of YAML 1.2 (its core schema) take for something else than text."""


_ALSO_TYPED = re.compile(
    r"(?i:yes|no|on|off|y|n)|<<"
    r"|[-+]?[0-9_][0-9_,.:]*([eE][-+]?[0-9_]+)?|[-+]?\.[0-9_]+([eE][-+]?[0-9_]+)?"
    r"|[-+]?0(b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt\s].*)?"
)
"""What readers of YAML 1.1, and ruamel's of 1.2, also take for something else than text."""


def looks_typed(text: str) -> bool:
    """True when some reader of YAML would not take the plain `text` for text.

    An exact date is not counted: where relplan writes a date, a date is meant.
    """
    if _EXACT_DATE.fullmatch(text):
        return False
    return bool(NOT_TEXT.fullmatch(text) or _ALSO_TYPED.fullmatch(text))


class Lines:
    """The lines of a text as an editor counts them: broken at LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, counted from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` up to `end`."""
        return Span(start, end, *self.place(start), *self.place(max(start, end)))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its break; empty when there is none."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def start(self, number: int) -> int:
        """The offset at which a line, counted from 1, begins; that of the nearest line there is."""
        return self._starts[min(max(number, 1), len(self._starts)) - 1]

    def __len__(self) -> int:
        return len(self._starts)


class Node:
    """A stretch of the text that stands for one value; `end` is after its last character."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    def plain(self) -> Any:
        """The node as text, None, lists and dicts: what the model reads."""
        raise TypeError("only scalars, mappings and sequences have a value")


class Scalar(Node):
    """A text; `style` is `'`, `"`, `|`, `>` or empty for a plain one."""

    __slots__ = ("style", "text")

    def __init__(self, start: int, end: int, text: str, style: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.style = style

    def plain(self) -> str | None:
        """The text; None for a value that was left empty."""
        return self.text if self.text or self.style else None

    @property
    def read_otherwise(self) -> bool:
        """True when another reader of YAML would not take this for text."""
        return not self.style and bool(NOT_TEXT.fullmatch(self.text))


class Mapping(Node):
    """Keys with their values, in the order of the file."""

    __slots__ = ("_found", "flow", "pairs")

    def __init__(self, start: int, end: int, pairs: list[tuple[Scalar, Node]], flow: bool) -> None:
        super().__init__(start, end)
        self.pairs = pairs
        self.flow = flow
        self._found: dict[str, tuple[Scalar, Node]] | None = None

    def plain(self) -> dict[str, Any]:
        """The pairs as a dict of plain values."""
        return {key.text: value.plain() for key, value in self.pairs}

    def get(self, key: str) -> Node | None:
        """The value under `key`."""
        pair = self._pair(key)
        return pair[1] if pair else None

    def key(self, text: str) -> Scalar | None:
        """The key that reads `text`."""
        pair = self._pair(text)
        return pair[0] if pair else None

    def _pair(self, key: str) -> tuple[Scalar, Node] | None:
        # Built on first use: most groups are never searched, and a search must not be quadratic.
        if self._found is None:
            self._found = {one.text: (one, value) for one, value in self.pairs}
        return self._found.get(key)


class Items(Node):
    """A list of values."""

    __slots__ = ("flow", "items")

    def __init__(self, start: int, end: int, items: list[Node], flow: bool) -> None:
        super().__init__(start, end)
        self.items = items
        self.flow = flow

    def plain(self) -> list[Any]:
        """The items as a list of plain values."""
        return [item.plain() for item in self.items]


def follow(root: Node, path: Sequence[Step]) -> Node:
    """The node at `path`; a step that leads nowhere is skipped, so that a place always exists."""
    node = root
    for step in path:
        node = _step(node, step) or node
    return node


def key_at(root: Node, path: Sequence[Step]) -> Node:
    """The key of the last step of `path`, where that step is a key; else the node itself."""
    node: Node = root
    found: Node = root
    for step in path:
        key = node.key(str(step)) if isinstance(node, Mapping) else None
        following = _step(node, step)
        if following is None:
            continue
        node, found = following, key or following
    return found


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every scalar value under `node` with its path, in the order of the text."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield from scalars(value, (*path, key.text))
    elif isinstance(node, Items):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))


def _step(node: Node, step: Step) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(str(step))
    if isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None
