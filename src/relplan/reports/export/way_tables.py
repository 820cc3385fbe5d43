"""The tables of the way to a win, and of the way back from a damaged relationship."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from relplan.reports.export.shape import (
    CLIENT,
    OF_CLIENT,
    Column,
    Reference,
    Row,
    Table,
    field,
    id_of,
)
from relplan.reports.export.source import Source


def _steps(source: Source) -> Iterator[Row]:
    for client, prospect in source.prospects.items():
        for number, (id_, step) in enumerate(prospect.steps.items(), 1):
            yield Row(client, id_, step, number)


STEPS = Table(
    "steps",
    "The way back from a prospect's win.",
    ("client", "id"),
    (
        CLIENT,
        id_of("step"),
        Column(
            "number", "whole", attrgetter("more"), "Its place in the plan, the win's nearest first."
        ),
        field("Step", "what"),
        field("Step", "stage"),
        field("Step", "by", "date"),
        field("Step", "needs", "list"),
        field("Step", "value"),
        field("Step", "done", "date"),
    ),
    _steps,
    (OF_CLIENT,),
)


def _step_people(source: Source) -> Iterator[Row]:
    for row in _steps(source):
        for person, force in row.of.people.items():
            yield Row(row.client, row.id, person, force)


STEP_PEOPLE = Table(
    "step_people",
    "Who touches a step, theirs or ours.",
    ("client", "step", "person"),
    (
        CLIENT,
        Column("step", "text", attrgetter("id"), "The step."),
        Column("person", "text", attrgetter("of"), "One of `people`, `own_people` or `members`."),
        Column("force", "text", attrgetter("more"), "`propellent`, `neutral` or `detractor`."),
    ),
    _step_people,
    (Reference(("client", "step"), "steps"),),
)


def _section(name: str) -> Callable[[Source], Iterator[Row]]:
    def rows(source: Source) -> Iterator[Row]:
        for client, prospect in source.prospects.items():
            for number, (id_, one) in enumerate(getattr(prospect, name).items(), 1):
                yield Row(client, id_, one, number)

    return rows


OWN_PEOPLE = Table(
    "own_people",
    "Those of our own house who touch a win.",
    ("client", "id"),
    (
        CLIENT,
        id_of("person"),
        field("OwnPerson", "name"),
        field("OwnPerson", "title"),
        field("OwnPerson", "force"),
        field("OwnPerson", "influence"),
        field("OwnPerson", "motive"),
        field("OwnPerson", "answer"),
    ),
    _section("ours"),
    (OF_CLIENT,),
)
HOMEWORK = Table(
    "homework",
    "What was learned about what prospects value.",
    ("client", "id"),
    (
        CLIENT,
        id_of("entry"),
        field("Homework", "learned"),
        Column("source", "text", attrgetter("of.source"), "What it was learned from."),
        field("Homework", "who"),
        field("Homework", "date", "date"),
        field("Homework", "topic"),
        Column("steps", "list", attrgetter("of.steps"), "The steps that rest on it."),
    ),
    _section("homework"),
    (OF_CLIENT,),
)
METRICS = Table(
    "metrics",
    "The numbers that show whether a win comes nearer.",
    ("client", "id"),
    (
        CLIENT,
        id_of("metric"),
        Column("number", "whole", attrgetter("more"), "Its place, the most important first."),
        field("Metric", "what"),
        field("Metric", "target", "number"),
        field("Metric", "actual", "number"),
    ),
    _section("metrics"),
    (OF_CLIENT,),
)


def _repairs(source: Source) -> Iterator[Row]:
    for client, plan in source.plans.items():
        if plan.repair is not None:
            yield Row(client, client, plan.repair)


REPAIRS = Table(
    "repairs",
    "The ways back from damaged relationships, also those that have ended.",
    ("client",),
    (
        CLIENT,
        field("Repair", "began", "date"),
        field("Repair", "what"),
        field("Repair", "lead"),
        field("Repair", "our_faults", "list"),
        field("Repair", "step"),
        field("Repair", "until", "date"),
        field("Repair", "corrected"),
        field("Repair", "answer"),
        field("Repair", "ended", "date"),
    ),
    _repairs,
    (OF_CLIENT, Reference(("lead",), "members")),
)
