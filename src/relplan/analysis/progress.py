"""Goals and initiatives: what was said, what is done, what is late, what comes next."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import Log
from relplan.analysis.plan_reasons import of_review
from relplan.analysis.promises import promises

if TYPE_CHECKING:
    from relplan.model.plan import Initiative, Plan
    from relplan.model.prospect import Prospect, Step
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

_ORDER = {"late": 0, "undated": 1, "open": 2, "done": 3, "dropped": 4}


class Work(NamedTuple):
    """One initiative of a plan, or one step to a win."""

    goal: str
    id: str
    what: str
    owner: str | None
    by: date | None
    status: str
    standing: str
    """`late`, `undated`, `open`, `done` or `dropped`."""
    days_late: int
    people: tuple[str, ...]
    touches: tuple["Touch", ...]
    """The touches that were part of it, oldest first."""
    result: str | None
    hours: str | None
    done: date | None

    @property
    def is_open(self) -> bool:
        """True until it is done or dropped."""
        return self.standing not in ("done", "dropped")


class Task(NamedTuple):
    """Something with a date in the time to come."""

    by: date
    owner: str | None
    kind: str
    what: str


def work_of(plan: "Plan | Prospect", touches: Sequence["Touch"], today: date) -> list[Work]:
    """Every initiative (or step), late ones first, then by date, the done and dropped last."""
    found = [
        _of_initiative(goal_id, id_, one, touches, today)
        for goal_id, goal in getattr(plan, "goals", {}).items()
        for id_, one in goal.initiatives.items()
    ]
    found += [_of_step(id_, one, today) for id_, one in getattr(plan, "steps", {}).items()]
    return sorted(
        found, key=lambda one: (_ORDER[one.standing], one.by or date.max, one.goal, one.id)
    )


def to_come(plan: "Plan | Prospect", settings: "Settings", log: Log, until: date) -> list[Task]:
    """What is to be done after today and until that day, and what is late, by date."""
    work = [*_of_work(plan, log), *_of_promises(plan, log), *_of_reviews(plan, settings, log)]
    tasks = [task for task in work if task.by <= until]
    return sorted(tasks, key=lambda task: (task.by, task.owner or "", task.kind, task.what))


def _of_initiative(
    goal: str, id_: str, one: "Initiative", touches: Sequence["Touch"], today: date
) -> Work:
    is_open = one.status in ("planned", "doing")
    part = (t for t in touches if t.initiative == id_ and t.counts and t.date <= today)
    return Work(
        goal=goal,
        id=id_,
        what=one.what,
        owner=one.owner,
        by=one.by,
        status=one.status,
        standing=_standing(one.by, today) if is_open else one.status,
        days_late=max(0, (today - one.by).days) if one.by and is_open else 0,
        people=one.people,
        touches=tuple(sorted(part, key=lambda touch: touch.date)),
        result=one.result,
        hours=f"{one.hours:f}" if one.hours is not None else None,
        done=one.done,
    )


def _of_step(id_: str, one: "Step", today: date) -> Work:
    is_open = one.done is None or one.done > today
    return Work(
        goal="win",
        id=id_,
        what=one.what,
        owner=None,
        by=one.by,
        status="planned" if is_open else "done",
        standing=_standing(one.by, today) if is_open else "done",
        days_late=max(0, (today - one.by).days) if one.by and is_open else 0,
        people=tuple(one.people),
        touches=(),
        result=None,
        hours=None,
        done=one.done,
    )


def _standing(by: date | None, today: date) -> str:
    if by is None:
        return "undated"
    return "late" if by < today else "open"


def _of_work(plan: "Plan | Prospect", log: Log) -> Iterator[Task]:
    for one in work_of(plan, log.touches, log.today):
        if one.is_open and one.by:
            kind = "step" if one.goal == "win" else "initiative"
            yield Task(one.by, one.owner or plan.owner, kind, one.what)
    for id_, goal in getattr(plan, "goals", {}).items():
        if goal.by and goal.by >= log.today:
            yield Task(goal.by, plan.owner, "goal", f"{id_}: {goal.goal}")


def _of_promises(plan: "Plan | Prospect", log: Log) -> Iterator[Task]:
    for one in promises(log.touches):
        if one.is_open(log.today):
            names = ", ".join(plan.roles[who].name for who in one.people if who in plan.roles)
            yield Task(one.by, one.owner, "promise", f"{one.what} (to {names})")


def _of_reviews(plan: "Plan | Prospect", settings: "Settings", log: Log) -> Iterator[Task]:
    last = plan.review.last
    held = plan.review.held[last] if last else None
    for one in held.decided if held else ():
        if one.by and one.by >= log.today:
            yield Task(one.by, one.owner or plan.owner, "decision", one.what)
    for owed in of_review(plan, settings, log):
        yield Task(owed.reason.due, owed.owner, "review", "review of this plan")
