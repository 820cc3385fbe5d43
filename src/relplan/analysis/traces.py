"""Whether something that was decided has left a trace in what was written since."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.initiatives import UNSPACED

if TYPE_CHECKING:
    from relplan.model.plan import Decision, Plan, Review
    from relplan.model.prospect import Prospect
    from relplan.model.touch import Touch

_ENOUGH = 2
_STEM = 5
_WORD = re.compile(rf"[^\W\d_{UNSPACED}]{{4,}}")
_EMPTY = frozenset(
    [
        "about",
        "after",
        "again",
        "before",
        "been",
        "bring",
        "client",
        "could",
        "decide",
        "decided",
        "does",
        "done",
        "each",
        "every",
        "first",
        "from",
        "give",
        "have",
        "here",
        "into",
        "keep",
        "last",
        "make",
        "more",
        "most",
        "much",
        "next",
        "nobody",
        "none",
        "only",
        "other",
        "ours",
        "over",
        "same",
        "shall",
        "should",
        "some",
        "somebody",
        "start",
        "stop",
        "take",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "thing",
        "things",
        "think",
        "this",
        "through",
        "until",
        "very",
        "want",
        "week",
        "what",
        "when",
        "where",
        "which",
        "while",
        "whom",
        "will",
        "with",
        "without",
        "would",
        "write",
        "year",
        "your",
    ]
)


class Forgotten(NamedTuple):
    """A decision of the last review, past its day, of which nothing has been heard since."""

    held: date
    at: int
    """Its place among the decisions of that review."""
    decision: "Decision"
    by: date


def forgotten(
    plan: "Plan | Prospect", touches: Sequence["Touch"], today: date
) -> Iterator[Forgotten]:
    """The decisions of the last review that are past their day and left no trace.

    A trace is an initiative, a step or a later line of the log that shares two of the decision's
    telling words. Decisions of earlier reviews were for the last one to ask about.
    """
    held = last_held(plan.review, today)
    if held is None:
        return
    late = [
        (at, one)
        for at, one in enumerate(plan.review.held[held].decided)
        if one.by and one.by < today
    ]
    if not late:
        return
    written = [stems(text) for text in (*_in_plan(plan), *_in_log(touches, held, today))]
    for at, one in late:
        telling = stems(one.what)
        wanted = min(_ENOUGH, len(telling))
        if wanted and not any(len(telling & words) >= wanted for words in written) and one.by:
            yield Forgotten(held, at, one, one.by)


class Trace(NamedTuple):
    """Where a decision is heard of again: on a day in the log, else in an initiative of the plan."""

    day: date | None
    said: str
    """What that line of the log says, or the initiative's id."""
    status: str = ""
    """How far that initiative is."""


def trace(
    what: str, plan: "Plan | Prospect", touches: Sequence["Touch"], held: date, today: date
) -> Trace | None:
    """The newest line after the review that shares the decision's telling words, else an initiative.

    A single word is enough for a line, which is quoted; to name an initiative takes two.
    """
    telling = stems(what)
    wanted = min(_ENOUGH, len(telling))
    later = [one for one in touches if held < one.date <= today and not one.planned]
    for one in sorted(later, key=lambda touch: touch.date, reverse=True):
        if wanted and len(telling & stems(_of_line(one))) >= wanted:
            return Trace(one.date, _of_line(one))
    for goal in getattr(plan, "goals", {}).values():
        for id_, work in goal.initiatives.items():
            if len(telling & stems(work.what)) >= _ENOUGH:
                return Trace(None, id_, work.status)
    return None


def last_held(review: "Review", today: date) -> date | None:
    """The day of the latest review that took place; what is dated after today did not yet."""
    return max((day for day in review.held if day <= today), default=None)


def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's telling words: `closing` and `closes` are one."""
    return frozenset(word[:_STEM] for word in telling_words(text))


def telling_words(text: str) -> list[str]:
    """The words of a text that say something by themselves, in small letters and their order."""
    return [word for word in _WORD.findall(text.casefold()) if word not in _EMPTY]


def _in_plan(plan: "Plan | Prospect") -> Iterator[str]:
    for goal in getattr(plan, "goals", {}).values():
        for one in goal.initiatives.values():
            yield _joined((one.what, one.invests, one.learns, one.illustrates, one.result))
    for step in getattr(plan, "steps", {}).values():
        yield _joined((step.what, step.value))
    for item in getattr(plan, "homework", {}).values():
        yield _joined((item.learned, item.source))


def _in_log(touches: Sequence["Touch"], since: date, today: date) -> Iterator[str]:
    for one in touches:
        if since <= one.date <= today or one.planned:
            yield _of_line(one)


def _of_line(one: "Touch") -> str:
    return _joined((one.note, one.learned, one.kept, one.promise.what if one.promise else None))


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)
