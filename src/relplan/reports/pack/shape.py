"""What a pack consists of: the ten sections in their order, each a record of texts.

A sentence is a text; an absent one is the empty text; several are a tuple. Templates see these
names (templates/README.md), so a name here is a promise to the teams that lay out their own.
"""

from dataclasses import dataclass

from relplan.reports.map.chart import Chart
from relplan.reports.pack.rows import (
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
    notes: str
    decisions: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """2: what changed since the last review."""

    since: str
    """The day of the last review, or what stands in for it."""
    decided: tuple[Decided, ...]
    news: tuple[str, ...]
    learned: tuple[str, ...]
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
    rows: tuple[PersonRow, ...]
    members: tuple[str, ...]
    coverage: tuple[CoverageRow, ...]
    coverage_legend: str
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class Analysis:
    """4: what they value, strengths and weaknesses."""

    values: tuple[Point, ...]
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]


@dataclass(frozen=True)
class Work:
    """5: goals and initiatives, late ones first."""

    win: str
    goals: tuple[Goal, ...]
    initiatives: tuple[Initiative, ...]


@dataclass(frozen=True)
class Regularity:
    """6: touches, silent champions, unanswered calls, promises."""

    months: tuple[str, ...]
    contacts: tuple[ContactRow, ...]
    silent: tuple[str, ...]
    unanswered: tuple[str, ...]
    promises: tuple[PromiseRow, ...]


@dataclass(frozen=True)
class Invested:
    """7: hours and money."""

    since: str
    rows: tuple[SpentRow, ...]
    planned: str
    unlogged: str


@dataclass(frozen=True)
class Findings:
    """8: what lint says, plans that sell first."""

    rows: tuple[FindingRow, ...]
    missing: str


@dataclass(frozen=True)
class Next:
    """9: the next quarter."""

    until: str
    tasks: tuple[TaskRow, ...]
    contacts: tuple[KeepRow, ...]


@dataclass(frozen=True)
class Sources:
    """10: how each number was made, and how old the facts are."""

    made: tuple[str, ...]
    ages: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """One client's pack on one day."""

    client: str
    id: str
    kind: str
    """`client` or `prospect`."""
    firm: str
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
