"""Whom an initiative is for: does it build the relationship, or does it only sell."""

from relplan.judgement.judging import engine_note, judge, judge_many
from relplan.judgement.result import Evidence, Field, Initiative, Judgement, Verdict
from relplan.judgement.version import engine_version

__all__ = [
    "Evidence",
    "Field",
    "Initiative",
    "Judgement",
    "Verdict",
    "engine_note",
    "engine_version",
    "judge",
    "judge_many",
]
