"""What the files of one client say in full: people, initiatives and steps, and the log."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relplan.analysis.contacts import is_here
from relplan.clock import MONTHS, weekday
from relplan.reports.pack.people import tie_of
from relplan.reports.pack.source import Source
from relplan.reports.site.shape import Deed, Fact, PersonCard, TouchRow

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.model.plan import Initiative
    from relplan.model.prospect import Step
    from relplan.model.touch import Touch


def people(made: Source) -> tuple[PersonCard, ...]:
    """Everybody in the order of the plan, those who left as well."""
    return tuple(
        PersonCard(f"person-{id_}", one.name, one.title or "", tuple(_of_person(one, made)))
        for id_, one in made.plan.roles.items()
    )


def deeds(made: Source) -> tuple[Deed, ...]:
    """Every initiative or step in the order of the plan, with what it invests, learns and shows."""
    found = [
        Deed(
            f"initiative-{goal_id}.{id_}",
            one.what,
            one.status,
            tuple(_of_deed(goal.goal, one, made)),
        )
        for goal_id, goal in getattr(made.plan, "goals", {}).items()
        for id_, one in goal.initiatives.items()
    ]
    found += [
        Deed(f"step-{id_}", one.what, "done" if one.done else "open", tuple(_of_step(one, made)))
        for id_, one in getattr(made.plan, "steps", {}).items()
    ]
    return tuple(found)


def log(made: Source) -> tuple[TouchRow, ...]:
    """The lines of the log that stand, the newest first."""
    lines = list(enumerate(made.facts.log.touches, 1))
    lines.sort(key=lambda line: (line[1].date, line[0]), reverse=True)
    return tuple(_touch(number, one, made) for number, one in lines)


def facts(*pairs: tuple[str, str | None]) -> tuple[Fact, ...]:
    """The facts that are there, of labels and texts."""
    return tuple(Fact(label, text) for label, text in pairs if text)


def _of_person(one: "Person", made: Source) -> Iterator[Fact]:
    left = made.day(one.left) if one.left else ""
    part = (one.role, f"{one.influence} influence" if one.influence else "", one.department)
    known = ", ".join(p for p in (one.known_by, made.day(one.as_of)) if p)
    yield from facts(
        ("left" if not is_here(one, made.today) else "leaves", left),
        ("part", ", ".join(p for p in part if p)),
        ("works elsewhere", "yes" if one.external else ""),
        ("stance", one.stance),
        ("tie", tie_of(one.tie, one.wanted) if one.tie or one.wanted else ""),
        ("ours", made.member(one.ours) if one.ours else ""),
        ("reports to", made.person(one.reports_to) if one.reports_to else ""),
        ("listened to by", made.people(one.influences)),
        ("telephone", one.phone),
        ("e-mail", one.email),
        (
            "birthday",
            f"{one.birthday.day} {MONTHS[one.birthday.month - 1]}" if one.birthday else "",
        ),
        ("interests", ", ".join(one.interests)),
        ("notes", one.notes),
        ("known", known),
    )


def _of_deed(goal: str, one: "Initiative", made: Source) -> Iterator[Fact]:
    result = ": ".join(part for part in (made.day(one.done), one.result) if part)
    yield from facts(
        ("for the goal", goal),
        ("owner", made.member(one.owner or made.plan.owner)),
        ("by", made.day(one.by) or "no date"),
        ("for", made.people(one.people)),
        ("invests", one.invests),
        ("learns", one.learns),
        ("illustrates", one.illustrates),
        ("hours", f"{one.hours:f}" if one.hours is not None else ""),
        ("done", result),
    )


def _of_step(one: "Step", made: Source) -> Iterator[Fact]:
    touching = [f"{_either(id_, made)} ({force})" for id_, force in one.people.items()]
    steps = getattr(made.plan, "steps", {})
    yield from facts(
        ("stage", one.stage),
        ("by", made.day(one.by) or "no date"),
        ("needs", "; ".join(steps[id_].what if id_ in steps else id_ for id_ in one.needs)),
        ("people", ", ".join(touching)),
        ("value for them", one.value),
        ("done", made.day(one.done)),
    )


def _either(id_: str, made: Source) -> str:
    """One of theirs or of ours by name: both may touch a step."""
    ours = getattr(made.plan, "ours", {})
    if id_ in ours:
        return str(ours[id_].name)
    return made.person(id_) if id_ in made.plan.roles else made.member(id_)


def _touch(number: int, one: "Touch", made: Source) -> TouchRow:
    promise = f"{one.promise.what} (by {made.day(one.promise.by)})" if one.promise else ""
    return TouchRow(
        id=f"touch-{number}",
        day=f"{weekday(one.date)} {made.day(one.date)}",
        date=one.date.isoformat(),
        people=made.people(one.people),
        by=made.member(one.by),
        how=one.how or "",
        mark=_mark(one, made),
        said=facts(
            ("note", one.note),
            ("learned", one.learned),
            ("promised", promise),
            ("kept", one.kept),
            ("took over the promise", one.taken_over),
            ("rests until", made.day(one.snooze)),
            ("for", one.initiative),
            ("hours", f"{one.hours:f}" if one.hours is not None else ""),
            ("cost", str(one.cost) if one.cost else ""),
        ),
    )


def _mark(one: "Touch", made: Source) -> str:
    if one.cancelled:
        return "cancelled"
    if one.planned or one.date > made.today:
        return "planned"
    if not one.answered:
        return "not answered"
    return "" if one.counts else "note"
