"""How long the people who matter, and those who speak for us, have heard nothing from us."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.callbacks import gave_no_answer
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
_CHAMPIONS = ("mentor", "supporter")


class Silence(NamedTuple):
    """A person with whom nobody spoke for twice their cadence."""

    days: int
    since: Baseline
    cadence: "Duration"


def silence_of(
    id_: str, plan: "Plan", touches: "Sequence[Touch]", settings: "Settings", today: date
) -> Silence | None:
    """How long the key person `id_` has been silent; None when they are not, or may be.

    People who left or rest, a breathing period, a snooze that still holds and three tries that
    nobody answered are no silence; while a repair is stuck, that is the cause.
    """
    return _silence(id_, plan, touches, settings, today) if is_key(plan.roles[id_]) else None


def champions_silence(
    id_: str, plan: "Plan", touches: "Sequence[Touch]", settings: "Settings", today: date
) -> Silence | None:
    """The same of somebody who speaks for us and is no key person: of those one word is enough."""
    person = plan.roles[id_]
    champion = person.stance in _CHAMPIONS and not is_key(person)
    return _silence(id_, plan, touches, settings, today) if champion else None


def _silence(
    id_: str, plan: "Plan", touches: "Sequence[Touch]", settings: "Settings", today: date
) -> Silence | None:
    person = plan.roles[id_]
    cadence = cadence_of(person, plan, settings)
    resting = not (is_here(person, today) and keeps_in_touch(plan))
    if resting or cadence is None or is_breathing(plan, today):
        return None
    snooze = snooze_of(touches, id_, today)
    since = baseline_of(person, plan, last_touch(touches, id_, today))
    if since.day is None or (snooze and snooze.snooze and snooze.snooze >= today):
        return None
    twice = cadence._replace(number=cadence.number * _TIMES)
    heard = twice.after(since.day) >= today or gave_no_answer(touches, id_, today)
    if heard or stuck(plan, touches, today):
        return None
    return Silence((today - since.day).days, since, cadence)
