"""Initiatives whose verdict changed with their words: a gift that became a pitch, or the reverse."""

from typing import TYPE_CHECKING

from relplan.analysis.change import Change, paired
from relplan.analysis.initiatives import is_open
from relplan.analysis.verdicts import team_words, words_of
from relplan.judgement.memory import judge_all

if TYPE_CHECKING:
    from relplan.model.plan import Initiative, Plan
    from relplan.model.settings import Settings

_WORDS = ("what", "invests", "learns", "illustrates")


def verdict_changes(old: "Plan", new: "Plan", settings: "Settings") -> tuple[Change, ...]:
    """The open initiatives whose words were altered and are judged otherwise now.

    Only altered words are judged: a verdict that changed with the judge is no news of the plan.
    """
    pairs = paired(_initiatives(old), _initiatives(new), lambda one: one[0])
    altered = [
        (item, was[1], now[1])
        for item, was, now in pairs
        if was and now and is_open(now[1]) and _said(was[1]) != _said(now[1])
    ]
    asked = [words_of(was, old) for _, was, _ in altered]
    asked += [words_of(now, new) for *_, now in altered]
    answers = judge_all(asked, team_words(settings)) if asked else []
    before, after = answers[: len(altered)], answers[len(altered) :]
    return tuple(
        Change("verdict", item, item.rpartition(".")[2], was.verdict, now.verdict)
        for (item, *_), was, now in zip(altered, before, after, strict=True)
        if was.verdict != now.verdict
    )


def _initiatives(plan: "Plan") -> dict[str, tuple[str, "Initiative"]]:
    return {
        f"goals.{goal_id}.initiatives.{id_}": (id_, one)
        for goal_id, goal in plan.goals.items()
        for id_, one in goal.initiatives.items()
    }


def _said(one: "Initiative") -> list[str]:
    return [" ".join((getattr(one, field) or "").split()) for field in _WORDS]
