"""Whether the dates of a chain can hold: their order, the working days between, and what is late.

A step is given the time that the plan gives it: the working days from the last step that it needs
(from today where it needs none that is still open) to its own day. What comes late moves what
needs it by as much. Nobody is asked to hurry: that is for the team to decide.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.chain import Chain, Link
from relplan.analysis.contacts import Log

if TYPE_CHECKING:
    from relplan.model.prospect import Win

TIGHT = 5
"""Fewer working days than this after the step before are called tight."""
Verdict = Literal["hold", "tight", "late", "slip", "cannot hold", "cannot be told"]
Kind = Literal[
    "win past", "too few days", "after the win", "order", "late", "undated", "tight", "day off"
]
_IMPOSSIBLE: tuple[Kind, ...] = ("win past", "too few days", "after the win", "order")


class Trouble(NamedTuple):
    """Something about the dates; `step` is empty for the win's own."""

    kind: Kind
    step: str = ""
    days: int = 0
    """Working days, but for `late`: there the days on the calendar."""
    other: str = ""
    """The step that comes too late or too close before."""


class Slot(NamedTuple):
    """A step, or the win, in time."""

    room: int
    """The working days that the plan gives it."""
    expected: date
    """When it comes, if everything takes the time that the plan gives it."""
    after: str
    """The open step that it waits for longest; empty where it can begin today."""


class Timetable(NamedTuple):
    """The chain in time."""

    verdict: Verdict
    slots: Mapping[str, Slot]
    """Each open step."""
    win: Slot
    left: int
    """The working days from today to the day of the win."""
    longest: int
    """How many open steps stand behind each other at most."""
    troubles: tuple[Trouble, ...]


def timetable(chain: Chain, win: "Win", log: Log) -> Timetable:
    """The chain in time, on the day of the log."""
    slots: dict[str, Slot] = {}
    depth: dict[str, int] = {}
    days = {one.id: one.step.by for one in chain.open}
    for link in chain.open:
        before = [one for one in link.needs if one in slots]
        slots[link.id] = _slot(link.step.by, before, slots, days, log)
        depth[link.id] = 1 + max((depth[one] for one in before), default=0)
    last = [one for one in chain.last if one in slots]
    goal = _slot(win.by, last, slots, days, log)
    longest = max((depth[one] for one in last), default=0)
    left = log.days.between(log.today, win.by)
    troubles = (
        *_of_win(win, left, longest, log.today),
        *(one for link in chain.open for one in _of_step(link, days, slots, win.by, log)),
    )
    moved = goal.expected > log.days.from_(win.by)
    return Timetable(_verdict(troubles, chain, moved=moved), slots, goal, left, longest, troubles)


def _slot(
    by: date | None, before: list[str], slots: Mapping[str, Slot], days: Mapping[str, date | None],
    log: Log,
) -> Slot:  # fmt: skip
    """When it comes: on its day, unless what it needs comes later than planned."""
    after = max(before, key=lambda one: slots[one].expected, default="")
    ready = slots[after].expected if after else log.days.from_(log.today)
    if by is None:
        return Slot(0, log.days.after(ready, 1) if after else ready, after)
    planned = max((days[one] or log.today for one in before), default=log.today)
    room = log.days.between(planned, by)
    wanted = max(log.days.from_(by), ready)
    if all(slots[one].expected <= log.days.from_(days[one] or by) for one in before):
        return Slot(room, wanted, after)
    return Slot(room, max(wanted, log.days.after(ready, room)), after)


def _of_win(win: "Win", left: int, longest: int, today: date) -> Iterator[Trouble]:
    if win.by < today:
        yield Trouble("win past", days=(today - win.by).days)
    elif longest > left:
        yield Trouble("too few days", days=left)


def _of_step(
    link: Link, days: Mapping[str, date | None], slots: Mapping[str, Slot], end: date, log: Log
) -> Iterator[Trouble]:
    by = link.step.by
    if by is None:
        yield Trouble("undated", link.id)
        return
    if log.today <= end < by:
        yield Trouble("after the win", link.id)
    if by < log.today:
        yield Trouble("late", link.id, (log.today - by).days)
    elif not log.days.works(by):
        yield Trouble("day off", link.id)
    dated = [(one, day) for one in link.needs if (day := days.get(one))]
    wrong = [one for one, day in dated if day > by]
    yield from (Trouble("order", link.id, 0, one) for one in wrong)
    nearest = max(dated, key=lambda pair: pair[1], default=None)
    if nearest and not wrong and by >= log.today and slots[link.id].room < TIGHT:
        yield Trouble("tight", link.id, slots[link.id].room, nearest[0])


def _verdict(troubles: tuple[Trouble, ...], chain: Chain, *, moved: bool) -> Verdict:
    """The gravest: what cannot be, what is late, what nobody can tell, what is tight."""
    kinds = {one.kind for one in troubles}
    if kinds & {*_IMPOSSIBLE}:
        return "cannot hold"
    if "late" in kinds:
        return "slip" if moved else "late"
    if "undated" in kinds or not chain.links:
        return "cannot be told"
    return "tight" if "tight" in kinds else "hold"
