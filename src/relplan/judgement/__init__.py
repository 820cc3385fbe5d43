"""Whom an initiative is for: does it build the relationship, or does it only sell."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_HOMES = {"engine_version": "version"} | dict.fromkeys(
    ("engine_note", "judge", "judge_many"), "judging"
)


def __getattr__(name: str) -> Any:
    """What is asked for by name, from its module: `due` reads words here and judges nothing."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"relplan.judgement.{_HOMES.get(name, 'result')}"), name)
