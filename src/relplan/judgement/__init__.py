"""The judgement of an initiative: does it build the relationship, or does it only sell?"""

from relplan.judgement.judging import engine_note, judge, judge_many
from relplan.judgement.result import Evidence, Field, Initiative, Judgement, Verdict

__all__ = [
    "Evidence",
    "Field",
    "Initiative",
    "Judgement",
    "Verdict",
    "engine_note",
    "judge",
    "judge_many",
]
