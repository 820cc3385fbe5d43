"""What the summary consists of: records of texts, as templates see them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """Something to decide at one client."""

    client: str
    what: str


@dataclass(frozen=True)
class ClientRow:
    """One client or prospect on one line."""

    name: str
    id: str
    owner: str
    stands: str
    """`A`, `damaged`, `prospect` …: the priority, or what goes before it."""
    overdue: str
    """Overdue contacts of all, as `2 of 11`; empty for none."""
    late: str
    """Late initiatives or steps of the open ones; empty for none."""
    broken: str
    """Broken promises; empty for none."""
    questions: str
    """How many questions the pack puts; empty for none."""
    review: str
    """The day of the next review."""
    mark: str
    """`damaged`, or empty."""


@dataclass(frozen=True)
class DamagedRow:
    """One damaged relationship."""

    client: str
    owner: str
    state: str


@dataclass(frozen=True)
class SilentRow:
    """One person without whom a client decides nothing, and whom we have not heard in time."""

    name: str
    client: str
    ours: str
    last: str
    due: str


@dataclass(frozen=True)
class NewsRow:
    """What changed at one client."""

    client: str
    since: str
    news: tuple[str, ...]
    more: str
    """How many other changes there are; empty for none."""


@dataclass(frozen=True)
class MemberRow:
    """What one member carries and spent since 1 January."""

    name: str
    kept: str
    """People on the list, of those that the tier means."""
    lunches: str
    spent: str
    left: str
    hours: str
    mark: str
    """`over` when the list is too long or the budget overspent; else empty."""


@dataclass(frozen=True)
class Summary:
    """All clients, or those of one owner, on one day."""

    firm: str
    whose: str
    """`All clients`, or whose they are."""
    date: str
    """YYYY-MM-DD."""
    day: str
    """The same day as a person reads it."""
    paragraph: str
    questions: tuple[Question, ...]
    more_questions: str
    """How many more questions stand in the packs; empty for none."""
    damaged: tuple[DamagedRow, ...]
    silent: tuple[SilentRow, ...]
    more_silent: str
    news: tuple[NewsRow, ...]
    more_news: str
    clients: tuple[ClientRow, ...]
    """Those where something waits, the gravest first."""
    calm: str
    """How many have nothing that waits; empty for none."""
    members: tuple[MemberRow, ...]
    settle: tuple[str, ...]
    """What the team has to settle about who carries what."""
    sources: tuple[str, ...]
    """How the numbers were made, and what could not be read."""
