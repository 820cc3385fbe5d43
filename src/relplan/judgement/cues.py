"""Grammar over word classes: the cues found in a text, each with its side, weight and reason."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from relplan.judgement.result import Verdict

SHORTEST_STEM = 3
WHOSE = 40


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that speaks for one side."""

    name: str
    side: Verdict
    weight: float
    pattern: re.Pattern[str]
    reason: str
    tests: frozenset[str] = frozenset()
    whosever: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a text."""

    cue: Cue
    start: int
    end: int
    words: str

    @property
    def reason(self) -> str:
        """Why the words count, quoting them."""
        return self.cue.reason.replace("{words}", self.words)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The cues and the word lists that come with them."""

    cues: tuple[Cue, ...]
    theirs: re.Pattern[str]
    doubts: re.Pattern[str]
    denials: re.Pattern[str]
    boasts: re.Pattern[str]
    costs: re.Pattern[str]
    placeholders: frozenset[str]

    def hits(self, text: str, own: Sequence[Cue] = ()) -> list[Hit]:
        """Return the hits in `text`, in order; words that are denied, or that are theirs, do not sell."""
        denied = [match.span() for match in self.denials.finditer(text)]
        found = [hit for cue in (*self.cues, *own) if (hit := self._first(cue, text, denied))]
        return sorted(found, key=lambda hit: (hit.start, hit.end, hit.cue.name))

    def _first(self, cue: Cue, text: str, denied: Sequence[tuple[int, int]]) -> Hit | None:
        for match in cue.pattern.finditer(text):
            start, end = match.span()
            end -= len(match.group()) - len(match.group().rstrip())
            inside = any(low < end and start < high for low, high in denied)
            theirs = not cue.whosever and self._theirs(text, start)
            innocent = cue.side == "sales" and cue.name != "team-word" and (inside or theirs)
            if end > start and not innocent:
                return Hit(cue, start, end, text[start:end])
        return None

    def _theirs(self, text: str, start: int) -> bool:
        return bool(self.theirs.search(text[max(0, start - WHOSE) : start]))


def team_cues(words: Mapping[str, Sequence[str]] | None) -> tuple[Cue, ...]:
    """Return cues for a team's own phrases, by side (`sales`, `vague`, `relationship`); other keys are ignored."""
    return tuple(_team_cues(words or {}))


def _team_cues(words: Mapping[str, Sequence[str]]) -> Iterator[Cue]:
    sides: tuple[Verdict, ...] = ("relationship", "sales", "vague")
    for side in sides:
        for phrase in words.get(side, ()):
            if len(phrase.strip()) >= SHORTEST_STEM:
                spaced = r"\s+".join(re.escape(part) for part in phrase.split())
                pattern = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
                yield Cue("team-word", side, 4.0, pattern, "your team's own word: '{words}'")


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Return the packaged grammar, read once."""
    source = (resources.files("relplan.judgement") / "data" / "cues.json").read_text("utf-8")
    facts: dict[str, Any] = json.loads(source)
    classes: dict[str, str] = facts["classes"]
    return Grammar(
        tuple(_cue(entry, classes) for entry in facts["cues"]),
        _compiled(facts["theirs"], classes),
        _compiled(facts["doubts"], classes),
        _compiled(facts["denials"], classes),
        _compiled(facts["boasts"], classes),
        _compiled(facts["costs"], classes),
        frozenset(facts["placeholders"]),
    )


def _cue(entry: Mapping[str, Any], classes: Mapping[str, str]) -> Cue:
    pattern = _compiled(entry["pattern"], classes)
    tests = frozenset(entry.get("tests", ()))
    return Cue(
        entry["name"],
        entry["side"],
        float(entry["weight"]),
        pattern,
        entry["reason"],
        tests,
        bool(entry.get("whosever")),
    )


def _compiled(pattern: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    for name, body in classes.items():
        pattern = pattern.replace("{" + name + "}", body)
    return re.compile(pattern, re.IGNORECASE)
