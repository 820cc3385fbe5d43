"""The track of a repair: what is behind us, where we are, and when the step is taken (domain.md 3).

Finish the task and correct the wrong; breathe; break the ice humbly; ask what we could have done
differently; go forward, back to the usual rhythm. A step is left when its condition is met.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import Log, is_key
from relplan.analysis.promises import promises
from relplan.analysis.repair import blame
from relplan.analysis.touches import contacts
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.choices import RepairStep
    from relplan.model.plan import Plan, Repair
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

STEPS: "tuple[RepairStep, ...]" = ("finish", "breathe", "break-ice", "ask", "forward")
MEANINGS = {
    "finish": "finish the task, and correct the wrong",
    "breathe": "leave them in peace for a while",
    "break-ice": "break the ice humbly: own what went wrong",
    "ask": "ask what we could have done differently",
    "forward": "go forward in the usual rhythm, without another apology",
}
PEACE = timedelta(weeks=2)
"""How long the breathing period is where nobody says so: short (domain.md 3)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A damaged client's plan with its repair, the book's settings, and the log on a day."""

    plan: "Plan"
    repair: "Repair"
    settings: "Settings"
    log: Log


class Stage(NamedTuple):
    """One step of the track."""

    step: str
    state: str
    """`taken`, `now` or `to come`."""
    on: date | None
    """The day on which it was left; None where it is before us, or nobody wrote it."""


def track(repair: "Repair") -> list[Stage]:
    """The five steps in their order; all of an ended repair are taken."""
    at = len(STEPS) if repair.ended else STEPS.index(repair.step)
    return [
        Stage(step, "taken" if n < at else "now" if n == at else "to come", repair.taken.get(step))
        for n, step in enumerate(STEPS)
    ]


def began_step(repair: "Repair") -> date:
    """The day since which the repair is at its step: the last one before it was left, or the start."""
    if repair.step == "break-ice" and repair.until:
        return repair.until
    days = [one for one in repair.taken.values() if one >= repair.began]
    return max(days, default=repair.began)


def missing(scene: Scene) -> str | None:
    """What is still to be done before the step can be left, as a sentence; None when nothing is."""
    return _CONDITIONS[scene.repair.step](scene)


def first_contacts(scene: Scene) -> list["Touch"]:
    """The touches since the breathing period, the earliest first."""
    return _since(scene, began_step(scene.repair))


def _finish(scene: Scene) -> str | None:
    if not scene.repair.our_faults:
        return "no fault of ours is written down; own what we did wrong with --fault"
    today = scene.log.today
    broken = [one for one in promises(scene.log.touches) if one.is_open(today) and one.by < today]
    if broken:
        one = broken[0]
        return (
            f"“{one.what}” was promised by {spoken(one.by, today)} and is not kept; keep it first:"
            " relplan promise kept"
        )
    if not scene.repair.corrected:
        return "what was finished and put right is not written; say it with --corrected"
    return None


def _breathe(scene: Scene) -> str | None:
    until, today = scene.repair.until, scene.log.today
    if until is None:
        return "the end of the breathing period is not set; set it with --until"
    if today <= until:
        return f"the breathing period lasts until {spoken(until, today)}; nobody calls before"
    return None


def _break_ice(scene: Scene) -> str | None:
    made, today = first_contacts(scene), scene.log.today
    if not made:
        since = spoken(began_step(scene.repair), today)
        return f"no touch since {since} is logged; get in touch, own what went wrong, and log it"
    if blaming := [one for one in made if blame(one, scene.plan, scene.settings)]:
        words = blame(blaming[0], scene.plan, scene.settings)
        day = spoken(blaming[0].date, today)
        return f"the note of {day} points out their fault (“{words}”); a humble contact owns ours"
    if not any(one.note or one.learned for one in made):
        day = spoken(made[0].date, today)
        return f"the touch of {day} says nothing of what was said; write it down as its note"
    return None


def _ask(scene: Scene) -> str | None:
    asked = any(one.learned for one in _since(scene, began_step(scene.repair)))
    if scene.repair.answer or asked:
        return None
    return (
        "their answer is not written down; ask what we could have done differently, and say it"
        " with --answer"
    )


def _forward(scene: Scene) -> str | None:
    if not _since(scene, began_step(scene.repair)):
        since = spoken(began_step(scene.repair), scene.log.today)
        return f"no touch since {since} is logged; the usual rhythm begins with one"
    late = [
        one
        for one in contacts(scene.plan, scene.settings, scene.log)
        if one.days_late > 0 and is_key(one.person)
    ]
    if late:
        names = ", ".join(one.person.name for one in late)
        return f"the usual rhythm is not kept yet: {names} {'is' if len(late) == 1 else 'are'} late"
    return None


def _since(scene: Scene, day: date) -> list["Touch"]:
    """The touches that count after a day until today, the earliest first."""
    made: Sequence[Touch] = scene.log.touches
    found = [one for one in made if one.counts and day < one.date <= scene.log.today]
    return sorted(found, key=lambda one: one.date)


_CONDITIONS: dict[str, Callable[[Scene], str | None]] = {
    "finish": _finish,
    "breathe": _breathe,
    "break-ice": _break_ice,
    "ask": _ask,
    "forward": _forward,
}
