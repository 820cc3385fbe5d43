"""Judgements as text: one initiative in full, a plan as a table, JSON lines for programs."""

import json
from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

from relplan.analysis.verdicts import Judged, Turn
from relplan.judgement.ideas import Idea
from relplan.judgement.result import TESTS, Evidence, Judgement
from relplan.reports.layout import pad, table, wrap
from relplan.reports.safe import safe

UNDERLINE, PLAIN = "\x1b[4m", "\x1b[0m"


def as_line(id_: Any, judgement: Judgement) -> str:
    """The judgement as one line of JSON, with the id that was asked for."""
    value = {
        "id": id_,
        "verdict": judgement.verdict,
        "invests": judgement.invests,
        "learns": judgement.learns,
        "illustrates": judgement.illustrates,
        "sure": judgement.sure,
        "evidence": [
            {"field": e.field, "start": e.start, "end": e.end, "words": e.words, "reason": e.reason}
            for e in judgement.evidence
        ],
        "suggestion": judgement.suggestion,
    }
    return json.dumps(value)


def in_full(
    what: str,
    judgement: Judgement,
    ideas: Sequence[Idea],
    *,
    underline: bool,
    columns: int | None = None,
) -> str:
    """One initiative: its words with those that decided marked, why, the tests, another way.

    `columns` is the width of a terminal; without it nothing is wrapped.
    """
    marked, letters = _marked(what, judgement.evidence, underline=underline)
    sure = "" if judgement.sure or judgement.verdict == "undecided" else " (not sure)"
    lines = [f"{judgement.verdict.upper()}{sure}  {marked}"]
    lines += [f"  {letters.get(e, '-')}  {safe(_reason(e))}" for e in judgement.evidence]
    lines.append(f"  tests: {tests(judgement)}")
    if judgement.suggestion:
        lines.append(f"  {_WORDS.get(judgement.verdict, 'instead')}: {safe(judgement.suggestion)}")
    if judgement.verdict != "relationship" and ideas:
        lines.append("  such as:")
        lines += [f"    - {idea.what} ({idea.costs})" for idea in ideas]
    if columns:
        lines = [part for line in lines for part in _wrapped(line, columns)]
    return "\n".join(lines) + "\n"


def _wrapped(line: str, columns: int) -> list[str]:
    """The line in parts that fit, what follows the first indented a little more."""
    indent = len(line) - len(line.lstrip())
    first, *rest = wrap(line, columns - indent - 4)
    return [" " * indent + first, *(" " * (indent + 4) + part for part in rest)]


_WORDS = {"undecided": "ask", "relationship": "better"}


def tests(judgement: Judgement) -> str:
    """The three tests in words: `invests yes, learns no, illustrates yes`."""
    return ", ".join(f"{name} {'yes' if getattr(judgement, name) else 'no'}" for name in TESTS)


def as_table(rows: Sequence[Judged], columns: int | None = None) -> str:
    """A plan's initiatives: verdict, the three tests by letter, the id, and why.

    `columns` is the width of a terminal; without it nothing is wrapped.
    """
    cells = [
        (
            one.judgement.verdict + ("" if one.judgement.sure else "?"),
            _letters(one.judgement),
            one.id,
            _because(one.judgement),
        )
        for one in rows
    ]
    lines = table(cells, ("verdict", "tests", "initiative", "why"), columns)
    closing = f"{_count(rows)}; tests: I invests, L learns, S shows (illustrates); ? not sure"
    return "\n".join([*lines, "", *(wrap(closing, columns) if columns else [closing]), ""])


def as_turns(client: str, found: Sequence[Turn]) -> str:
    """How verdicts changed, in the order of time; a line a turn."""
    lines = [safe(client)]
    for turn in found:
        verdict = "removed" if turn.judgement is None else turn.judgement.verdict
        lines.append(f"  {turn.day}  {pad(verdict, 12)}  {turn.id}: {safe(turn.what)}")
    return "\n".join(lines) + "\n"


def _marked(
    what: str, evidence: Sequence[Evidence], *, underline: bool
) -> tuple[str, dict[Evidence, str]]:
    """The words with each deciding stretch followed by its letter, underlined where that shows."""
    letters = dict(zip(dict.fromkeys(evidence), ascii_lowercase, strict=False))
    parts: list[str] = []
    at = 0
    for one in sorted(e for e in evidence if e.field == "what"):
        if one.start < at:
            continue
        begin, end = (UNDERLINE, PLAIN) if underline else ("", "")
        parts += [safe(what[at : one.start]), begin, safe(what[one.start : one.end]), end]
        parts.append(f" ({letters[one]})")
        at = one.end
    return "".join([*parts, safe(what[at:])]), letters


def _reason(one: Evidence) -> str:
    return one.reason if one.field == "what" else f"{one.field}: {one.reason}"


def _letters(judgement: Judgement) -> str:
    passed = (judgement.invests, judgement.learns, judgement.illustrates)
    return "".join(letter if holds else "-" for letter, holds in zip("ILS", passed, strict=True))


def _because(judgement: Judgement) -> str:
    if judgement.verdict == "undecided" and judgement.suggestion:
        return safe(judgement.suggestion)
    reasons = [_reason(one) for one in judgement.evidence[:2]]
    return safe("; ".join(reasons)) or "nothing in its words stands out"


def _count(rows: Sequence[Judged]) -> str:
    kinds = [one.judgement.verdict for one in rows]
    said = [f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)]
    return f"{len(rows)} initiatives: {', '.join(said)}" if rows else "no initiatives yet"
