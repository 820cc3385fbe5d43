"""A book with the texts that an editor holds open laid over the files on the disk."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from relplan.diagnostics import Diagnostic
from relplan.errors import Refused, WrongUse
from relplan.files.book import FOLDERS, Loaded, load, with_texts
from relplan.files.disk import SETTINGS, Unreadable, find_root, read_bytes
from relplan.lsp.sitting import Memory, Recalled, Sitting
from relplan.model import ids
from relplan.rules.choose import Wanted
from relplan.rules.runner import lint_by


def place_of(file: Path) -> tuple[Path, str] | None:
    """The book that a file belongs to, and its path there; None for a file that is none of a book's."""
    try:
        root = find_root(file.parent)
        path = (file.parent.resolve() / file.name).relative_to(root).as_posix()
    except (WrongUse, ValueError, OSError, RuntimeError):
        return None
    folder, _, name = path.partition("/")
    is_plan = folder in FOLDERS and "/" not in name and name.endswith((".yaml", ".yml"))
    return (root, path) if path == SETTINGS or is_plan else None


class Desk:
    """One book and the buffers that are open in it; what it answers is as of the last keystroke."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        """By path, the text of each buffer as the editor has it."""
        self.loaded: Loaded = load(root)
        self._read: dict[str, bytes] = {}
        self._memory = Memory()

    def put(self, path: str, text: str) -> None:
        """Let a buffer hold this text."""
        # Half a character, which JSON can carry, becomes what an editor writes for it on the disk.
        self.texts[path] = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if _is_named_well(path):
            self._lay({path: self._raw(path)})
            if self.loaded.documents[path].root is not None:
                self._read[path] = self._raw(path)

    def drop(self, path: str) -> None:
        """Close a buffer: what the disk has counts again."""
        self.texts.pop(path, None)
        self._read.pop(path, None)
        try:
            raw = read_bytes(self.root / path, self.root)
        except Unreadable:
            raw = None
        if _is_named_well(path):
            self._lay({path: raw})

    def refresh(self) -> None:
        """Read the disk anew, below the buffers that are open."""
        self._now(with_texts(load(self.root), {path: self._raw(path) for path in self._named()}))

    @cached_property
    def whole(self) -> Loaded:
        """The book in which a buffer that cannot be read now counts as it last could."""
        broken = [path for path in self._read if self.loaded.documents[path].root is None]
        return with_texts(self.loaded, {path: self._read[path] for path in broken})

    @cached_property
    def verdicts(self) -> Sitting:
        """What the words of the initiatives say."""
        return Sitting(self.loaded.book, self._memory)

    @cached_property
    def recalled(self) -> Recalled:
        """The same as far as it is known without judging: a long text takes longer than a keystroke."""
        return Recalled(self.loaded.book, self._memory)

    def findings(self, path: str, today: date, *, at_once: bool = False) -> list[Diagnostic]:
        """What `relplan lint` says of a file, with its buffer in the file's place.

        With `at_once` new words are not judged; `recalled.waits` says whether there are some.
        """
        wanted = Wanted(files=frozenset([path]))
        if at_once:
            return lint_by(self.recalled, self.loaded, today, wanted)
        found = lint_by(self.verdicts, self.loaded, today, wanted)
        self.__dict__.pop("recalled", None)  # more is known now
        return found

    def text(self, path: str) -> str:
        """The text that the editor has, or would have, of a file."""
        return self.texts[path] if path in self.texts else self.loaded.documents[path].text

    def _lay(self, texts: Mapping[str, bytes | None]) -> None:
        try:
            self._now(with_texts(self.loaded, texts))
        except Refused:  # somebody wrote to a file since it was read
            self.refresh()

    def _raw(self, path: str) -> bytes:
        return self.texts[path].encode("utf-8")

    def _named(self) -> Iterator[str]:
        return filter(_is_named_well, self.texts)

    def _now(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.__dict__.pop("whole", None)
        self.__dict__.pop("verdicts", None)
        self.__dict__.pop("recalled", None)


def _is_named_well(path: str) -> bool:
    """True for a file that the book reads: others are only named."""
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return path == SETTINGS or (ending == "yaml" and ids.why_not_an_id(stem) is None)
