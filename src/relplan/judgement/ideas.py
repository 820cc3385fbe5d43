"""A catalogue of ways to invest in a client (domain.md 1), and which of them fits an initiative."""

import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[a-z][a-z-]*")
_ACT, _ROLE, _GAP = 4.0, 2.0, 2.0


@dataclass(frozen=True, slots=True)
class Idea:
    """One way to invest: what it is, which tests it passes, what it costs, whom and what it suits."""

    id: str
    what: str
    passes: tuple[str, ...]
    hours: int
    costs: str
    roles: tuple[str, ...]
    weaknesses: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """What an idea is wanted for: an initiative's words, the roles it is for, the weaknesses."""

    words: str = ""
    roles: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()


def catalogue() -> tuple[Idea, ...]:
    """Every idea, in the order of the catalogue."""
    return _loaded()[0]


def ideas_for(
    situation: Situation, count: int = 3, without: Iterable[str] = ()
) -> tuple[Idea, ...]:
    """The ideas that fit best, the best first, none of those named in `without`.

    The act that the words name counts most, then the roles and the weaknesses. Equal ones are
    put in an order that hangs on the words, so that different initiatives get different ideas.
    """
    ideas, acts, gaps = _loaded()
    named = _named(situation.words, acts)
    missing = _named(" ".join(situation.weaknesses), gaps)
    barred = set(without)

    def rank(idea: Idea) -> tuple[float, int, str]:
        score = _ACT * len(named & set(idea.acts)) / (1 + len(idea.acts)) ** 0.5
        score += _ROLE * bool(set(situation.roles) & set(idea.roles))
        score += _GAP * min(len(missing & set(idea.weaknesses)), 2)
        return (-score, zlib.crc32(f"{situation.words}|{idea.id}".encode()), idea.id)

    return tuple(sorted((one for one in ideas if one.id not in barred), key=rank)[:count])


def _named(text: str, classes: dict[str, frozenset[str]]) -> set[str]:
    words = set(_WORD.findall(text.lower()))
    return {name for name, members in classes.items() if words & members}


@cache
def _loaded() -> tuple[tuple[Idea, ...], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    text = files("relplan.judgement").joinpath("data/ideas.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    ideas = tuple(Idea(**{k: _frozen(v) for k, v in one.items()}) for one in read["ideas"])
    return ideas, _classes(read["acts"]), _classes(read["weaknesses"])


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _classes(written: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in written.items()}
