"""What to say and how to reach somebody: the facts that belong beside a name on the list."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.promises import promises
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.touch import Touch


def about(
    plan: "Plan | Prospect", person: str | None, touches: Sequence["Touch"], today: date
) -> tuple[str, ...]:
    """What there is to talk about with this person, the freshest first; nothing for a client."""
    if person is None or person not in plan.roles:
        return ()
    return (
        *_last_words(touches, person, today),
        *_open_promises(touches, person, today),
        *_initiatives(plan, person),
        *(f"cares about {one}" for one in plan.roles[person].interests),
    )


def reach(plan: "Plan | Prospect", person: str | None) -> tuple[str, ...]:
    """How to reach this person: telephone, e-mail, and what the plan notes about calling."""
    if person is None or person not in plan.roles:
        return ()
    found = plan.roles[person]
    return tuple(part for part in (found.phone, found.email, found.notes) if part)


def _last_words(touches: Sequence["Touch"], person: str, today: date) -> list[str]:
    """The latest note, and the latest that was learned, which may be of an earlier day."""
    told = [one for one in touches if person in one.people and one.date <= today]
    told.sort(key=lambda touch: touch.date)
    noted = [f"{spoken(one.date, today)}: {one.note}" for one in told if one.note]
    learned = [f"learned {spoken(one.date, today)}: {one.learned}" for one in told if one.learned]
    return [*noted[-1:], *learned[-1:]]


def _open_promises(touches: Sequence["Touch"], person: str, today: date) -> list[str]:
    return [
        f"promised: {one.what} (by {spoken(one.by, today)})"
        for one in promises(touches)
        if person in one.people and one.is_open(today)
    ]


def _initiatives(plan: "Plan | Prospect", person: str) -> list[str]:
    return [
        f"initiative: {initiative.what}"
        for goal in getattr(plan, "goals", {}).values()
        for initiative in goal.initiatives.values()
        if person in initiative.people and initiative.status in ("planned", "doing")
    ]
