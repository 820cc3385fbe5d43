"""Changes of a book that are not written yet: shown, proven to read, then written all or none."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from relplan.errors import Refused
from relplan.files import edit
from relplan.files.book import Loaded, with_texts
from relplan.files.journal import Change, write_all

if TYPE_CHECKING:
    from relplan.diagnostics import Diagnostic
    from relplan.files.edit.render import Value
    from relplan.files.tree import Step


_SHOWN = 6
"""How many faults a refusal names: a person who is taken out is missing in every line of the log."""


class Changed(NamedTuple):
    """A line that a draft takes away or adds: its file, its number there, and its text."""

    path: str
    line: int
    text: str
    added: bool


class Draft:
    """A book's files as they will be. Nothing is written before `write`."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._new: dict[str, bytes | None] = {}

    def text(self, path: str) -> str:
        """The text of a file as it will be, with its byte-order mark; empty where there is none."""
        return (self._bytes(path) or b"").decode("utf-8")

    def has(self, path: str) -> bool:
        """True when there will be such a file."""
        return self._bytes(path) is not None

    def put(self, path: str, text: str | bytes | None) -> None:
        """Let the file hold this text; None removes it."""
        self._new[path] = text.encode("utf-8") if isinstance(text, str) else text

    def change(self, path: str, change: Callable[[str], str]) -> None:
        """Change a file's text by an edit; Refused names the file, the line and what to paste."""
        try:
            self.put(path, change(self.text(path)))
        except edit.EditRefused as why:
            paste = f", the text is:\n{why.paste}" if why.paste else ""
            raise Refused(f"{path}:{why.line}: {why.reason}; nothing was changed{paste}") from None

    def set_value(self, path: str, where: Sequence["Step"], value: "Value") -> None:
        """Put `value` in the place of what stands at `where`."""
        self.change(path, lambda text: edit.set_value(text, where, value))

    def add_entry(self, path: str, where: Sequence["Step"], key: str, value: "Value") -> None:
        """Add `key: value` to the mapping at `where`."""
        self.change(path, lambda text: edit.add_entry(text, where, key, value))

    def append_item(self, path: str, where: Sequence["Step"], value: "Value") -> None:
        """Add `value` to the end of the list at `where`."""
        self.change(path, lambda text: edit.append_item(text, where, value))

    def remove(self, path: str, where: Sequence["Step"]) -> None:
        """Take away the entry or item at `where`."""
        self.change(path, lambda text: edit.remove(text, where))

    def changes(self) -> list[Change]:
        """The files that will differ, by path."""
        every = (Change(path, self._old(path), self._new[path]) for path in sorted(self._new))
        return [one for one in every if one.old != one.new]

    def lines(self) -> Iterator[Changed]:
        """Every line that goes or comes, in the order of the files as they will be."""
        for one in self.changes():
            yield from _changed_lines(one)

    def checked(self) -> Loaded:
        """The book as it will read; Refused when something in it would not read that does now."""
        after = with_texts(self._loaded, dict(self._new))
        worse = _worse(self._loaded.diagnostics, after.diagnostics)
        if worse:
            said = "\n".join(f"{one.path}:{one.line}: {one.message}" for one in worse[:_SHOWN])
            said += f"\nand {len(worse) - _SHOWN} more" if len(worse) > _SHOWN else ""
            raise Refused(f"this would not read; nothing was changed:\n{said}")
        return after

    def write(self) -> None:
        """Write every change or none; Refused, with the lines to paste, when a file has changed."""
        self.checked()
        try:
            write_all(self._loaded.root, self.changes())
        except Refused as why:
            added = [f"{one.path}:{one.line}: {one.text}" for one in self.lines() if one.added]
            if not added or "nothing was changed" not in str(why):
                raise
            raise Refused("\n".join([f"{why}, the lines are:", *added])) from None

    def _old(self, path: str) -> bytes | None:
        document = self._loaded.documents.get(path)
        return document.raw if document else None

    def _bytes(self, path: str) -> bytes | None:
        return self._new[path] if path in self._new else self._old(path)


def _worse(before: Sequence["Diagnostic"], after: Sequence["Diagnostic"]) -> list["Diagnostic"]:
    """The errors that were not there; their lines may have moved."""
    known = Counter((one.code, one.item, one.message) for one in before)
    found = []
    for one in after:
        key = (one.code, one.item, one.message)
        known[key] -= 1
        if one.severity == "error" and known[key] < 0:
            found.append(one)
    return found


def _texts(change: Change) -> tuple[list[str], list[str]]:
    old, new = ((one or b"").decode("utf-8", "replace") for one in (change.old, change.new))
    return _LINE.findall(old), _LINE.findall(new)


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")
"""As editors break lines: str.splitlines also breaks at characters that stand inside a text."""


def _changed_lines(change: Change) -> Iterator[Changed]:
    old, new = _texts(change)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone = enumerate(old[a:b], a + 1)
            yield from (Changed(change.path, at, line.rstrip("\r\n"), False) for at, line in gone)
            come = enumerate(new[c:d], c + 1)
            yield from (Changed(change.path, at, line.rstrip("\r\n"), True) for at, line in come)
