"""The repair of a damaged relationship: what stands still, and what was said (domain.md 3)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relplan.judgement.remorse import Sides
    from relplan.model.plan import Plan, Repair
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

STUCK_AFTER = timedelta(weeks=4)
_WATCHED = ("finish", "break-ice", "ask")


class Stuck(NamedTuple):
    """A repair whose step is not taken, the day since which nothing happens, and what was last."""

    step: str
    since: date
    last: "Touch | None"
    """None when nothing has happened since the repair began."""


class Again(NamedTuple):
    """An apology to people of theirs who had one before, and the day of that one."""

    people: tuple[str, ...]
    before: date


class Skipped(NamedTuple):
    """A step that was not taken: which, and the day that shows it."""

    step: str
    day: date


def in_repair(plan: "Plan | Prospect | None") -> "Repair | None":
    """The repair of a plan, while the relationship is damaged."""
    return getattr(plan, "repair", None) if plan and plan.status == "damaged" else None


def repaired_on(plan: "Plan | Prospect | None", day: date) -> bool:
    """True when the relationship was under repair on that day, also where it has ended since."""
    repair = getattr(plan, "repair", None)
    if repair is None or day < repair.began:
        return False
    return day <= repair.ended if repair.ended else in_repair(plan) is not None


def stuck(plan: "Plan | Prospect", touches: Sequence["Touch"], today: date) -> Stuck | None:
    """The step at which a repair has heard nothing for four weeks; None where it moves.

    A breathing period is silent by intent, and after `forward` the rhythm is the usual one.
    """
    repair = in_repair(plan)
    if repair is None or repair.step not in _WATCHED:
        return None
    made = (one for one in touches if one.counts and repair.began <= one.date <= today)
    last = max(made, key=lambda one: one.date, default=None)
    quiet = repair.until if repair.until and repair.until <= today else repair.began
    since = max(last.date if last else repair.began, quiet)
    if since + STUCK_AFTER >= today:
        return None
    return Stuck(repair.step, since, last if last and last.date == since else None)


def skipped(plan: "Plan | Prospect", touches: Sequence["Touch"], today: date) -> Skipped | None:
    """The first step that a repair has behind it and that was not taken; None when all were."""
    repair = in_repair(plan)
    if repair is None or repair.step in ("finish", "breathe"):
        return None
    if repair.until and today <= repair.until:
        return Skipped("breathe", repair.until)
    since = repair.until or repair.began
    made = [one for one in touches if one.counts and since < one.date <= today]
    if repair.step != "break-ice" and not made:
        return Skipped("break-ice", since)
    asked = repair.answer or any(one.learned for one in made)
    return Skipped("ask", since) if repair.step == "forward" and not asked else None


def named(plan: "Plan | Prospect", settings: "Settings") -> "Sides":
    """The words by which a note may call the client's people and ours."""
    from relplan.judgement.remorse import sides

    theirs = [person.name for person in plan.roles.values()]
    return sides(theirs, [member.name for member in settings.team.values()])


def blame(touch: "Touch", plan: "Plan | Prospect", settings: "Settings") -> str | None:
    """The words by which a line of a repair's log points out the client's fault; None without."""
    from relplan.judgement.remorse import fault_told

    note = _told(touch, plan)
    return fault_told(note, named(plan, settings)) if note else None


def apologised_again(
    touch: "Touch", touches: Sequence["Touch"], plan: "Plan | Prospect", settings: "Settings"
) -> Again | None:
    """Who of this line had an apology since the repair began, and when; None for a first one.

    Of several before it the one further up in the log is named.
    """
    from relplan.judgement.remorse import apology

    note = _told(touch, plan)
    if not note or not apology(note, sides_ := named(plan, settings)):
        return None
    for one in touches:
        theirs = tuple(who for who in touch.people if who in one.people)
        if one.date < touch.date and theirs and apology(_told(one, plan), sides_):
            return Again(theirs, one.date)
    return None


def apologies(
    plan: "Plan | Prospect", touches: Sequence["Touch"], settings: "Settings"
) -> list["Touch"]:
    """The lines of this repair's log that say that we apologised, in their order."""
    from relplan.judgement.remorse import apology

    sides_ = named(plan, settings)
    return [one for one in touches if (note := _told(one, plan)) and apology(note, sides_)]


def _told(touch: "Touch", plan: "Plan | Prospect") -> str:
    """What a line says of a talk within the repair; nothing for what did not take place."""
    repair = in_repair(plan)
    if repair is None or touch.date < repair.began or touch.planned or touch.cancelled:
        return ""
    return touch.note or ""
