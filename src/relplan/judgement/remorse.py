"""Words of fault and of apology, in what is written while a relationship is repaired.

A false accusation costs more than a missed one: quoted words are somebody's own and count for
nothing, and each list of words has a list of innocent neighbours beside it.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»')
_SHORTEST = 3
# Some patterns look ahead to the end of a sentence: of an endless one the beginning is enough.
_LONGEST = 4_000


class Sides(NamedTuple):
    """The names by which a text may call the client's people and ours."""

    theirs: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()


def sides(theirs: Sequence[str], ours: Sequence[str]) -> Sides:
    """The single words of these full names that can stand for a person in a sentence."""
    return Sides(_words(theirs), _words(ours))


def their_fault(text: str, named: Sides) -> str | None:
    """The words by which a fault that is listed as ours is really the client's; None without."""
    return _found("theirs_in_a_fault", "innocent_in_a_fault", text, named)


def fault_told(text: str, named: Sides) -> str | None:
    """The words by which a note of a talk says that we told the client of their fault."""
    return _found("theirs_in_a_talk", "innocent_in_a_talk", text, named)


def apology(text: str, named: Sides) -> str | None:
    """The words by which a note of a talk says that we apologised."""
    return _found("apology", "innocent_apology", text, named)


def _found(name: str, innocent: str, text: str, named: Sides) -> str | None:
    said = _QUOTED.sub(lambda found: " " * len(found[0]), text[:_LONGEST])
    harmless = [f.span() for one in _patterns(innocent, named) for f in one.finditer(said)]
    for pattern in _patterns(name, named):
        for found in pattern.finditer(said):
            if not any(begin < found.end() and found.start() < end for begin, end in harmless):
                return " ".join(found[0].strip(" ,;:.!?–—-").split())
    return None


def _words(names: Sequence[str]) -> tuple[str, ...]:
    words = (word.strip('"“”().,') for name in names for word in name.split())
    return tuple(dict.fromkeys(word for word in words if len(word) >= _SHORTEST))


@cache
def _read() -> dict[str, Any]:
    text = files("relplan.judgement").joinpath("data/remorse.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def _patterns(name: str, named: Sides) -> tuple[re.Pattern[str], ...]:
    lists = _read()
    # Grace and Will are people only where they are written as such.
    theirs, ours = ([f"(?-i:{re.escape(one)})" for one in names] for names in named)
    who = {
        "{they}": _any([*lists["they"], *theirs]),
        "{them}": _any([*lists["them"], *theirs]),
        "{their}": _any([*lists["their"], *(f"{one}['’]s?" for one in theirs)]),
        "{we}": _any([*lists["we"], *ours]),
    }
    return tuple(re.compile(_filled(one, who), re.IGNORECASE) for one in lists[name])


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _filled(pattern: str, who: dict[str, str]) -> str:
    for slot, words in who.items():
        pattern = pattern.replace(slot, words)
    return pattern
