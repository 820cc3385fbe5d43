"""Which finding is which, by file, code and item: the same one when lines move.

An entry of a list has no id, so what it says stands for its number; a fault without an item (a line
that is not YAML) is known by the text of its line.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from relplan.diagnostics import Diagnostic
from relplan.files import tree
from relplan.files.document import Document
from relplan.files.tree import Items, Node, Scalar

_NAMING = ("date", "from", "with", "by", "at", "to", "what")
"""The fields by which people tell the lines of a list apart."""


class Identity(NamedTuple):
    """What stays of a finding while the text around it is edited."""

    path: str
    code: str
    item: str
    nth: int = 1
    """1 for the first finding of this code at this item, 2 for the next."""

    @property
    def fingerprint(self) -> str:
        """The identity as a short text of letters and digits."""
        return sha256("\0".join(map(str, self)).encode("utf-8", "replace")).hexdigest()[:32]


def identified(
    found: Iterable[Diagnostic], documents: Mapping[str, Document]
) -> Iterator[tuple[Diagnostic, Identity]]:
    """Each finding with its identity, no two of them alike, in the order given."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for one in found:
        key = (one.path, one.code, _item(one, documents.get(one.path)))
        counted[key] += 1
        yield one, Identity(*key, counted[key])


def _item(one: Diagnostic, document: Document | None) -> str:
    if document is None:
        return one.item
    if not one.item:
        return document.lines.line(one.line).strip()
    return ".".join(_steps(document.root, one.item.split("."))) if document.root else one.item


def _steps(node: Node | None, steps: list[str]) -> Iterator[str]:
    for step in steps:
        inner: Node | None = None
        if isinstance(node, tree.Mapping):
            inner = node.get(step)
        elif isinstance(node, Items) and step.isdecimal() and int(step) < len(node.items):
            inner = node.items[int(step)]
            step = f"[{_said(inner)}]"  # noqa: PLW2901 -- the words in the place of the number
        node = inner
        yield step


def _said(node: Node) -> str:
    if isinstance(node, tree.Mapping):
        naming = [value for name in _NAMING if (value := node.get(name)) is not None]
        return " ".join(map(_said, naming or [value for _, value in node.pairs]))
    if isinstance(node, Items):
        return " ".join(map(_said, node.items))
    return node.text if isinstance(node, Scalar) else ""
