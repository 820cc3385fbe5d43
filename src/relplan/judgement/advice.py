"""What to say next: the one question that would decide, or another way to write the idea."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from relplan.judgement.result import TESTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relplan.judgement.cues import Hit
    from relplan.judgement.result import Verdict


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    source = (resources.files("relplan.judgement") / "data" / "advice.json").read_text("utf-8")
    texts: dict[str, Any] = json.loads(source)
    return texts


def question(ranked: Sequence[Verdict]) -> str:
    """Return the question that tells the two likeliest verdicts apart."""
    questions: dict[str, str] = _texts()["questions"]
    return questions[" ".join(sorted(ranked[:2]))]


def suggestion(verdict: Verdict, hits: Sequence[Hit], tests: Mapping[str, bool]) -> str | None:
    """Return another way to write it: by its act where it sells or is vague, by its first failed test otherwise."""
    if verdict == "relationship":
        advice: dict[str, str] = _texts()["tests"]
        return next((advice[name] for name in TESTS if not tests[name]), None)
    ways: dict[str, str] = _texts()[verdict]
    names = (hit.cue.name for hit in hits if hit.cue.side == verdict and hit.cue.name in ways)
    return ways[next(names, "")]
