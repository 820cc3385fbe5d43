"""Comments in a document that silence findings: where they stand and what they cover.

`# relplan: ignore[RP301] reason` at the end of a line covers that line; on a line of its own it
covers the whole item below. A `#` inside a text is no comment: the spans of the tree decide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from relplan.clock import civil_date
from relplan.files.document import Document
from relplan.files.tree import Items, Mapping, Node, Scalar

_COMMENT = re.compile(r"(?<![^\s])#[^\r\n]*")
_OURS = re.compile(r"#+\s*relplan\s*:", re.IGNORECASE)
_FORM = re.compile(r"#+\s*relplan\s*:\s*ignore\s*\[([^\]]*)\]\s*(.*)", re.IGNORECASE)
_UNTIL = re.compile(r"\buntil\s+(\S+?)[.,;:]?(?=\s|$)")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that silences: its span, the rules it names, and from where to where it holds."""

    start: int
    end: int
    words: tuple[str, ...]
    reason: str
    until: date | None
    first: Place
    last: Place
    trouble: str = ""
    """Why it cannot be understood; it silences nothing then."""

    def covers(self, line: int, column: int) -> bool:
        """True for a place inside the line or the item that it covers."""
        return self.first <= (line, column) <= self.last


def ignores(document: Document) -> Iterator[Ignore]:
    """Every comment of the document that speaks to relplan, in the order of the text."""
    if not document.speaks or document.root is None:
        return
    items: list[tuple[int, int]] | None = None
    for start, end in comments(document):
        text = document.text[start:end]
        if not _OURS.match(text):
            continue
        items = _items(document.root) if items is None else items
        yield _read(document, start, end, items)


def comments(document: Document) -> Iterator[tuple[int, int]]:
    """The spans of all comments: whatever begins with `#` after a space, outside of any text."""
    assert document.root is not None
    reached = 0
    for start, end in sorted(_texts(document.root, document.text)):
        yield from _between(document.text, reached, start)
        reached = max(reached, end)
    yield from _between(document.text, reached, len(document.text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _COMMENT.finditer(text, start, end):
        yield found.start(), found.end()


def _texts(node: Node, text: str) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        begin = node.start
        if node.style and node.style in "|>":
            # The line of the `|` may end with a comment; only the lines below it are text.
            begin = text.find("\n", node.start, node.end)
            begin = node.end if begin < 0 else begin
        yield begin, node.end
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield from _texts(key, text)
            yield from _texts(value, text)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _texts(item, text)


def _items(node: Node) -> list[tuple[int, int]]:
    """The spans of all items: a key with its value, or an entry of a list."""
    found: list[tuple[int, int]] = []
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            found.append((key.start, max(key.end, value.end)))
            found.extend(_items(value))
    elif isinstance(node, Items):
        for item in node.items:
            found.append((item.start, item.end))
            found.extend(_items(item))
    return found


def _read(document: Document, start: int, end: int, items: list[tuple[int, int]]) -> Ignore:
    first, last = _cover(document, start, end, items)
    form = _FORM.match(document.text[start:end])
    if not form:
        why = "this comment is not understood; write it as `# relplan: ignore[RP203] reason`"
        return Ignore(start, end, (), "", None, first, last, why)
    words = tuple(word.strip() for word in form[1].split(",") if word.strip())
    reason, until, trouble = form[2].strip(), None, ""
    if found := _UNTIL.search(reason):
        try:
            until = civil_date(found[1])
        except ValueError as error:
            trouble = f"after `until`: {error}"
        reason = (reason[: found.start()] + reason[found.end() :]).strip(" ,;:-—")
    if not words:
        trouble = "no rule is named; write its code in the brackets, such as ignore[RP203]"
    return Ignore(start, end, words, reason, until, first, last, trouble)


def _cover(
    document: Document, start: int, end: int, items: list[tuple[int, int]]
) -> tuple[Place, Place]:
    line, column = document.lines.place(start)
    if document.lines.line(line)[: column - 1].strip():
        return (line, 1), (line, column)
    below = [item for item in items if item[0] >= end]
    if not below:
        return (line, column), (line, column)
    begin = min(item[0] for item in below)
    close = max(item[1] for item in below if item[0] == begin)
    return document.lines.place(begin), document.lines.place(close)
