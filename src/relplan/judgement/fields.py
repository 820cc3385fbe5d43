"""Declared fields: whether the words of `invests`, `learns` and `illustrates` hold, and paid work declared as a gift."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relplan.judgement.cues import grammar
from relplan.judgement.result import TESTS, Evidence, Field, Initiative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relplan.judgement.cues import Hit

CONTENT = re.compile(r"[^\W\d_]{4,}")
SAME_SHARE = 0.6
FEWEST_WORDS = 2
SELLS_IN_A_FIELD = 1.2
"""Weaker cues are innocent here: to learn "who decides" is to learn about them."""
HOLDS = "and it holds"
PAID_WORK = "it repeats paid work"
UNPAID = ("unpaid",)


def declared(initiative: Initiative, name: Field) -> str:
    """Return the words declared for a field, without outer blanks."""
    words: str | None = getattr(initiative, name)
    return (words or "").strip()


def failure(name: Field, words: str, hits: Sequence[Hit]) -> Evidence | None:
    """Say why a filled field does not answer its test; None where it holds."""
    rules = grammar()
    if words.lower().strip(" .!") in rules.placeholders:
        return Evidence(name, 0, len(words), words, f"'{words}' says nothing that {name}")
    strong = (hit for hit in hits if hit.cue.weight >= SELLS_IN_A_FIELD)
    selling = next((hit for hit in strong if hit.cue.side == "sales"), None)
    if selling:
        return Evidence(
            name,
            selling.start,
            selling.end,
            selling.words,
            f"declared as {name}, but {selling.reason}",
        )
    boast = rules.boasts.search(words)
    if boast and not _theirs(words):
        return Evidence(
            name,
            *boast.span(),
            boast.group(),
            f"declared as {name}, but '{boast.group()}' is about us",
        )
    if (
        name == "invests"
        and not rules.costs.search(words)
        and not any(hit.cue.tests for hit in hits)
    ):
        return Evidence(
            name,
            0,
            len(words),
            words,
            f"declared as invests, but '{words}' names no time or money of ours",
        )
    return None


def _theirs(words: str) -> bool:
    return bool(
        re.search(r"\b(?:their|its|his|her|client'?s?|customer'?s?)\b", words, re.IGNORECASE)
    )


def joined(initiative: Initiative, holding: Sequence[Field]) -> str:
    """Return the initiative and its holding fields as one sentence for the model."""
    parts = [initiative.what.strip().rstrip(".;")]
    parts += [declared(initiative, name).rstrip(".;") for name in TESTS if name in holding]
    return "; ".join(parts)


def repeats(initiative: Initiative, hits: Sequence[Hit]) -> Evidence | None:
    """Say which paid work the initiative repeats, unless it is said to be unpaid."""
    if any(hit.cue.name in UNPAID for hit in hits):
        return None
    said = {match.group().lower(): match for match in CONTENT.finditer(initiative.what)}
    for work in initiative.current_work:
        paid = {match.group().lower() for match in CONTENT.finditer(work)}
        same = [said[word] for word in said if word in paid]
        if (
            len(same) >= min(FEWEST_WORDS, len(paid))
            and paid
            and len(same) >= SAME_SHARE * len(paid)
        ):
            start, end = min(m.start() for m in same), max(m.end() for m in same)
            return Evidence(
                "what", start, end, initiative.what[start:end], f"{PAID_WORK}: '{work}'"
            )
    return None


def doubtful(initiative: Initiative, hits: Sequence[Hit], *, filled: bool) -> Evidence | None:
    """Say which act may be a gift or an opener, where neither a cue nor a field says which."""
    found = grammar().doubts.search(initiative.what)
    if filled or hits or not found:
        return None
    return Evidence(
        "what", *found.span(), found.group(), f"'{found.group()}' may be a gift or an opener"
    )
