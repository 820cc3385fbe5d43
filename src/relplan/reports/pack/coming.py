"""Section 9: the next quarter, who does what by when."""

from collections import defaultdict

from relplan.analysis.contacts import keeper
from relplan.analysis.progress import to_come
from relplan.reports.pack.rows import KeepRow, TaskRow
from relplan.reports.pack.shape import Next
from relplan.reports.pack.source import Source


def section(made: Source) -> Next:
    """Everything with a date until a rhythm of reviews from today, and who keeps up with whom."""
    until = (made.plan.review.every or made.settings.review).after(made.today)
    tasks = to_come(made.plan, made.settings, made.facts.log, until)
    return Next(
        until=made.day(until),
        tasks=tuple(
            TaskRow(
                by=made.day(one.by) + (" (late)" if one.by < made.today else ""),
                owner=made.member(one.owner),
                what=one.what,
                kind=one.kind,
                mark="late" if one.by < made.today else "",
            )
            for one in tasks
        ),
        contacts=tuple(_contacts(made)),
    )


def _contacts(made: Source) -> list[KeepRow]:
    kept: dict[str, list[str]] = defaultdict(list)
    due = [one for one in made.facts.contacts if one.due]
    for one in sorted(due, key=lambda one: (one.due.due if one.due else made.today, one.id)):
        when = "now" if one.days_late >= 0 else f"by {made.day(one.due.due if one.due else None)}"
        kept[keeper(one.person, made.plan) or ""].append(
            f"{one.person.name} ({when}, then every {one.cadence})"
        )
    return [KeepRow(made.member(who), tuple(people)) for who, people in sorted(kept.items())]
