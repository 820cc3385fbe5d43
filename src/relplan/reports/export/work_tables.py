"""The tables of what is done for clients: goals, initiatives, reviews, the steps to a win."""

from collections.abc import Iterator
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

_GOAL = Column("goal", "text", lambda row: row.more[0], "The goal that it is for.")


def _goals(source: Source) -> Iterator[Row]:
    for client, plan in source.plans.items():
        for id_, goal in plan.goals.items():
            yield Row(client, id_, goal)


GOALS = Table(
    "goals",
    "Where relationships shall be.",
    ("client", "id"),
    (
        CLIENT,
        id_of("goal"),
        field("Goal", "goal"),
        field("Goal", "answers", "list"),
        field("Goal", "by", "date"),
        Column(
            "measure",
            "text",
            lambda row: row.of.measure and row.of.measure.what,
            "What is counted.",
        ),
        Column(
            "target",
            "number",
            lambda row: row.of.measure and row.of.measure.target,
            "The count at which it is met.",
        ),
        Column(
            "actual",
            "number",
            lambda row: row.of.measure and row.of.measure.actual,
            "The count today.",
        ),
    ),
    _goals,
    (OF_CLIENT,),
)


def _initiatives(source: Source) -> Iterator[Row]:
    for client, plan in source.plans.items():
        for goal_id, goal in plan.goals.items():
            for id_, one in goal.initiatives.items():
                yield Row(client, id_, one, (goal_id, source))


def _verdict(row: Row) -> str | None:
    source: Source = row.more[1]
    judgement = source.verdicts.of(row.client, row.of) if source.judged else None
    return judgement.verdict if judgement else None


INITIATIVES = Table(
    "initiatives",
    "What somebody will do for a client, by when.",
    ("client", "goal", "id"),
    (
        CLIENT,
        _GOAL,
        id_of("initiative"),
        field("Initiative", "what"),
        field("Initiative", "owner"),
        field("Initiative", "by", "date"),
        Column("people", "list", attrgetter("of.people"), "Their people for whom it is done."),
        field("Initiative", "invests"),
        field("Initiative", "learns"),
        field("Initiative", "illustrates"),
        field("Initiative", "status"),
        field("Initiative", "hours", "number"),
        field("Initiative", "done", "date"),
        field("Initiative", "result"),
        Column("verdict", "text", _verdict, "What relplan judges it to be: see docs/judgement.md."),
    ),
    _initiatives,
    (OF_CLIENT, Reference(("client", "goal"), "goals"), Reference(("owner",), "members")),
)


def _initiative_people(source: Source) -> Iterator[Row]:
    for row in _initiatives(source):
        for person in dict.fromkeys(row.of.people):
            yield row._replace(of=person)


INITIATIVE_PEOPLE = Table(
    "initiative_people",
    "For whom of theirs an initiative is done.",
    ("client", "goal", "initiative", "person"),
    (
        CLIENT,
        _GOAL,
        Column("initiative", "text", attrgetter("id"), "The initiative."),
        Column("person", "text", attrgetter("of"), "The person of theirs."),
    ),
    _initiative_people,
    (
        Reference(("client", "goal", "initiative"), "initiatives"),
        Reference(("client", "person"), "people"),
    ),
)


def _reviews(source: Source) -> Iterator[Row]:
    for client, plan in source.everyone.items():
        for day, held in sorted(plan.review.held.items()):
            yield Row(client, day, held)


REVIEWS = Table(
    "reviews",
    "The reviews that took place.",
    ("client", "date"),
    (
        CLIENT,
        Column("date", "date", attrgetter("id"), "The day."),
        Column("people", "list", attrgetter("of.people"), "Their people who were there."),
        field("HeldReview", "ours", "list"),
        field("HeldReview", "note"),
    ),
    _reviews,
    (OF_CLIENT,),
)


def _decisions(source: Source) -> Iterator[Row]:
    for row in _reviews(source):
        for number, one in enumerate(row.of.decided, 1):
            yield Row(row.client, number, one, row.id)


DECISIONS = Table(
    "decisions",
    "What reviews decided.",
    ("client", "review", "number"),
    (
        CLIENT,
        Column("review", "date", attrgetter("more"), "The day of the review."),
        Column("number", "whole", attrgetter("id"), "Its place among the decisions, from 1."),
        field("Decision", "what"),
        field("Decision", "owner"),
        field("Decision", "by", "date"),
    ),
    _decisions,
    (Reference(("client", "review"), "reviews"), Reference(("owner",), "members")),
)
