"""Section 10: how each number was made, and how old the facts are."""

from collections.abc import Iterator

from relplan.analysis.state import count, listed
from relplan.reports.pack.shape import Sources
from relplan.reports.pack.source import Source

_MADE = (
    (
        "A touch counts from its day for everybody under “with”; planned, cancelled and unanswered"
        " contacts, snoozes and struck lines do not count."
    ),
    (
        "Due is the last touch plus the cadence, moved to the next working day; where there is no"
        " touch, “since” of the person or the client stands in for it."
    ),
    (
        "Late is counted in days after the date that the plan gives; a promise is broken when its"
        " day is past and no later line says “kept”."
    ),
    (
        "Hours and money are those written with the touches; nothing is estimated and no currency"
        " is converted."
    ),
)


def section(made: Source) -> Sources:
    """The rules behind the numbers, and the ages of what they were made from."""
    files = f"Made from {made.path} and touches/{made.id}.yaml as they stood on {made.today}."
    return Sources(made=(files, *_MADE), ages=tuple(_ages(made)))


def _ages(made: Source) -> Iterator[str]:
    logged = [one.date for one in made.facts.log.touches if one.date <= made.today]
    if logged:
        yield f"The newest line of the log is of {made.day(max(logged))}."
    people = [row.person for row in made.facts.coverage.rows]
    dated = sorted((one.as_of, one.name) for one in people if one.as_of)
    if dated:
        oldest, name = dated[0]
        days = count((made.today - oldest).days, "day")
        yield f"The oldest facts about a person are those about {name}: {days} old."
    undated = [one.name for one in people if one.as_of is None]
    if undated:
        yield f"Nothing says how old the facts are about {listed(undated)}; write it as “as_of”."
    unmet = [one.name for one in people if one.known_by in ("told", "assumed")]
    if unmet:
        yield f"Known from hearsay, not met: {listed(unmet, most=6)}."
