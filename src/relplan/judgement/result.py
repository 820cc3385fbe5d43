"""What a judgement says: verdict, tests, the words that decided, and another way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["relationship", "sales", "vague", "undecided"]
Field = Literal["what", "invests", "learns", "illustrates"]
VERDICTS: tuple[Verdict, Verdict, Verdict] = ("relationship", "sales", "vague")
TESTS: tuple[Field, Field, Field] = ("invests", "learns", "illustrates")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words that decided: `words == text_of_field[start:end]`, and the reason they count."""

    field: Field
    start: int
    end: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judgement of one initiative.

    `sure` is false where a careful reader could say otherwise; an `undecided` verdict is never sure and its
    `suggestion` is the one question that would decide. `suggestion` is None where nothing needs saying.
    """

    verdict: Verdict
    invests: bool
    learns: bool
    illustrates: bool
    sure: bool
    evidence: tuple[Evidence, ...]
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Initiative:
    """The words of one initiative as written in a plan."""

    what: str
    invests: str | None = None
    learns: str | None = None
    illustrates: str | None = None
    current_work: tuple[str, ...] = ()
