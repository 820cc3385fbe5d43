"""What a client's log shows of our habits: lines that say nothing, and who alone does the talking."""

from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.contacts import is_here
from relplan.analysis.coverage import within_a_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relplan.model.plan import Plan
    from relplan.model.touch import Touch

MANY = 5


def empty_run(touches: "Sequence[Touch]", today: date) -> list["Touch"]:
    """The newest touches of a log, back to the last that says anything; `touches` are in force.

    A note, what was learned, a promise made or kept: any of them says something.
    """
    happened = [one for one in touches if one.counts and one.date <= today]
    run: list[Touch] = []
    for one in sorted(happened, key=lambda touch: touch.date, reverse=True):
        if one.note or one.learned or one.promise or one.kept:
            break
        run.append(one)
    return run


def is_newest(touch: "Touch", touches: "Sequence[Touch]", today: date) -> bool:
    """True when no touch of the log happened on a later day."""
    # From the end: lines are appended, so that for an old line the first one looked at decides.
    return not any(touch.date < one.date <= today and one.counts for one in reversed(touches))


def only_voice(plan: "Plan", touches: "Sequence[Touch]", today: date) -> tuple[str, int] | None:
    """The member of ours who had every touch of the last year, and how many; None below five.

    Counted are touches with people who are still there; `touches` are lines in force.
    """
    here = {id_ for id_, person in plan.roles.items() if is_here(person, today)}
    recent = [one.by for one in touches if within_a_year(one, today) and here & set(one.people)]
    return (recent[0], len(recent)) if len(recent) >= MANY and len(set(recent)) == 1 else None
