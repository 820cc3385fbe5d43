"""How long the people who matter have heard nothing from us."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import (
    Baseline,
    baseline_of,
    cadence_of,
    is_breathing,
    is_here,
    is_key,
    keeps_in_touch,
    last_touch,
    snooze_of,
)
from relplan.analysis.repair import stuck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relplan.model.durations import Duration
    from relplan.model.plan import Plan
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

_TIMES = 2


class Silence(NamedTuple):
    """A key person with whom nobody spoke for twice their cadence."""

    days: int
    since: Baseline
    cadence: "Duration"


def silence_of(
    id_: str, plan: "Plan", touches: "Sequence[Touch]", settings: "Settings", today: date
) -> Silence | None:
    """How long the key person `id_` has been silent; None when they are not, or may be.

    People who left or rest, a breathing period and a snooze that still holds are no silence; while
    a repair is stuck, that is the cause.
    """
    person = plan.roles[id_]
    cadence = cadence_of(person, plan, settings)
    resting = not (is_key(person) and is_here(person, today) and keeps_in_touch(plan))
    if resting or cadence is None or is_breathing(plan, today):
        return None
    snooze = snooze_of(touches, id_, today)
    since = baseline_of(person, plan, last_touch(touches, id_, today))
    if since.day is None or (snooze and snooze.snooze and snooze.snooze >= today):
        return None
    twice = cadence._replace(number=cadence.number * _TIMES)
    if twice.after(since.day) >= today or stuck(plan, touches, today):
        return None
    return Silence((today - since.day).days, since, cadence)
