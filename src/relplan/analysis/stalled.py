"""Initiatives that are said to be in hand while nothing happens for them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import is_breathing, keeps_in_touch

if TYPE_CHECKING:
    from relplan.model.plan import Initiative, Plan
    from relplan.model.touch import Touch

STALLS_AFTER = timedelta(weeks=8)


class Stalled(NamedTuple):
    """An initiative in hand, and the last line of the log that has to do with it."""

    goal: str
    id: str
    initiative: "Initiative"
    last: "Touch | None"


def stalled(plan: "Plan", touches: Sequence["Touch"], today: date) -> Iterator[Stalled]:
    """The initiatives that are being done and of which the log has heard nothing for eight weeks.

    `touches` are lines in force. A touch that names the initiative counts, or one with somebody
    whom it is for; something in the calendar counts as well. What is late is late, not stalled,
    and of an empty log nothing can be said.
    """
    if not touches or not keeps_in_touch(plan) or is_breathing(plan, today):
        return
    of_initiative, with_person = _latest(touches)
    for goal_id, goal in plan.goals.items():
        for id_, one in goal.initiatives.items():
            if one.status != "doing" or one.by is None or one.by < today:
                continue
            people = one.people or tuple(plan.roles)
            signs = [of_initiative.get(id_), *(with_person.get(who) for who in people)]
            last = max((sign for sign in signs if sign), key=lambda t: t.date, default=None)
            if last is None or last.date + STALLS_AFTER < today:
                yield Stalled(goal_id, id_, one, last)


def _latest(touches: Sequence["Touch"]) -> tuple[dict[str, "Touch"], dict[str, "Touch"]]:
    """The newest line for each initiative and with each person, the planned ones among them."""
    of_initiative: dict[str, Touch] = {}
    with_person: dict[str, Touch] = {}
    for touch in sorted(touches, key=lambda one: one.date):
        if not (touch.counts or (touch.planned and not touch.cancelled)):
            continue
        if touch.initiative:
            of_initiative[touch.initiative] = touch
        with_person.update(dict.fromkeys(touch.people, touch))
    return of_initiative, with_person
