"""Which phrase decided, where no rule names it: the model's own shares, tried by leaving the phrase out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relplan.judgement.result import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relplan.judgement.encoder import Reading
    from relplan.judgement.result import Verdict

CUT = re.compile(
    r"\s*[,;:.!?()]\s+|\s+[-–—]\s+|\s+(?=(?:so that|so as to|in order to|to|before|and|then|with|for|without|after|while|when|but|on|in|at|about)\s)"
)
SHORTEST = 3
Span = tuple[int, int]


def phrases(text: str) -> list[Span]:
    """Return the spans of the text's phrases: clauses and prepositional groups."""
    found: list[Span] = []
    at = 0
    for match in CUT.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, len(text.rstrip(" .;!"))))
    return [span for span in found if span[1] - span[0] >= SHORTEST]


def heaviest(text: str, reading: Reading, verdict: Verdict) -> Span:
    """Return the phrase whose pieces weigh most for `verdict` against the next likely one."""
    column = VERDICTS.index(verdict)
    rivals = [number for number in range(len(VERDICTS)) if number != column]
    rival = max(rivals, key=lambda number: reading.scores[number])

    def weight(span: Span) -> float:
        return sum(
            share[column] - share[rival]
            for share, (start, end) in zip(reading.shares, reading.pieces.spans, strict=True)
            if end > start >= span[0] and end <= span[1]
        )

    spans = phrases(text) or [(0, len(text))]
    return max(spans, key=lambda span: (weight(span), -span[0]))


def without(text: str, span: Span) -> str:
    """Return the text with the phrase left out."""
    left, right = text[: span[0]].rstrip(" ,;:-–—"), text[span[1] :].lstrip(" ,;:-–—")
    return f"{left} {right}".strip()


def shown(words: str, verdict: Verdict, tests: Mapping[str, bool], turned: Verdict | None) -> str:
    """Return the reason in words; `turned` is the verdict without the phrase, None where it stays or is not tried."""
    if verdict == "sales":
        why = "our own gain is the aim"
    elif verdict == "vague":
        why = "neither what they get nor what we learn is said"
    elif tests["learns"] and not tests["illustrates"]:
        why = "a way to learn about them"
    else:
        why = "something done for them"
    return f"{why}: '{words}'" + (f" (without it, it would read as {turned})" if turned else "")
