"""Section 2: what changed since the last review, as far as the book itself tells."""

from collections.abc import Iterator

from relplan.analysis.state import count, listed
from relplan.reports.pack.rows import Decided
from relplan.reports.pack.shape import Changes
from relplan.reports.pack.source import Source


def section(made: Source) -> Changes:
    """What is new since the last review; what only git knows is said to be missing."""
    last = made.last_review
    held = made.plan.review.held[last] if last else None
    since = (
        f"the review of {made.day(last)}" if last else f"{made.day(made.begin)}; no review is held"
    )
    return Changes(
        since=since,
        decided=tuple(
            Decided(one.what, made.member(one.owner) if one.owner else "", made.day(one.by))
            for one in (held.decided if held else ())
        ),
        news=tuple(_news(made)),
        learned=tuple(_learned(made)),
        missing=(
            "Texts, stances and dates that were altered in the plan itself are not compared here;"
            " git has them: git log -p"
            f" --since={made.begin.isoformat()} -- {made.path}"
        ),
    )


def _news(made: Source) -> Iterator[str]:
    yield from _in_touch(made)
    for person in made.plan.roles.values():
        if person.left and made.begin < person.left <= made.today:
            yield f"{person.name} left on {made.day(person.left)}."
        elif person.since and made.begin < person.since <= made.today:
            yield f"{person.name} is known to us since {made.day(person.since)}."
    for one in made.facts.work:
        if one.done and made.begin < one.done <= made.today:
            result = f": {one.result}" if one.result else ""
            yield f"{one.id} was done on {made.day(one.done)}{result}."
        elif one.by and one.standing == "late" and one.by > made.begin:
            yield f"{one.id} passed its date, {made.day(one.by)}, and is not done."
    yield from _promises(made)


def _in_touch(made: Source) -> Iterator[str]:
    new = [t for t in made.facts.log.touches if t.counts and made.begin < t.date <= made.today]
    met = dict.fromkeys(who for touch in new for who in touch.people)
    if new:
        names = listed([made.person(who) for who in met], most=12)
        yield f"{count(len(new), 'touch', 'touches')}, with {names}."
    else:
        yield "No touch was logged."


def _promises(made: Source) -> Iterator[str]:
    for one in made.facts.promised:
        kept, given = one.given.kept, one.given
        if one.state in ("kept", "late") and kept and kept.date > made.begin:
            late = f", promised for {made.day(given.by)}" if one.state == "late" else ""
            yield f"Kept on {made.day(kept.date)}{late}: {given.what}."
        elif one.state == "broken" and given.by > made.begin:
            yield f"Not kept by {made.day(given.by)}: {given.what}."


def _learned(made: Source) -> Iterator[str]:
    lines = [t for t in made.facts.log.touches if t.learned and made.begin < t.date <= made.today]
    for touch in sorted(lines, key=lambda one: one.date):
        yield f"{made.day(touch.date)}, {made.people(touch.people)}: {touch.learned}"
