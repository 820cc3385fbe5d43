"""Claims in goals and strengths: a goal that counts our gain, a strength that praises us.

Short phrases with no initiative around them, so patterns decide here and no model.
"""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any


def our_gain(goal: str) -> str | None:
    """The words by which a goal counts what we earn or sell; None when it does not."""
    patterns, innocent = _patterns("our_gain"), _innocent()
    theirs = [found.span() for found in innocent.finditer(goal)]
    for pattern in patterns:
        for found in pattern.finditer(goal):
            if not any(begin < found.end() and found.start() < end for begin, end in theirs):
                return found[0]
    return None


def boast(strength: str) -> str | None:
    """The words by which a strength praises us; None when it does not."""
    return next((found[0] for one in _patterns("boast") if (found := one.search(strength))), None)


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


@cache
def _innocent() -> re.Pattern[str]:
    return re.compile(_read()["innocent"], re.IGNORECASE)
