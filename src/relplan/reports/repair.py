"""A repair on one page: its track, what to own, what not to say, and what is next."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.repair_reasons import not_to_say
from relplan.analysis.repair_track import MEANINGS, Scene, Stage, missing, track
from relplan.analysis.state import count
from relplan.clock import spoken
from relplan.reports.layout import width
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text

if TYPE_CHECKING:
    from relplan.model.plan import Repair

_MARKS = {"taken": "x", "now": ">", "to come": " "}


class Told(NamedTuple):
    """A client's repair: the id, and all that its page is made of."""

    id: str
    scene: Scene

    @property
    def leader(self) -> str:
        """The name of who leads it."""
        plan, team = self.scene.plan, self.scene.settings.team
        id_ = self.scene.repair.lead or plan.owner
        return team[id_].name if id_ in team else (id_ or "nobody")


def page(told: Told, columns: int | None = None) -> list[Section]:
    """The page in the width of a terminal; unwrapped and uncut without one."""
    repair = told.scene.repair
    own = [line for one in repair.our_faults for line in text(safe(one), columns, lead="· ")]
    leave = [line for one in not_to_say(told.scene) for line in text(safe(one), columns, lead="· ")]
    over = repair.ended is not None
    return [
        Section("", (*_head(told, columns), *track_lines(repair, told.scene.log.today, columns))),
        *([Section("TO OWN", tuple(own))] if own and not over else []),
        *([Section("TO LEAVE OUT", tuple(leave))] if not over else []),
        *([] if over else [Section("NEXT", tuple(text(next_of(told), columns)))]),
    ]


def listing(every: Sequence[Told], columns: int | None = None) -> list[Section]:
    """A line for every repair that goes on, with what it waits for."""
    if not every:
        return [Section("", (Line("no relationship is under repair"),))]
    lines: list[Line] = []
    for told in every:
        said = f"{safe(told.scene.plan.name)} ({told.id}): {told.scene.repair.step}, led by"
        lines += text(f"{said} {safe(told.leader)}", columns, indent=0)
        lines += text(next_of(told), columns, indent=4, tone="quiet")
    return [Section("", tuple(lines))]


def as_json(every: Sequence[Told], today: date) -> str:
    """The same for a program: version 1, stable keys, dates as YYYY-MM-DD."""
    value = {"version": 1, "today": today.isoformat(), "repairs": [_value(one) for one in every]}
    # ASCII: no control or bidi character reaches a terminal, and no encoding breaks the JSON.
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def next_of(told: Told) -> str:
    """What is to be done now, with the command that goes on."""
    lacking = missing(told.scene)
    if lacking:
        return safe(f"{lacking}; then: relplan repair next {told.id}")
    if told.scene.repair.step == "forward":
        return f"the usual rhythm is kept; end the repair: relplan repair next {told.id}"
    return f"the step is taken; go on: relplan repair next {told.id}"


def track_lines(repair: "Repair", today: date, columns: int | None = None) -> Iterator[Line]:
    """The five steps: taken (x), now (>), to come."""
    wide = max(map(width, MEANINGS))
    for one in track(repair):
        lead = f"{_MARKS[one.state]} {one.step.ljust(wide)}  "
        tone = {"now": "today", "to come": "quiet"}.get(one.state, "")
        said = safe(step_said(one, repair, today))
        yield from text(said, columns, 2 + len(lead), lead, tone)


def step_said(one: Stage, repair: "Repair", today: date) -> str:
    """A step in words: what became of it, else what it means; and the day on which it was left."""
    parts = [MEANINGS[one.step]]
    if one.step == "finish" and repair.corrected:
        parts = [repair.corrected]
    if one.step == "breathe" and repair.until:
        parts.append(f"until {spoken(repair.until, today)}")
    if one.step == "ask" and repair.answer:
        parts = [f"they answered: {repair.answer}"]
    taken = f" ({spoken(one.on, today)})" if one.on else ""
    return ", ".join(parts) + taken


def _head(told: Told, columns: int | None) -> Iterator[Line]:
    plan, repair, today = told.scene.plan, told.scene.repair, told.scene.log.today
    days = (today - repair.began).days
    if repair.ended:
        spell = f"from {spoken(repair.began, today)} to {spoken(repair.ended, today)}"
    else:
        spell = f"since {spoken(repair.began, today)} ({count(days, 'day')})"
    said = f"{safe(plan.name)} ({told.id}): in repair {spell}, led by {safe(told.leader)}"
    yield from text(said.replace("in repair from", "was in repair from"), columns, indent=0)
    if repair.what:
        yield from text(safe(repair.what), columns, indent=0, tone="quiet")


def _value(told: Told) -> dict[str, object]:
    repair = told.scene.repair
    return {
        "client": told.id,
        "name": told.scene.plan.name,
        "lead": repair.lead or told.scene.plan.owner,
        "what": repair.what,
        "began": repair.began.isoformat(),
        "ended": repair.ended.isoformat() if repair.ended else None,
        "until": repair.until.isoformat() if repair.until else None,
        "step": repair.step,
        "to_own": list(repair.our_faults),
        "to_leave_out": not_to_say(told.scene),
        "missing": None if repair.ended else missing(told.scene),
        "track": [
            {"step": one.step, "state": one.state, "on": one.on.isoformat() if one.on else None}
            for one in track(repair)
        ],
    }
