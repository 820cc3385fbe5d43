"""A chain in sentences: its weakest link, and whether its dates can hold."""

from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.chain import chain, circle
from relplan.analysis.contacts import Log
from relplan.analysis.timetable import Timetable, timetable
from relplan.analysis.weakest import Weight, weakest, weights
from relplan.analysis.win import is_sought
from relplan.clock import spoken, weekday

if TYPE_CHECKING:
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings

_VERDICTS = {
    "hold": "the dates can hold",
    "tight": "the dates can hold, and are tight",
    "late": "a step is late, and the day of the win can stay",
    "slip": "the dates slip",
    "cannot hold": "the dates cannot hold",
    "cannot be told": "nobody can tell whether the dates hold",
}


def counted(number: int, one: str) -> str:
    """`1 step`, `2 steps`."""
    return f"{number:,} {one if number == 1 else one + 's'}"


def weakest_link(worst: Weight | None, still_open: int) -> str:
    """The weakest link, in one sentence; `still_open` is how many steps are to be taken."""
    if worst is None:
        return "no link is weak by what is written" if still_open else "no step is open"
    return f"the weakest link is {worst.step}, with {counted(worst.points, 'point')}"


def dates(table: Timetable, still_open: int, today: date) -> str:
    """Whether the dates can hold, in one sentence."""
    told = _VERDICTS[table.verdict]
    if table.verdict == "slip":
        day = table.win.expected
        when = f"{weekday(day)} {spoken(day, today)}"
        return (
            f"{told}; if every step takes the time that the plan gives it, the win comes on {when}"
        )
    if table.verdict in ("hold", "tight"):
        left = counted(table.left, "working day")
        return f"{told}; {left} are left for {counted(still_open, 'step')}"
    return told


def brief(prospect: "Prospect", settings: "Settings", log: Log) -> tuple[str, ...]:
    """Both sentences, of a prospect that is to be won; what keeps the chain from being one."""
    if not is_sought(prospect) or prospect.win is None:
        return ()
    if found := circle(prospect):
        return (f"the step {found[0]} needs itself, so that there is no way to the win",)
    steps = chain(prospect, settings, log.today)
    worst = weakest(weights(prospect, steps, settings, log.today))
    table = timetable(steps, prospect.win, log)
    still_open = len(steps.open)
    return weakest_link(worst, still_open), dates(table, still_open, log.today)
