"""What the pages of a site consist of: records of texts, as templates see them.

An absent text is empty. An `href` leads from the root of the site; a page puts `up` before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from relplan.reports.html import Html


@dataclass(frozen=True)
class Sheet:
    """One page: its file in the site, its title, its template and the values for it."""

    path: str
    title: str
    template: str
    values: Mapping[str, Any]
    faults: "tuple[Fault, ...]" = ()
    """What could not be read of the files behind it."""
    search: Html | None = None
    """What the script of the page searches; None where there is no script."""


@dataclass(frozen=True)
class Link:
    """A name, and the page about it; no page when `href` is empty."""

    name: str
    href: str


@dataclass(frozen=True)
class Fault:
    """Something that could not be read: the file and line, and what to write."""

    place: str
    message: str


@dataclass(frozen=True)
class Finding:
    """One finding of lint: the rule, the place, what was found."""

    code: str
    name: str
    severity: str
    place: str
    message: str


@dataclass(frozen=True)
class Row:
    """One client or prospect in a list."""

    client: Link
    priority: str
    owner: Link
    status: str
    """Empty where it is `active`."""
    people: str
    people_late: bool
    work: str
    work_late: str
    """How many initiatives are late; empty for none."""
    review: str
    review_late: bool
    findings: str


@dataclass(frozen=True)
class Waiting:
    """One client with what its plan asks to decide."""

    client: Link
    owner: Link
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Rows under a heading, with the id that a link can lead to."""

    id: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Cell:
    """The pages in one cell of a table, under its column's name."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class OwnerRow:
    """What one member answers for: clients by priority, and prospects."""

    owner: Link
    tier: str
    cells: tuple[Cell, ...]
    due: str


@dataclass(frozen=True)
class DueRow:
    """One line of what falls due."""

    when: str
    mark: str
    """`late`, `overdue`, `today`, or empty for what is to come."""
    who: str
    client: Link
    owner: str
    why: str
    about: tuple[str, ...]
    reach: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """A labelled fact: `birthday`, `14 Jun`."""

    label: str
    text: str


@dataclass(frozen=True)
class Facts:
    """Facts under a heading, with the id that a link can lead to."""

    id: str
    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class PersonCard:
    """One person of theirs with everything that a colleague must know before calling."""

    id: str
    name: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class TouchRow:
    """One line of the log that stands."""

    id: str
    day: str
    date: str
    people: str
    by: str
    how: str
    mark: str
    """`not answered`, `planned`, `cancelled`, `snoozed`; empty for a touch that counts."""
    said: tuple[Fact, ...]


@dataclass(frozen=True)
class Deed:
    """One initiative or step with all that is written of it."""

    id: str
    what: str
    mark: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class PitchRow:
    """One pitch of a campaign."""

    day: str
    at: Link
    to: str
    by: str
    outcome: str
    feedback: str


@dataclass(frozen=True)
class CohortRow:
    """One member of a campaign's cohort, and what came of it there."""

    client: Link
    owner: str
    pitched: str
    missing: str


@dataclass(frozen=True)
class Entry:
    """One thing that a search can find."""

    kind: str
    title: str
    where: str
    href: str
    text: str
