"""What changed in a plan between two states of it: people, analysis, goals, work, promises.

Pure: two plans with their touches, each looked at on a day, and the dates of the versions between.
One plan looked at on two days gives what its own dates tell, for books without a history.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from relplan.analysis.change import Change, Dates, Side, iso, paired
from relplan.analysis.contacts import is_here
from relplan.analysis.goal_changes import of_goals
from relplan.analysis.promises import same_words
from relplan.analysis.touches import Promised, promised
from relplan.analysis.work_changes import of_work

if TYPE_CHECKING:
    from relplan.model.person import Person

_TRAITS = ("stance", "influence", "tie", "role", "ours")


def changes(old: Side, new: Side, dated: Sequence[tuple[Dates, Dates]] = ()) -> tuple[Change, ...]:
    """Every change from the old state to the new one; none between a state and itself.

    `dated` are the dates before and after each change of the file between, the oldest first.
    """
    turned = _is_prospect(old) and not _is_prospect(new)
    return (
        *_of_plan(old, new),
        *_of_people(old, new),
        *_of_points("weakness", old, new),
        *_of_points("strength", old, new),
        *(
            one
            for one in (*of_goals(old, new, dated), *of_work(old, new, dated))
            # The win and its steps are kept under `won`: they did not go, they were reached.
            if not (turned and one.kind.endswith("gone"))
        ),
        *_of_promises(old, new),
    )


def _of_plan(old: Side, new: Side) -> Iterator[Change]:
    name = new.plan.name
    if old.plan.name != name:
        yield Change("renamed", "client", name, old.plan.name, name)
    if _is_prospect(old) and not _is_prospect(new):
        yield Change("won", "client", name)
    elif old.plan.status != new.plan.status:
        yield Change("status", "status", name, old.plan.status, new.plan.status)
    for field in ("owner", "priority"):
        before, after = getattr(old.plan, field), getattr(new.plan, field)
        if before != after:
            yield Change(field, field, name, before, after)
    for day in sorted(_held(new) - _held(old)):
        yield Change("reviewed", f"review.held.{day}", name, after=day)


def _is_prospect(side: Side) -> bool:
    return hasattr(side.plan, "prospect")


def _held(side: Side) -> set[str]:
    return {day.isoformat() for day in side.plan.review.held if day <= side.day}


def _of_people(old: Side, new: Side) -> Iterator[Change]:
    pairs = paired(_here(old), _here(new), lambda one: same_words(one.name))
    for id_, before, after in pairs:
        item = f"roles.{id_}"
        if before and after:
            for trait in _TRAITS:
                was, now = getattr(before, trait), getattr(after, trait)
                if was != now:
                    yield Change(trait, item, after.name, was, now)
        elif after:
            yield Change("came", item, after.name, after=after.title)
        elif before:
            gone = new.plan.roles.get(id_)
            yield Change("left", item, before.name, before.title, iso(gone.left if gone else None))


def _here(side: Side) -> dict[str, "Person"]:
    """The people whom we know on that day, and who have not left."""
    return {
        id_: one
        for id_, one in side.plan.roles.items()
        if is_here(one, side.day) and (one.since is None or one.since <= side.day)
    }


def _of_points(kind: str, old: Side, new: Side) -> Iterator[Change]:
    """Strengths or weaknesses that came and went, and weaknesses that a goal answers now."""
    field = {"weakness": "weaknesses", "strength": "strengths"}[kind]
    was, now = (getattr(side.plan, field, {}) for side in (old, new))
    for id_, before, after in paired(was, now, lambda one: same_words(one.text)):
        item = f"{field}.{id_}"
        if before and after:
            answers = _answers(old, id_), _answers(new, id_)
            if kind == "weakness" and bool(answers[0]) != bool(answers[1]):
                answer = "answered" if answers[1] else "unanswered"
                yield Change(answer, item, after.text, answers[0] or None, answers[1] or None)
        elif after:
            yield Change(f"{kind} new", item, after.text)
        elif before:
            yield Change(f"{kind} gone", item, before.text)


def _answers(side: Side, weakness: str) -> str:
    goals = getattr(side.plan, "goals", {})
    return ", ".join(id_ for id_, goal in goals.items() if weakness in goal.answers)


def _of_promises(old: Side, new: Side) -> Iterator[Change]:
    """The promises that were kept or broken since; a broken one that was kept after all too."""
    before = {_key(one): one.state for one in promised(old.touches, old.day)}
    for one in promised(new.touches, new.day):
        was = before.get(_key(one))
        given, kept = one.given, one.given.kept
        item = f"touches.{given.touch.date} {' '.join(given.touch.people)}"
        if one.state in ("kept", "late") and was not in ("kept", "late") and kept:
            late = max(0, (kept.date - given.by).days)
            yield Change("kept", item, given.what, iso(given.by), iso(kept.date), late)
        elif one.state == "broken" and was != "broken":
            late = (new.day - given.by).days
            yield Change("broken", item, given.what, iso(given.by), None, late)


def _key(one: Promised) -> tuple[object, ...]:
    return one.given.touch.date, one.given.touch.people, same_words(one.given.what)
