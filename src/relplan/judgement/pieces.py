"""Words to word pieces: the vocabulary's longest pieces, with the place of the word each came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
LONGEST_WORD = 60
LONGEST_TEXT = 64


@dataclass(frozen=True, slots=True)
class Pieces:
    """The ids of a text, and for each the span of its word (the frame around the text has empty spans)."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


class Splitter:
    """Splits texts by one vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take the vocabulary: a piece that continues a word starts with `##`."""
        self._ids = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._word = lru_cache(maxsize=20000)(self._split_word)

    def split(self, text: str) -> Pieces:
        """Return at most 64 pieces of `text`; what is beyond does not count."""
        ids: list[int] = []
        spans: list[tuple[int, int]] = []
        for match in WORD.finditer(text):
            pieces = self._word(match.group())
            ids.extend(pieces)
            spans.extend([match.span()] * len(pieces))
            if len(ids) > LONGEST_TEXT:
                break
        room = LONGEST_TEXT - 2
        start, end = self._ids["[CLS]"], self._ids["[SEP]"]
        return Pieces((start, *ids[:room], end), ((0, 0), *spans[:room], (0, 0)))

    def _split_word(self, word: str) -> tuple[int, ...]:
        plain = "".join(
            c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"
        )
        if len(plain) > LONGEST_WORD:
            return (self._unknown,)
        found: list[int] = []
        at = 0
        while at < len(plain):
            end, number = self._longest(plain, at)
            if number is None:
                return (self._unknown,)
            found.append(number)
            at = end
        return tuple(found)

    def _longest(self, word: str, at: int) -> tuple[int, int | None]:
        mark = "##" if at else ""
        for end in range(len(word), at, -1):
            number = self._ids.get(mark + word[at:end])
            if number is not None:
                return end, number
        return at, None
