"""Model and grammar vote: scores and cues to a verdict, the tests, and how sure both are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from relplan.judgement.result import TESTS, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relplan.judgement.cues import Hit
    from relplan.judgement.result import Verdict


OTHERWISE = 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """Measured numbers of the vote (data/model.json, `vote`)."""

    temperature: float = 1.0
    cue_share: float = 0.3
    bias: tuple[float, float, float] = (0.0, 0.0, 0.0)
    decide: float = 0.5
    decide_sales: float = 0.55
    sure: float = 0.85
    tests: tuple[float, float, float] = (0.5, 0.5, 0.5)

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Settings:
        """Read the settings."""
        values = dict(facts)
        low, middle, high = values.pop("tests", (0.5, 0.5, 0.5))
        first, second, third = values.pop("bias", (0.0, 0.0, 0.0))
        return cls(bias=(first, second, third), tests=(low, middle, high), **values)


@dataclass(frozen=True, slots=True)
class Vote:
    """The common answer: a probability for each verdict and each test."""

    chances: Mapping[Verdict, float]
    tests: Mapping[str, float]
    verdict: Verdict
    sure: bool

    @property
    def ranked(self) -> list[Verdict]:
        """The three verdicts, likeliest first."""
        return sorted(VERDICTS, key=lambda verdict: -self.chances[verdict])

    def passed(self, settings: Settings) -> dict[str, bool]:
        """Say which tests pass; a line that sells or is vague seldom passes, a relationship passes `invests` and another."""
        strict = 0.0 if self.verdict in {"relationship", "undecided"} else OTHERWISE
        said: dict[str, bool] = {
            name: self.tests[name] >= max(least, strict)
            for name, least in zip(TESTS, settings.tests, strict=True)
        }
        if self.verdict == "relationship":
            said["invests"] = True
            if not (said["learns"] or said["illustrates"]):
                said[
                    "learns" if self.tests["learns"] > self.tests["illustrates"] else "illustrates"
                ] = True
        return said


def vote(scores: Sequence[float] | None, hits: Sequence[Hit], settings: Settings) -> Vote:
    """Let the model's six scores (None: no model here) and the cues vote."""
    share = settings.cue_share if scores else 1.0
    said = _said(hits)
    base = [0.0, 0.0, 0.5]
    if scores:
        base = [
            (score + bias) / settings.temperature
            for score, bias in zip(scores[:3], settings.bias, strict=True)
        ]
    total = [score + share * said[verdict] for score, verdict in zip(base, VERDICTS, strict=True)]
    chances = dict(zip(VERDICTS, _softmax(total), strict=True))
    tests = _tests(scores, hits, chances["relationship"])
    verdict = _verdict(chances, settings)
    sure = verdict != "undecided" and chances[verdict] >= settings.sure
    return Vote(chances, tests, verdict, sure)


def _said(hits: Sequence[Hit]) -> dict[Verdict, float]:
    """Weight for each side: its strongest cue, and a third of the others; a team's own word counts in full."""
    said: dict[Verdict, float] = dict.fromkeys(VERDICTS, 0.0)
    for verdict in VERDICTS:
        weights = sorted((hit.cue.weight for hit in hits if hit.cue.side == verdict), reverse=True)
        said[verdict] = sum(weights[:1]) + sum(weights[1:]) / 3
    for hit in hits:
        if hit.cue.name == "team-word":
            said[hit.cue.side] += 3 * hit.cue.weight
    return said


def _softmax(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    return [power / sum(powers) for power in powers]


def _tests(
    scores: Sequence[float] | None, hits: Sequence[Hit], relationship: float
) -> dict[str, float]:
    if scores:
        return {
            name: 1 / (1 + math.exp(-score)) for name, score in zip(TESTS, scores[3:], strict=True)
        }
    named = {name for hit in hits for name in hit.cue.tests}
    return {name: 0.9 if name in named and relationship > 1 / 3 else 0.1 for name in TESTS}


def _verdict(chances: Mapping[Verdict, float], settings: Settings) -> Verdict:
    best = max(VERDICTS, key=lambda verdict: chances[verdict])
    if best == "sales" and chances["sales"] < settings.decide_sales:
        return "undecided"
    return best if chances[best] >= settings.decide else "undecided"
