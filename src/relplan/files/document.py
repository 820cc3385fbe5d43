"""One file of a book: its text, its tree, and how places in it are named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relplan.diagnostics import Diagnostic, Severity
from relplan.files import tree
from relplan.files.disk import Unreadable, decode, read_bytes
from relplan.files.tree import Lines, Node, Step

if TYPE_CHECKING:
    from relplan.files.parse import Trouble

MAX_DIAGNOSTICS = 100


@dataclass(frozen=True)
class Document:
    """A file that was read: `root` is None when the text has no tree."""

    path: str
    """Relative to the book, with forward slashes."""
    text: str
    raw: bytes
    root: Node | None

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @property
    def is_clean(self) -> bool:
        """True when it is known that nothing of it was left out."""
        return False

    @property
    def value(self) -> Any:
        """The record of a clean document."""
        return None

    @property
    def speaks(self) -> bool:
        """False when no comment in it can be for relplan."""
        return "relplan" in self.text.lower()

    @property
    def fingerprint(self) -> str:
        """What the bytes were when they were read, to see whether somebody else wrote since."""
        from hashlib import sha256  # late: nothing that is typed after a call needs it

        return sha256(self.raw).hexdigest()

    def at(  # noqa: PLR0913 -- a diagnostic has this many parts
        self,
        node: Node | int,
        code: str,
        name: str,
        message: str,
        *,
        severity: Severity = "error",
        item: str = "",
    ) -> Diagnostic:
        """The diagnostic at a node or an offset of this document."""
        start, end = (node, node + 1) if isinstance(node, int) else (node.start, node.end)
        span = self.lines.span(min(start, len(self.text)), min(end, len(self.text)))
        place = (span.line, span.column)
        ends = (span.end_line, span.end_column)
        return Diagnostic(self.path, *place, code, name, severity, message, *ends, item)

    def at_most(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics, and where there are very many of them the first and a word for the rest."""
        kept: list[Diagnostic] = []
        for one in found:
            if len(kept) == MAX_DIAGNOSTICS:
                code = CODES["more-errors"]
                message = f"more than {MAX_DIAGNOSTICS} errors in this file; mend the first ones"
                return [*kept, self.at(0, code, "more-errors", message)]
            kept.append(one)
        return kept

    def value_at(self, path: Sequence[Step]) -> Node:
        """The node that a path leads to, or as near as it leads."""
        assert self.root is not None
        return tree.follow(self.root, path)

    def key_at(self, path: Sequence[Step]) -> Node:
        """The key that a path leads to, or the value where its last step is no key."""
        assert self.root is not None
        return tree.key_at(self.root, path)


CODES = {
    "not-readable": "RP001",
    "yaml-syntax": "RP002",
    "merge-conflict": "RP003",
    "yaml-feature": "RP004",
    "duplicate-key": "RP005",
    "id-not-portable": "RP006",
    "id-collides": "RP007",
    "not-a-plan": "RP008",
    "more-errors": "RP009",
}


def read(path: Path, root: Path) -> tuple[Document, list[Diagnostic]]:
    """The document at `path` inside the book `root`, and what is wrong with it as a text.

    Never raises for a file's sake: what cannot be read has no tree and at least one diagnostic.
    """
    shown = path.relative_to(root).as_posix()
    try:
        raw = read_bytes(path, root)
    except Unreadable as why:
        document = Document(shown, "", b"", None)
        return document, [document.at(0, CODES["not-readable"], "not-readable", str(why))]
    return document_of(shown, raw)


def document_of(shown: str, raw: bytes) -> tuple[Document, list[Diagnostic]]:
    """The document that these bytes make, and what is wrong with it as a text."""
    from relplan.files.parse import parse  # late: a book that was read before needs no YAML
    from relplan.files.syntax import conflict

    try:
        text, _ = decode(raw)
    except Unreadable as why:
        before = raw[: why.place or 0].decode("utf-8-sig", "replace")
        document = Document(shown, before + " ", raw, None)
        return document, [document.at(len(before), CODES["not-readable"], "not-readable", str(why))]
    if found := conflict(text):
        document = Document(shown, text, raw, None)
        return document, [document.at(found.offset, CODES[found.name], found.name, found.message)]
    root, troubles = parse(text)
    document = Document(shown, text, raw, root)
    return document, document.at_most(_at_place(document, one) for one in troubles)


def _at_place(document: Document, one: "Trouble") -> Diagnostic:
    span = Node(one.offset, max(one.end, one.offset + 1))
    return document.at(span, CODES[one.name], one.name, one.message)
