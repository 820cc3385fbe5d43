"""Initiatives and goals: what is still open, for whom, and what answers what."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relplan.model.plan import Goal, Initiative, Plan

_OPEN = ("planned", "doing")
_TITLE = 4
UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Scripts that put no space between words: there each sign counts as a word."""
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:['’-][^\W_{UNSPACED}]+)*")


def is_open(initiative: "Initiative") -> bool:
    """True while it is still to be done."""
    return initiative.status in _OPEN


def open_initiatives(plan: "Plan") -> Iterator["Initiative"]:
    """Every initiative of the plan that is still to be done, in the order of the file."""
    for goal in plan.goals.values():
        yield from (one for one in goal.initiatives.values() if is_open(one))


def served(goal: "Goal") -> bool:
    """True when something is, or was, done for the goal: a dropped initiative does nothing."""
    return any(one.status != "dropped" for one in goal.initiatives.values())


def people_in_hand(plan: "Plan") -> frozenset[str]:
    """The people for whom an initiative is open."""
    return frozenset(person for one in open_initiatives(plan) for person in one.people)


def unanswered_weaknesses(plan: "Plan") -> tuple[str, ...]:
    """The ids of the weaknesses that no goal answers."""
    answered = {id_ for goal in plan.goals.values() for id_ in goal.answers}
    return tuple(id_ for id_ in plan.weaknesses if id_ not in answered)


def is_thin(initiative: "Initiative") -> bool:
    """True for a title of four words or fewer, with none of the three tests to say more."""
    more = initiative.invests or initiative.learns or initiative.illustrates
    return not more and len(_WORD.findall(initiative.what)) <= _TITLE


def later_than_goal(goal: "Goal") -> Iterator[tuple[str, date]]:
    """The open initiatives that end after the goal's own day, each with its day."""
    for id_, one in goal.initiatives.items():
        if is_open(one) and one.by and goal.by and one.by > goal.by:
            yield id_, one.by


def is_finished(goal: "Goal") -> bool:
    """True when something was done for the goal, or dropped, and nothing is left to do."""
    return bool(goal.initiatives) and not any(map(is_open, goal.initiatives.values()))
