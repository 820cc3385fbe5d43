"""Who was last in touch with whom, and when the next touch is due (design: due, exactly).

One set of functions for `due`, lint and packs: each fact is computed in one place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.working_days import WorkingDays

if TYPE_CHECKING:
    from relplan.model.durations import Duration
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Member, Settings
    from relplan.model.touch import Touch

_DECIDERS = ("decision-maker", "approver")


class Baseline(NamedTuple):
    """The day from which a cadence counts, and what happened on it."""

    day: date | None
    source: str
    """`touch`, `person since`, `client since` or `nothing`."""
    touch: "Touch | None" = None


class ContactDue(NamedTuple):
    """When a person is due for a touch."""

    due: date
    baseline: Baseline
    cadence: "Duration"
    moved_from: date | None
    """The day that the cadence gave, when it was no working day."""
    snoozed: "Touch | None" = None
    """The snooze that set the day, when one did."""


def in_force(touches: Iterable["Touch"]) -> tuple["Touch", ...]:
    """The lines of a log that stand: neither struck by a `void` below them, nor such a line.

    What is written below a `void` is the correction, and stands.
    """
    lines = tuple(touches)
    struck = [(at, *_struck(line)) for at, line in enumerate(lines) if line.void]
    if not struck:
        return lines
    return tuple(
        line
        for at, line in enumerate(lines)
        if not line.void
        and not any(at < below and _strikes(day, who, line) for below, day, who in struck)
    )


def strikes_nothing(touches: Sequence["Touch"]) -> list["Touch"]:
    """The `void` lines of a whole log that name no line above them."""
    return [
        line
        for below, line in enumerate(touches)
        if line.void and not any(_strikes(*_struck(line), one) for one in touches[:below])
    ]


def last_touch(touches: Sequence["Touch"], person: str, today: date) -> "Touch | None":
    """The newest touch that counts with this person, not after today; None when there is none.

    `touches` are lines in force. Of two on one day the one further down is the newer.
    """
    newest = None
    for touch in touches:
        if (
            person in touch.people
            and touch.counts
            and touch.date <= today
            and (newest is None or touch.date >= newest.date)
        ):
            newest = touch
    return newest


def cadence_of(
    person: "Person", plan: "Plan | Prospect", settings: "Settings"
) -> "Duration | None":
    """How often to be in touch: the person's own cadence, else the priority's; None is never."""
    if person.cadence == "never":
        return None
    return person.cadence or settings.cadence.of(plan.priority)


def is_key(person: "Person") -> bool:
    """True for a person without whom the client decides nothing."""
    return person.role in _DECIDERS or person.influence == "high"


def is_here(person: "Person | Member", today: date) -> bool:
    """True while the person, theirs or ours, has not left."""
    return person.left is None or person.left > today


def keeps_in_touch(plan: "Plan | Prospect") -> bool:
    """True for clients and prospects whose people are listed as due."""
    return plan.status in ("active", "damaged")


def keeper(person: "Person", plan: "Plan | Prospect") -> str | None:
    """The member of ours who keeps the tie: the person's `ours`, else the plan's owner."""
    return person.ours or plan.owner


def keepers(plan: "Plan | Prospect") -> set[str | None]:
    """The members of ours who keep a tie there, the plan's owner among them."""
    return {plan.owner, *(keeper(person, plan) for person in plan.roles.values())}


def breathing_until(plan: "Plan | Prospect", today: date) -> date | None:
    """The last day of a breathing period that `today` falls into; None outside of one."""
    repair = getattr(plan, "repair", None)
    if plan.status != "damaged" or repair is None or repair.step != "breathe":
        return None
    until: date | None = repair.until
    return until if until and repair.began <= today <= until else None


def is_breathing(plan: "Plan | Prospect", today: date) -> bool:
    """True while nobody calls: within the breathing period, or in one whose end is not set."""
    repair = getattr(plan, "repair", None)
    if plan.status != "damaged" or repair is None or repair.step != "breathe":
        return False
    return repair.until is None or breathing_until(plan, today) is not None


def baseline_of(person: "Person", plan: "Plan | Prospect", last: "Touch | None") -> Baseline:
    """The day from which the person's cadence counts."""
    if last is not None:
        return Baseline(last.date, "touch", last)
    if person.since:
        return Baseline(person.since, "person since")
    if plan.since:
        return Baseline(plan.since, "client since")
    return Baseline(None, "nothing")


def snooze_of(touches: Sequence["Touch"], person: str, today: date) -> "Touch | None":
    """The newest snooze of this person that no later touch has ended; None when there is none.

    Of a touch and a snooze on one day the one further down is the later.
    """
    found = None
    for touch in touches:
        newer = touch.date <= today and (found is None or touch.date >= found.date)
        if newer and person in touch.people and (touch.snooze or touch.counts):
            found = touch
    return found if found and found.snooze else None


@dataclass(frozen=True)
class Log:
    """One client's lines in force, with the day and the calendar they are looked at with."""

    touches: Sequence["Touch"]
    today: date
    days: WorkingDays

    def of(self, person: str) -> Sequence["Touch"]:
        """The lines about this person, in their order."""
        return self._by_person.get(person, ())

    @cached_property
    def _by_person(self) -> dict[str, list["Touch"]]:
        return by_person(self.touches)


def by_person(touches: Iterable["Touch"]) -> dict[str, list["Touch"]]:
    """The lines about each person, in their order: a list asks for everybody's."""
    found: dict[str, list[Touch]] = {}
    for touch in touches:
        for person in dict.fromkeys(touch.people):
            found.setdefault(person, []).append(touch)
    return found


def contact_due(
    id_: str, person: "Person", plan: "Plan | Prospect", log: Log, cadence: "Duration"
) -> ContactDue:
    """When the person is due: last touch (or since) plus cadence, moved to a working day.

    A snooze that still holds sets the day instead. Without any date the person is due today.
    """
    baseline = baseline_of(person, plan, last_touch(log.of(id_), id_, log.today))
    snooze = snooze_of(log.of(id_), id_, log.today)
    if snooze is not None and snooze.snooze:
        wanted = max(snooze.snooze, snooze.date)
    elif baseline.day is None:
        wanted = log.today
    else:
        wanted = cadence.after(baseline.day)
    due = log.days.from_(wanted)
    return ContactDue(due, baseline, cadence, wanted if due != wanted else None, snooze)


def _struck(line: "Touch") -> tuple[str, frozenset[str]]:
    """The date and the people that a `void: 2026-11-03 jane` names; else its own `with`."""
    day, *who = (line.void or "").replace(",", " ").split() or [""]
    return day, frozenset(who) or frozenset(line.people)


def _strikes(day: str, who: frozenset[str], line: "Touch") -> bool:
    return line.date.isoformat() == day and (not who or bool(who & set(line.people)))
