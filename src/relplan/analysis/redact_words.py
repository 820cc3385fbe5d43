"""Names in texts, and what is written in their place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+")
_REACHED = (
    (re.compile(r"[^\s<>(),;:\"]+@[^\s<>(),;:\"]+"), "(e-mail)"),
    (re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE), "(link)"),
    (re.compile(r"(?<!\w)(?!\d{4}-\d\d-\d\d(?!\d))[+(]?\d(?:[\s()./-]*\d){6,}"), "(number)"),
)
"""What reaches a person, whoever it is; the days of a plan are no telephone numbers."""
_JOINED = re.compile(r"[\s.'’&-]*")
_SMALL = frozenset(
    [
        "and",
        "the",
        "of",
        "for",
        "in",
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "du",
        "la",
        "le",
        "les",
        "van",
        "von",
        "zu",
        "ten",
        "ter",
        "bin",
        "al",
        "el",
        "y",
        "und",
        "et",
        "dr",
        "mr",
        "mrs",
        "ms",
        "mx",
        "prof",
        "sir",
        "plc",
        "ltd",
        "llp",
        "llc",
        "inc",
        "gmbh",
        "ag",
        "kg",
        "sa",
        "nv",
        "bv",
        "co",
        "company",
        "corp",
        "group",
        "holding",
        "holdings",
        "international",
        "services",
        "partners",
        "it",
        "head",
        "director",
        "manager",
    ]
)
"""Parts of names that tell nobody: a text without its `the` and `of` could not be read."""


def folded(text: str) -> str:
    """The text as names are compared: no case, no accents, nothing invisible."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(one for one in plain if unicodedata.category(one) not in ("Mn", "Cf"))


class Words:
    """The words of names with what replaces each; a word of two names is `somebody`."""

    def __init__(self, others: "Words | None" = None) -> None:
        self._others = others
        self._found: dict[str, str] = {}
        self._unspaced: dict[str, str] = {}

    def add(self, name: str, instead: str, id_: str = "") -> None:
        """Take up a name: as a whole, by each of its parts, and by its id."""
        # In `the head of Audit` no small word is a name; in `jane porter` both are.
        post = name.startswith("the ") or (not name.islower() and not id_)
        parts = [one for text in (name, id_) for one in _WORD.findall(_visible(text))]
        for part in [*parts, "".join(_WORD.findall(_visible(name)))]:
            word = folded(part)
            if len(word) > 1 and word not in _SMALL and not (post and part.islower()):
                known = self._found.setdefault(word, instead)
                self._found[word] = known if known == instead else "somebody"
        if name and not name.isascii() and re.search(r"[\u2e80-\ud7ff\U00020000-\U0003ffff]", name):
            self._unspaced[_visible(name)] = instead

    def within(self, names: Iterable[tuple[str, str, str]]) -> "Words":
        """The same, where these people (name, what stands for it, id) are the nearest."""
        near = Words(self)
        for name, instead, id_ in names:
            near.add(name, instead, id_)
        return near

    def replaced(self, text: str) -> str:
        """The text with every name replaced, and without addresses and telephone numbers."""
        text = _visible(text)
        for pattern, instead in _REACHED:
            text = pattern.sub(instead, text)
        for name, instead in self._without_spaces():
            text = text.replace(name, f" {instead} ")
        parts: list[str] = []
        last, end = None, 0
        for word in _WORD.finditer(text):
            instead_of = self._instead_of(folded(word[0]))
            if instead_of is None:
                last = None
                continue
            between = text[end : word.start()]
            if last != instead_of or not _JOINED.fullmatch(between):
                parts += [between, instead_of]
            last, end = instead_of, word.end()
        return "".join([*parts, text[end:]])

    def _instead_of(self, word: str) -> str | None:
        found = self._found.get(word)
        if found is None and self._others:
            return self._others._instead_of(word)  # noqa: SLF001 -- one of this class
        return found

    def _without_spaces(self) -> Iterator[tuple[str, str]]:
        yield from self._unspaced.items()
        if self._others:
            yield from self._others._without_spaces()  # noqa: SLF001 -- one of this class


def _visible(text: str) -> str:
    """Composed, and without what nobody sees: it could part a name."""
    return "".join(
        one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one) != "Cf"
    )
