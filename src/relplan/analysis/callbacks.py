"""Persistence: what to do when nobody answered (domain.md 3: call back after a few days)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.colleagues import Colleague, Scene, nearest
from relplan.analysis.contacts import Log, last_touch

if TYPE_CHECKING:
    from relplan.model.durations import Duration
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch

THRICE = 3
_WORKING_DAYS = {"d": 1, "w": 5, "m": 21, "y": 250}


class CallBack(NamedTuple):
    """A contact that nobody answered: when to try again, and how."""

    due: date
    attempts: tuple["Touch", ...]
    advice: str


def working_days_of(wait: "Duration") -> int:
    """How many working days a `call_back_after` is: a week is five of them."""
    return wait.number * _WORKING_DAYS[wait.unit]


def unanswered(touches: Sequence["Touch"], person: str, today: date) -> tuple["Touch", ...]:
    """The tries since the last touch that counts, oldest first, one a day at most."""
    tried = [
        touch
        for touch in touches
        if not (touch.answered or touch.cancelled or touch.planned)
        and touch.date <= today
        and person in touch.people
    ]
    last = last_touch(touches, person, today) if tried else None
    tries = {touch.date: touch for touch in tried if last is None or touch.date > last.date}
    return tuple(tries[day] for day in sorted(tries))


def gave_no_answer(touches: Sequence["Touch"], person: str, today: date) -> bool:
    """True when the person was tried three times: then somebody has to decide."""
    return len(unanswered(touches, person, today)) >= THRICE


def call_back(id_: str, plan: "Plan | Prospect", settings: "Settings", log: Log) -> CallBack | None:
    """The call-back that is waiting for this person; None when every try was answered.

    It is due some working days after the last try. The first is the same again, the second by
    another way, the third through the colleague with the strongest tie, then a decision is asked.
    """
    tries = unanswered(log.of(id_), id_, log.today)
    if not tries:
        return None
    due = log.days.after(tries[-1].date, working_days_of(settings.call_back_after))
    colleague = None
    if len(tries) == THRICE:
        scene = Scene(plan, log.touches, settings, log.today)
        colleague = nearest(id_, scene, {touch.by for touch in tries})
    return CallBack(due, tries, _advice(tries, colleague))


def _advice(tries: tuple["Touch", ...], colleague: Colleague | None) -> str:
    used = {touch.how or "call" for touch in tries}
    if len(tries) == 1:
        return "call back" if tries[0].how in (None, "call") else f"try again by {tries[0].how}"
    if len(tries) == 2:
        other = next(
            (way for way in ("email", "call", "message", "letter") if way not in used), "visit"
        )
        return f"try another way: {other}"
    if colleague:
        return f"ask {colleague.name} to try, {colleague.because}"
    return "decide: visit, ask a colleague of theirs, or let them rest (cadence: never)"
