"""The documents behind a book, each read and parsed when somebody looks at it, and let go again.

Whoever looks must see what the book was read from: a file that was changed since is refused.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from relplan.errors import Refused
from relplan.files.disk import Unreadable, decode, read_bytes
from relplan.files.document import Document, document_of
from relplan.files.facts import Facts, digest_of
from relplan.files.reading import read_some
from relplan.files.tree import Node

_KEPT = 64
"""How many documents stay in memory: they are many times as large as their files."""


class Behind(Document):
    """A document that is read when its text is asked for, and parsed when its tree is."""

    def __init__(self, facts: Facts, get: Callable[[], bytes]) -> None:
        object.__setattr__(self, "path", facts.path)
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "_get", get)

    facts: Facts
    _get: Callable[[], bytes]

    @property
    def is_clean(self) -> bool:
        """True when it is known that nothing of it was left out."""
        return self.facts.value is not None and not self.facts.faults

    @property
    def value(self) -> Any:
        """The record of a clean document."""
        return self.facts.value

    @property
    def speaks(self) -> bool:
        """False when no comment in it can be for relplan."""
        return self.facts.speaks

    @cached_property
    def raw(self) -> bytes:
        """The bytes of the file; Refused when they are not those that the book was read from."""
        if not self.facts.digest:
            return b""
        try:
            raw = self._get()
        except Unreadable:
            raw = b""
        if digest_of(raw) != self.facts.digest:
            raise Refused(
                f"{self.path} was changed by somebody in this moment; run the command again"
            )
        return raw

    @cached_property
    def text(self) -> str:
        """The text of the file."""
        return self._whole.text if self.facts.faults else decode(self.raw)[0]

    @cached_property
    def root(self) -> Node | None:
        """The tree; None when the text has none."""
        return self._whole.root

    @cached_property
    def _whole(self) -> Document:
        if not self.facts.digest:
            return Document(self.path, "", b"", None)
        return document_of(self.path, self.raw)[0]


def behind(root: Path, path: str) -> Document:
    """The document behind one file of a book, of which the facts are kept."""
    return Documents(root, read_some(root, [path]))[path]


class Documents(Mapping[str, Document]):
    """The documents of a book by path, in the order of the paths."""

    def __init__(
        self, root: Path, facts: Mapping[str, Facts], texts: Mapping[str, bytes] | None = None
    ) -> None:
        self._root = root
        self._facts = facts
        self.texts = dict(texts or {})
        """The bytes of files that are not, or not so, on the disk."""
        self._kept: OrderedDict[str, Document] = OrderedDict()

    def __getitem__(self, path: str) -> Document:
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        found = Behind(self._facts[path], lambda: self._bytes(path))
        self._kept[path] = found
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def __contains__(self, path: object) -> bool:
        return path in self._facts

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def _bytes(self, path: str) -> bytes:
        if path in self.texts:
            return self.texts[path]
        return read_bytes(self._root / path, self._root)
