"""What a pack consists of: the ten sections in their order, each a record of texts.

A sentence is a text; an absent one is the empty text; several are a tuple. Templates see these
names (templates/README.md), so a name here is a promise to the teams that lay out their own.
"""

from dataclasses import dataclass

from relplan.reports.map.chart import Chart
from relplan.reports.pack.rows import (
    CampaignRow,
    ContactRow,
    CoverageRow,
    Decided,
    FindingRow,
    Goal,
    Initiative,
    KeepRow,
    PersonRow,
    Point,
    PromiseRow,
    SpentRow,
    TaskRow,
)


@dataclass(frozen=True)
class State:
    """1: the state in one paragraph, and the decisions asked."""

    paragraph: str
    """The state in one paragraph."""
    notes: str
    """The plan's notes."""
    track: tuple[str, ...]
    """The steps of the repair, each with what became of it; none where nothing is repaired."""
    decisions: tuple[str, ...]
    """The questions to decide, the gravest first."""


@dataclass(frozen=True)
class Changes:
    """2: what changed since the last review."""

    since: str
    """The day of the last review, or what stands in for it."""
    decided: tuple[Decided, ...]
    """What the last review decided."""
    news: tuple[str, ...]
    """What is new since, a sentence each."""
    learned: tuple[str, ...]
    """What was learned since, with day and person."""
    compared: str
    """The older state that was compared with; empty where there is none."""
    missing: str
    """What could not be compared, and why; empty where all was."""


@dataclass(frozen=True)
class People:
    """3: relationship map, coverage, gaps."""

    map: Chart
    """What the map shows; each format draws it before a template sees it."""
    legend: str
    """What the signs of the Mermaid map mean."""
    rows: tuple[PersonRow, ...]
    """Their people who have not left."""
    members: tuple[str, ...]
    """Our members by name: the columns of `coverage`."""
    coverage: tuple[CoverageRow, ...]
    """Who of us knows whom, a row for each of their people."""
    coverage_legend: str
    """What the letters of the ties mean."""
    gaps: tuple[str, ...]
    """What is missing between them and us, a sentence each."""


@dataclass(frozen=True)
class Analysis:
    """4: what they value, strengths and weaknesses."""

    values: tuple[Point, ...]
    """What they value, and what was learned of it."""
    strengths: tuple[Point, ...]
    """What is good."""
    weaknesses: tuple[Point, ...]
    """What is missing."""


@dataclass(frozen=True)
class Work:
    """5: goals and initiatives, late ones first."""

    win: str
    """The win of a prospect; empty for a client."""
    goals: tuple[Goal, ...]
    """The goals in the plan's order."""
    initiatives: tuple[Initiative, ...]
    """Initiatives or steps, the late ones first."""


@dataclass(frozen=True)
class Regularity:
    """6: touches, silent champions, unanswered calls, promises."""

    months: tuple[str, ...]
    """The names of the last six months, this one last."""
    contacts: tuple[ContactRow, ...]
    """Touches against cadence, the latest first."""
    silent: tuple[str, ...]
    """Friends we have not heard of, a sentence each."""
    unanswered: tuple[str, ...]
    """Who did not answer, and when."""
    promises: tuple[PromiseRow, ...]
    """Open promises, and those of this time."""


@dataclass(frozen=True)
class Invested:
    """7: hours and money."""

    since: str
    """The day of the last review, or what stands in for it."""
    rows: tuple[SpentRow, ...]
    """What each member put in, the most hours first."""
    planned: str
    """The hours that open initiatives are expected to take."""
    unlogged: str
    """Said when nobody logged hours; else empty."""


@dataclass(frozen=True)
class Findings:
    """8: what lint says, plans that sell first."""

    rows: tuple[FindingRow, ...]
    """What the rules find, the sales plans first."""
    missing: str
    """Said when the rules were not asked; else empty."""


@dataclass(frozen=True)
class Next:
    """9: the next quarter."""

    until: str
    """The last day of the coming quarter."""
    tasks: tuple[TaskRow, ...]
    """Who does what by when, the earliest first."""
    contacts: tuple[KeepRow, ...]
    """Who keeps in touch with whom."""


@dataclass(frozen=True)
class Sources:
    """10: how each number was made, and how old the facts are."""

    made: tuple[str, ...]
    """How each number was made."""
    ages: tuple[str, ...]
    """How old the facts are."""


@dataclass(frozen=True)
class Campaigns:
    """Apart from the relationship: what is sold here, openly."""

    rows: tuple[CampaignRow, ...]
    """The running campaigns that are taken to this client."""


@dataclass(frozen=True)
class Pack:
    """One client's pack on one day."""

    client: str
    """The client's name."""
    id: str
    """The client's id."""
    kind: str
    """`client` or `prospect`."""
    firm: str
    """The name of our firm."""
    date: str
    """YYYY-MM-DD."""
    day: str
    """The same day as a person reads it."""
    state: State
    changes: Changes
    people: People
    analysis: Analysis
    work: Work
    regularity: Regularity
    invested: Invested
    findings: Findings
    next: Next
    sources: Sources
    campaigns: Campaigns
