"""The tables of the firm's own: the book, the team, the campaigns."""

from collections.abc import Iterator
from operator import attrgetter

from relplan.analysis.cohort import cohort
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

VERSION = 1
"""Of the shape of an export: it grows when a reader of the last one would be misled."""
_CAMPAIGN = Column("campaign", "text", attrgetter("client"), "The campaign.")


def _book(source: Source) -> Iterator[Source]:
    yield source


BOOK = Table(
    "book",
    "One row: what the export was made of.",
    ("version",),
    (
        Column("version", "whole", lambda _: VERSION, "The version of these tables."),
        Column("firm", "text", attrgetter("book.settings.firm"), "The firm's name."),
        Column("today", "date", attrgetter("today"), "The day that everything is counted to."),
        Column("until", "date", attrgetter("until"), "The last day that `due_items` looks at."),
    ),
    _book,
)
MEMBERS = Table(
    "members",
    "Our team.",
    ("id",),
    (
        id_of("member"),
        field("Member", "name"),
        field("Member", "email"),
        field("Member", "phone"),
        field("Member", "tier"),
        field("Member", "department"),
        field("Member", "title"),
        field("Member", "left", "date"),
    ),
    lambda source: (Row("", id_, one) for id_, one in source.book.settings.team.items()),
)


def _campaigns(source: Source) -> Iterator[Row]:
    for id_, one in source.book.campaigns.items():
        yield Row(id_, id_, one)


CAMPAIGNS = Table(
    "campaigns",
    "Propositions, each taken to a cohort.",
    ("id",),
    (
        id_of("campaign"),
        field("Campaign", "proposition"),
        field("Campaign", "promise"),
        field("Campaign", "owner"),
        Column(
            "runs_from", "date", lambda row: row.of.runs and row.of.runs.from_, "Its first day."
        ),
        Column("runs_to", "date", lambda row: row.of.runs and row.of.runs.to, "Its last day."),
    ),
    _campaigns,
    (Reference(("owner",), "members"),),
)


def _cohort(source: Source) -> Iterator[Row]:
    for id_, one in source.book.campaigns.items():
        for member in cohort(one, source.book):
            if member.id in source.everyone:
                yield Row(member.id, id_, one)


COHORT = Table(
    "cohort",
    "To which clients and prospects a campaign goes: those listed, and those whom its rule finds.",
    ("campaign", "client"),
    (Column("campaign", "text", attrgetter("id"), "The campaign."), CLIENT),
    _cohort,
    (Reference(("campaign",), "campaigns"), OF_CLIENT),
)


def _pitches(source: Source) -> Iterator[Row]:
    for id_, one in source.book.campaigns.items():
        for number, pitch in enumerate(one.pitches, 1):
            if pitch.at in source.everyone:
                yield Row(id_, number, pitch)


PITCHES = Table(
    "pitches",
    "A proposition put to one person.",
    ("campaign", "number"),
    (
        _CAMPAIGN,
        Column("number", "whole", attrgetter("id"), "Its place in the campaign, from 1."),
        field("Pitch", "date", "date"),
        Column("client", "text", attrgetter("of.at"), "The client or prospect."),
        Column("person", "text", attrgetter("of.to"), "The person of theirs."),
        field("Pitch", "by"),
        field("Pitch", "outcome"),
        field("Pitch", "feedback"),
    ),
    _pitches,
    (
        Reference(("campaign",), "campaigns"),
        OF_CLIENT,
        Reference(("client", "person"), "people"),
        Reference(("by",), "members"),
    ),
)
