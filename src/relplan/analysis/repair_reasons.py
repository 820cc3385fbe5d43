"""Why a repair is due: the step that is to be taken, and what to say and not to say at it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from relplan.analysis.contacts import Log
from relplan.analysis.due_item import Reason
from relplan.analysis.plan_reasons import Owed, on_its_day
from relplan.analysis.repair import apologies, in_repair
from relplan.analysis.repair_track import MEANINGS, STEPS, Scene, began_step, missing
from relplan.analysis.sources import Source, in_plan
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.plan import Plan, Repair
    from relplan.model.settings import Settings

_AFTER = {
    "finish": timedelta(weeks=1),
    "break-ice": timedelta(days=1),
    "ask": timedelta(weeks=1),
    "forward": timedelta(weeks=4),
}
"""How long after a step began it is due to be taken; breathing has its own day."""


def of_repair(plan: "Plan", settings: "Settings", log: Log) -> Iterator[Owed]:
    """The step that a damaged relationship is at, on its day, for who leads the repair.

    Going forward is the usual rhythm; it is listed once that is kept, so that the repair is ended.
    """
    repair = in_repair(plan)
    if repair is None:
        return
    leader = repair.lead or plan.owner
    scene = Scene(plan, repair, settings, log)
    if repair.step == "breathe":
        yield Owed(_breathing(scene), leader)
    elif repair.step != "forward" or missing(scene) is None:
        wanted = _later(began_step(repair), _AFTER[repair.step])
        reason = Reason("repair", wanted, _why(scene), sources=(_since(repair),))
        yield Owed(on_its_day(log, reason), leader)


def to_own(repair: "Repair") -> str:
    """Our faults in one phrase; empty where none is written."""
    return f"own it: {'; '.join(repair.our_faults)}" if repair.our_faults else ""


def not_to_say(scene: Scene) -> list[str]:
    """What a humble contact leaves out: their part in it, and a second apology."""
    said = apologies(scene.plan, scene.log.touches, scene.settings)
    again = []
    if said:
        one = said[-1]
        member = scene.settings.team.get(one.by)
        who = member.name if member else one.by
        again = [f"sorry again: {who} said it on {spoken(one.date, scene.log.today)}"]
    return ["their part in it", *again]


def _breathing(scene: Scene) -> Reason:
    repair, log = scene.repair, scene.log
    if repair.until is None:
        why = "breathing since " + spoken(repair.began, log.today) + ", and no `until`: set its end"
        return Reason("repair", log.today, why, sources=(in_plan("repair", "repair", "began"),))
    why = f"breathing ends on {spoken(repair.until, log.today)}; then {_ice_breaker(scene)}"
    wanted = _later(repair.until, timedelta(days=1))
    source = in_plan("breathing", "repair", "until")
    return on_its_day(log, Reason("repair", wanted, why, sources=(source,)))


def _why(scene: Scene) -> str:
    step = scene.repair.step
    number = f"step {STEPS.index(step) + 1} of {len(STEPS)} of the repair"
    lacking = missing(scene)
    if lacking is None:
        return f"{number} is taken; go on: relplan repair next"
    if step == "break-ice":
        return f"{number}: {_ice_breaker(scene)}"
    return f"{number}: {MEANINGS[step].partition(':')[0]}; {lacking}"


def _ice_breaker(scene: Scene) -> str:
    parts = [to_own(scene.repair), f"leave out {' and '.join(not_to_say(scene))}"]
    return f"{MEANINGS['break-ice'].partition(':')[0]} ({'; '.join(one for one in parts if one)})"


def _since(repair: "Repair") -> Source:
    """Where the day stands since which the repair is at its step."""
    day = began_step(repair)
    if repair.step == "break-ice" and repair.until:
        return in_plan("breathing", "repair", "until")
    before = [step for step, on in repair.taken.items() if on == day]
    return (
        in_plan("step", "repair", "taken", before[-1])
        if before
        else in_plan("repair", "repair", "began")
    )


def _later(day: date, span: timedelta) -> date:
    return day + span if day <= date.max - span else date.max
