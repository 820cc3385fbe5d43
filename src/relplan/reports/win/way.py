"""Everything that the forms of the way to a win are made from, computed once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.chain import Chain, Link, chain, circle
from relplan.analysis.contacts import Log, in_force
from relplan.analysis.homework import Topic, topics
from relplan.analysis.timetable import Timetable, timetable
from relplan.analysis.trend import Count, Trend, trend
from relplan.analysis.weakest import Weight, weakest, weights
from relplan.analysis.win import Misplaced, misplaced
from relplan.analysis.working_days import working_days
from relplan.clock import spoken, weekday
from relplan.errors import Refused

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.files.document import Document
    from relplan.files.measured import Measured
    from relplan.model.prospect import Prospect, Win


@dataclass(frozen=True)
class Way:
    """The way to one win on one day."""

    id: str
    prospect: "Prospect"
    win: "Win"
    names: Mapping[str, str]
    """Our members by id."""
    today: date
    document: "Document"
    chain: Chain
    table: Timetable
    weights: tuple[Weight, ...]
    topics: tuple[Topic, ...]
    trends: Mapping[str, Trend]
    misplaced: tuple[Misplaced, ...]
    trouble: str
    """Why the history of the numbers is short, or not known."""

    @property
    def weakest(self) -> Weight | None:
        """The step with the most points."""
        return weakest(self.weights)

    @property
    def links(self) -> Mapping[str, Link]:
        """The steps by id."""
        return {one.id: one for one in self.chain.links}

    def line(self, *steps: str) -> int:
        """The line of the file on which that stands, or on which it would stand."""
        return self.document.lines.place(self.document.key_at(steps).start)[0]

    def day(self, day: date) -> str:
        """The day with its weekday, as a person says it."""
        return f"{weekday(day)} {spoken(day, self.today)}"

    def member(self, id_: str | None) -> str:
        """One of our members by name."""
        return self.names.get(id_ or "", id_ or "nobody")


def way(loaded: "Loaded", id_: str, today: date, past: "Measured") -> Way:
    """The way to a prospect's win; Refused, with the place, where there is none to draw."""
    prospect = loaded.book.prospects[id_]
    path = f"prospects/{id_}.yaml"
    document = loaded.documents[path]
    if prospect.win is None:
        raise Refused(
            f"{path}: no win is written here; add `win:` with what they will do, and by when"
        )
    if found := circle(prospect):
        by_way = f", by way of {', '.join(found[1:-1])}" if found[1:-1] else ""
        line = document.lines.place(document.key_at(("steps", found[0], "needs")).start)[0]
        raise Refused(
            f"{path}:{line}: the step {found[0]} needs itself{by_way}; take out of `needs:` what"
            " comes later"
        )
    settings = loaded.book.settings
    steps = chain(prospect, settings, today)
    touches = in_force(loaded.book.touches.get(id_, ()))
    return Way(
        id=id_,
        prospect=prospect,
        win=prospect.win,
        names={one: member.name for one, member in settings.team.items()},
        today=today,
        document=document,
        chain=steps,
        table=timetable(steps, prospect.win, Log(touches, today, working_days(settings.calendar))),
        weights=weights(prospect, steps, settings, today),
        topics=tuple(topics(prospect)),
        trends=_trends(prospect, today, past),
        misplaced=tuple(misplaced(prospect)),
        trouble=past.trouble,
    )


def _trends(prospect: "Prospect", today: date, past: "Measured") -> dict[str, Trend]:
    """The way of each metric to what the folder says today, committed or not."""
    found = {}
    for id_, metric in prospect.metrics.items():
        counts: Sequence[Count] = [
            Count(*one) for one in past.counts.get(id_, ()) if one[0] <= today
        ]
        found[id_] = trend([*counts, Count(today, metric.actual)])
    return found
