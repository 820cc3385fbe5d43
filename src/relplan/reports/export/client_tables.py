"""The tables of clients and prospects: who they are, their people, what is good and bad."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from relplan.analysis.contacts import is_key, keeper
from relplan.analysis.coverage import members_of, within_a_year
from relplan.analysis.touches import Contact
from relplan.model.written import Birthday
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


def _clients(source: Source) -> Iterator[Row]:
    for id_, plan in source.everyone.items():
        yield Row(id_, id_, plan, "client" if id_ in source.plans else "prospect")


CLIENTS = Table(
    "clients",
    "Clients, and prospects beside them.",
    ("id",),
    (
        id_of("client or prospect"),
        Column("kind", "text", attrgetter("more"), "`client` or `prospect`."),
        Column("name", "text", attrgetter("of.name"), "The full name."),
        field("Plan", "owner"),
        field("Plan", "priority"),
        Column(
            "status",
            "text",
            attrgetter("of.status"),
            "How a client stands (`active`, `damaged`, `dormant`, `former`), or a prospect"
            " (`active`, `won`, `lost`, `resting`).",
        ),
        field("Plan", "since", "date"),
        Column(
            "team",
            "list",
            lambda row: members_of(row.of),
            "The members who work there, owner first.",
        ),
        field("Plan", "tags", "list"),
        field("Plan", "notes"),
        Column(
            "current_work",
            "list",
            lambda row: getattr(row.of, "current_work", ()),
            "The paid work in hand.",
        ),
        Column("next_review", "date", attrgetter("of.review.next"), "The day of the next review."),
        Column("last_review", "date", attrgetter("of.review.last"), "The day of the last review."),
        Column("win", "text", lambda row: _win(row, "what"), "What is to be won of a prospect."),
        Column("win_by", "date", lambda row: _win(row, "by"), "The day by which it is won."),
    ),
    _clients,
    (Reference(("owner",), "members"),),
)


def _win(row: Row, name: str) -> Any:
    return getattr(getattr(row.of, "win", None), name, None)


class _Facts(NamedTuple):
    """What is counted about a person."""

    keeper: str | None
    contact: Contact | None
    touches: int | None


def _people(source: Source) -> Iterator[Row]:
    for id_, known in source.contacts():
        plan = source.everyone[id_]
        recent = [one for one in source.log(id_).touches if within_a_year(one, source.today)]
        counted = source.book.has_log(id_)  # of a log that cannot be read nobody knows anything
        for one, person in plan.roles.items():
            count = sum(one in touch.people for touch in recent) if counted else None
            yield Row(id_, one, person, _Facts(keeper(person, plan), known.get(one), count))


def _of_contact(read: Callable[[Contact], Any]) -> Callable[[Row], Any]:
    return lambda row: row.more.contact and read(row.more.contact)


PEOPLE = Table(
    "people",
    "Their people, also those who have left.",
    ("client", "id"),
    (
        CLIENT,
        id_of("person"),
        field("Person", "name"),
        field("Person", "title"),
        field("Person", "department"),
        field("Person", "role"),
        field("Person", "level"),
        field("Person", "influence"),
        field("Person", "stance"),
        field("Person", "reports_to"),
        field("Person", "ours"),
        Column(
            "keeper",
            "text",
            attrgetter("more.keeper"),
            "Who keeps the tie: `ours`, else the client's owner.",
        ),
        field("Person", "tie"),
        field("Person", "wanted"),
        field("Person", "cadence"),
        field("Person", "email"),
        field("Person", "phone"),
        Column(
            "birthday", "text", lambda row: _birthday(row.of.birthday), "MM-DD, or with the year."
        ),
        field("Person", "interests", "list"),
        field("Person", "notes"),
        field("Person", "external", "flag"),
        field("Person", "since", "date"),
        field("Person", "left", "date"),
        field("Person", "known_by"),
        field("Person", "as_of", "date"),
        Column(
            "key",
            "flag",
            lambda row: is_key(row.of),
            "True for who decides, approves, or has high influence.",
        ),
        Column(
            "last_touch",
            "date",
            _of_contact(lambda one: one.last and one.last.date),
            "The day of the last touch that counts; empty for who has left.",
        ),
        Column(
            "last_touch_how",
            "text",
            _of_contact(lambda one: one.last and one.last.how),
            "By which channel that was.",
        ),
        Column(
            "next_touch",
            "date",
            _of_contact(lambda one: one.due and one.due.due),
            "The day on which the next one is due by the cadence; empty for who rests.",
        ),
        Column(
            "days_late",
            "whole",
            _of_contact(lambda one: one.days_late if one.due else None),
            "Days since then; negative when it is still to come.",
        ),
        Column(
            "touches_in_a_year",
            "whole",
            attrgetter("more.touches"),
            "Touches that count in the 365 days that end today.",
        ),
    ),
    _people,
    (
        OF_CLIENT,
        Reference(("client", "reports_to"), "people"),
        Reference(("ours",), "members"),
        Reference(("keeper",), "members"),
    ),
)


def _birthday(day: Birthday | None) -> str | None:
    if day is None:
        return None
    month_day = f"{day.month:02}-{day.day:02}"
    return f"{day.year:04}-{month_day}" if day.year else month_day


def _influences(source: Source) -> Iterator[Row]:
    for id_, plan in source.everyone.items():
        for one, person in plan.roles.items():
            for other in dict.fromkeys(person.influences):
                yield Row(id_, one, other)


INFLUENCES = Table(
    "influences",
    "Who listens to whom.",
    ("client", "person", "influences"),
    (
        CLIENT,
        Column("person", "text", attrgetter("id"), "The person whose word counts."),
        Column("influences", "text", attrgetter("of"), "The person who listens."),
    ),
    _influences,
    (
        OF_CLIENT,
        Reference(("client", "person"), "people"),
        Reference(("client", "influences"), "people"),
    ),
)


def _section(name: str) -> Callable[[Source], Iterator[Row]]:
    def rows(source: Source) -> Iterator[Row]:
        for id_, plan in source.plans.items():
            for one, item in getattr(plan, name).items():
                yield Row(id_, one, item)

    return rows


STRENGTHS = Table(
    "strengths",
    "What is good in a relationship.",
    ("client", "id"),
    (CLIENT, id_of("strength"), field("Strength", "text"), field("Strength", "evidence")),
    _section("strengths"),
    (OF_CLIENT,),
)
WEAKNESSES = Table(
    "weaknesses",
    "What is missing or wrong in a relationship.",
    ("client", "id"),
    (CLIENT, id_of("weakness"), field("Weakness", "text"), field("Weakness", "evidence")),
    _section("weaknesses"),
    (OF_CLIENT,),
)
VALUES = Table(
    "client_values",  # `values` is a word of SQL
    "What clients value, in their words.",
    ("client", "id"),
    (
        CLIENT,
        id_of("value"),
        field("Value", "text"),
        field("Value", "known_by"),
        field("Value", "as_of", "date"),
    ),
    _section("values"),
    (OF_CLIENT,),
)
