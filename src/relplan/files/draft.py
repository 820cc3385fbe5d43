"""Changes of a book that are not written yet: shown, proven to read, then written all or none."""

import contextlib
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.errors import Refused
from relplan.files import edit
from relplan.files.book import Loaded, with_texts
from relplan.files.disk import SETTINGS, newer_format
from relplan.files.journal import Change, write_all
from relplan.files.log import with_line
from relplan.files.write import current, target_of

if TYPE_CHECKING:
    from relplan.diagnostics import Diagnostic
    from relplan.files.edit.render import Value
    from relplan.files.tree import Step


_SHOWN = 6
"""How many faults a refusal names: a person who is taken out is missing in every line of the log."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
"""A line as an editor counts it: `splitlines` breaks at more characters."""


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
        self._beside: dict[str, bytes] = {}
        self._from: dict[str, str] = {}
        self._mode: dict[str, int] = {}
        self._only_words = True

    def text(self, path: str) -> str:
        """The text of a file as it will be, with its byte-order mark; empty where there is none."""
        return (self._bytes(path) or b"").decode("utf-8")

    def has(self, path: str) -> bool:
        """True when there will be such a file."""
        return self._bytes(path) is not None

    def put(self, path: str, text: str | bytes | None) -> None:
        """Let the file hold this text; None removes it."""
        self._only_words = False
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

    def respell(self, path: str, words: Sequence[edit.Word]) -> None:
        """Put every word in its place, in one change."""
        only = self._only_words
        if words:
            self.change(path, lambda text: edit.respell(text, words))
        self._only_words = only

    def put_beside(self, path: str, content: bytes) -> None:
        """Let a file of the book that is no plan hold these bytes, whatever it holds now."""
        place = target_of(self._loaded.root / path, self._loaded.root)
        if (now := current(place)) is not None:
            self._beside[path] = now
        self._new[path] = content

    def log(self, client: str, fields: Mapping[str, Any]) -> None:
        """Append a touch, as written fields, to the client's log."""
        path = f"touches/{client}.yaml"
        self.put(path, with_line(path, self._bytes(path) or b"", fields)[0])

    def move(self, path: str, to: str) -> None:
        """Let the file stand at `to`; Refused when something stands there, or for a link."""
        place = self._loaded.root / path
        if place.is_symlink():
            raise Refused(f"{path} is a link; move it yourself; nothing was changed")
        if os.path.lexists(self._loaded.root / to) or self.has(to):
            raise Refused(f"{to} is there already; nothing was changed")
        try:
            self._mode[path] = self._mode[to] = stat.S_IMODE(place.stat().st_mode)
            if path not in self._loaded.documents:
                self._beside[path] = place.read_bytes()
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise Refused(f"{path} cannot be read ({why}); nothing was changed") from None
        self._new[to], self._new[path] = self._bytes(path), None
        self._from[to] = path

    @property
    def moved(self) -> list[tuple[str, str]]:
        """The files that will stand elsewhere: from where, and where."""
        return [(old, new) for new, old in self._from.items()]

    def changes(self) -> list[Change]:
        """The files that will differ, by path."""
        every = (
            Change(path, self._old(path), self._new[path], self._mode.get(path))
            for path in sorted(self._new)
        )
        return [one for one in every if one.old != one.new]

    def lines(self) -> Iterator[Changed]:
        """Every line that goes or comes, in the order of the files as they will be; no pack's."""
        for one, _ in self.shown():
            if not one.path.startswith("reviews/"):
                yield from _changed_lines(one)

    def checked(self) -> Loaded:
        """The book as it will read; Refused when something in it would not read that does now."""
        if said := newer_format(self._new.get(SETTINGS) or b""):
            raise Refused(f"format: {said} is not one that this relplan reads; nothing was changed")
        after = with_texts(self._loaded, dict(self._new))
        worse = _worse(self._loaded.diagnostics, after.diagnostics, self._same())
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
        for left in {(self._loaded.root / one).parent for one in self._beside}:
            with contextlib.suppress(OSError):
                left.rmdir()  # packs moved away; a folder that holds more stays

    def _same(self) -> Callable[["Diagnostic"], object]:
        """What tells an error: its place, where only words were respelled, else what it says."""
        was = self._from
        if self._only_words:
            return lambda one: (was.get(one.path, one.path), one.line, one.code)
        return lambda one: (one.code, one.item, one.message)

    def shown(self) -> Iterator[tuple[Change, str]]:
        """The changes as a reader sees them, each with the name that the file had: a move is one."""
        gone = set(self._from.values())
        for one in self.changes():
            if one.path in self._from:
                was = self._from[one.path]
                yield one._replace(old=self._old(was)), was
            elif one.path not in gone:
                yield one, one.path

    def _old(self, path: str) -> bytes | None:
        document = self._loaded.documents.get(path)
        return document.raw if document else self._beside.get(path)

    def _bytes(self, path: str) -> bytes | None:
        return self._new[path] if path in self._new else self._old(path)


def _worse(
    before: Sequence["Diagnostic"],
    after: Sequence["Diagnostic"],
    same: Callable[["Diagnostic"], object],
) -> list["Diagnostic"]:
    """The errors that were not there; `same` tells what an old one and a new one share."""
    known = Counter(same(one) for one in before)
    found = []
    for one in after:
        known[same(one)] -= 1
        if one.severity == "error" and known[same(one)] < 0:
            found.append(one)
    return found


def _texts(change: Change) -> tuple[list[str], list[str]]:
    old, new = ((one or b"").decode("utf-8", "replace") for one in (change.old, change.new))
    return _LINE.findall(old), _LINE.findall(new)


def _changed_lines(change: Change) -> Iterator[Changed]:
    old, new = _texts(change)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone = enumerate(old[a:b], a + 1)
            yield from (Changed(change.path, at, line.rstrip("\r\n"), False) for at, line in gone)
            come = enumerate(new[c:d], c + 1)
            yield from (Changed(change.path, at, line.rstrip("\r\n"), True) for at, line in come)
