"""Initiatives and goals: what is still open, for whom, and what answers what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relplan.model.plan import Goal, Initiative, Plan

_OPEN = ("planned", "doing")


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
