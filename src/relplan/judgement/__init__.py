"""The judgement of an initiative: whether it builds the relationship or only sells."""

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
