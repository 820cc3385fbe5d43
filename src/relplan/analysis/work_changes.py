"""What became of initiatives and of the steps to a win: new, done, dropped, slipped, late."""

from collections.abc import Iterator, Mapping, Sequence

from relplan.analysis.change import Change, Dates, Side, iso, paired
from relplan.analysis.moved_dates import moved
from relplan.analysis.progress import Work, work_of
from relplan.analysis.promises import same_words

_CLOSED = ("done", "dropped")


def of_work(old: Side, new: Side, dated: Sequence[tuple[Dates, Dates]]) -> Iterator[Change]:
    """The changes of every initiative, or step."""
    pairs = paired(_work(old), _work(new), lambda one: one.id, lambda one: same_words(one.what))
    for _, before, after in pairs:
        if after:
            yield from _of_one(before, after, dated)
        elif before and before.is_open:
            yield Change("gone", place(before), before.id, before.what)


def place(one: Work) -> str:
    """Where a piece of work stands in its plan."""
    return f"steps.{one.id}" if one.goal == "win" else f"goals.{one.goal}.initiatives.{one.id}"


def _work(side: Side) -> Mapping[str, Work]:
    return {place(one): _as_of(one, side) for one in work_of(side.plan, side.touches, side.day)}


def _as_of(one: Work, side: Side) -> Work:
    """The work as it stood on the side's day: what was done later was still open then."""
    if one.standing != "done" or one.done is None or one.done <= side.day:
        return one
    late = (side.day - one.by).days if one.by else 0
    return one._replace(standing="late" if late > 0 else "open", status="doing", days_late=late)


def _of_one(
    before: Work | None, after: Work, dated: Sequence[tuple[Dates, Dates]]
) -> Iterator[Change]:
    item, name = place(after), after.id
    if before is None:
        yield Change("added", item, name, None, after.what)
    was = before.standing if before else "open"
    if after.standing == "done" and was != "done":
        yield Change("done", item, name, after.result, iso(after.done))
    elif after.standing == "dropped" and was != "dropped":
        yield Change("dropped", item, name)
    elif after.is_open and was in _CLOSED:
        yield Change("reopened", item, name, was)
    elif after.status == "doing" and (before is None or before.status == "planned"):
        yield Change("begun", item, name)
    by = before.by if before else None
    yield from moved("work", (item, name), (by, after.by), dated, new=before is None)
    if after.standing == "late" and was != "late":
        yield Change("late", item, name, iso(after.by), None, after.days_late)
    if before and same_words(before.what) != same_words(after.what):
        yield Change("reworded", item, name, before.what, after.what)
    if before and before.owner != after.owner:
        yield Change("work owner", item, name, before.owner, after.owner)
