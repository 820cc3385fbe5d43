"""Claims in short texts: a goal that counts our gain, a strength that praises us, a sales talk.

Short phrases with no initiative around them, so patterns decide here and no model.
"""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any


def our_gain(goal: str) -> str | None:
    """The words by which a goal counts what we earn or sell; None when it does not."""
    return _claimed("our_gain", goal)


def boast(strength: str) -> str | None:
    """The words by which a strength praises us; None when it does not."""
    return _claimed("boast", strength)


def sales_talk(source: str) -> str | None:
    """The words by which a source is a sales talk, where one does not hear the truth; else None."""
    return _claimed("sales_talk", source)


def our_effort(metric: str) -> str | None:
    """The words by which a metric counts what we do, and not what they do; None when it does not."""
    return _claimed("our_effort", metric)


def _claimed(name: str, text: str) -> str | None:
    """The first words that claim something, unless they stand in words about the client."""
    theirs = [found.span() for one in _patterns(f"innocent_{name}") for found in one.finditer(text)]
    for pattern in _patterns(name):
        for found in pattern.finditer(text):
            if not any(begin < found.end() and found.start() < end for begin, end in theirs):
                return found[0]
    return None


def our_cost(words: str) -> str | None:
    """The words by which an initiative names what we give: time, money, no bill; None without."""
    return next((found[0] for one in _patterns("our_cost") if (found := one.search(words))), None)


@cache
def _read() -> dict[str, Any]:
    text = files("relplan.judgement").joinpath("data/claims.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in _read()[name])
