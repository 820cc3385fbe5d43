"""Pieces of messages that several rules share."""

from datetime import date

from relplan.clock import spoken
from relplan.judgement.fields import PAID_WORK
from relplan.judgement.result import Judgement

_LONGEST = 60


def quoted(text: str) -> str:
    """The writer's own words in quotes, on one line, cut at a word where they are long."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f'"{line}"'


def because(judgement: Judgement) -> str:
    """The reasons that the judge gives, in brackets; nothing when it names none.

    Those in the words of other fields, which name their field, are given where `what` has none.
    """
    found = [one for one in judgement.evidence if one.field == "what"] or judgement.evidence
    reasons = dict.fromkeys(one.reason for one in found)
    return f" ({'; '.join(list(reasons)[:2])})" if reasons else ""


def repeats_paid_work(judgement: Judgement) -> bool:
    """True when the words repeat a line of `current_work`, which has a rule of its own."""
    return any(one.reason.startswith(PAID_WORK) for one in judgement.evidence)


def count(number: int, one: str, many: str = "") -> str:
    """The number with its word: `1 day`, `3 days`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ago(day: date, today: date) -> str:
    """A past day with its distance: `12 Oct, 44 days ago`."""
    return f"{spoken(day, today)}, {count((today - day).days, 'day')} ago"
