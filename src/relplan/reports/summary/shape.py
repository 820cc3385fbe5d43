"""What the summary consists of: records of texts, as templates see them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """Something to decide at one client."""

    client: str
    """The client's name."""
    what: str
    """The question."""


@dataclass(frozen=True)
class ClientRow:
    """One client or prospect on one line."""

    name: str
    """The client's name."""
    id: str
    """The client's id."""
    owner: str
    """Who of ours answers for it."""
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
    """The client's name."""
    owner: str
    """Who of ours answers for it."""
    state: str
    """Where the repair is."""


@dataclass(frozen=True)
class SilentRow:
    """One person without whom a client decides nothing, and whom we have not heard in time."""

    name: str
    """Their name."""
    client: str
    """The client's name."""
    ours: str
    """Who of ours keeps the tie."""
    last: str
    """Day and channel of the last touch, or `never`."""
    due: str
    """How late the next one is, or `no cadence`."""


@dataclass(frozen=True)
class NewsRow:
    """What changed at one client."""

    client: str
    """The client's name."""
    since: str
    """Since when, in words."""
    news: tuple[str, ...]
    """What changed, a sentence each."""
    more: str
    """How many other changes there are; empty for none."""


@dataclass(frozen=True)
class MemberRow:
    """What one member carries and spent since 1 January."""

    name: str
    """The member's name."""
    kept: str
    """People on the list, of those that the tier means."""
    lunches: str
    """Lunches, of those that the tier means."""
    spent: str
    """Amounts by currency."""
    left: str
    """What is left of the budget; empty where there is none."""
    hours: str
    """Unpaid hours."""
    mark: str
    """`over` when the list is too long or the budget overspent; else empty."""


@dataclass(frozen=True)
class Summary:
    """All clients, or those of one owner, on one day."""

    firm: str
    """The name of our firm."""
    whose: str
    """`All clients`, or whose they are."""
    date: str
    """YYYY-MM-DD."""
    day: str
    """The same day as a person reads it."""
    paragraph: str
    """The state of all clients in one paragraph."""
    questions: tuple[Question, ...]
    """What to decide, the first of every client before the second ones."""
    more_questions: str
    """How many more questions stand in the packs; empty for none."""
    damaged: tuple[DamagedRow, ...]
    """Damaged relationships."""
    silent: tuple[SilentRow, ...]
    """People who decide or count most, and were not heard of in time."""
    more_silent: str
    """How many more such people there are; empty for none."""
    news: tuple[NewsRow, ...]
    """What changed, by client."""
    more_news: str
    """At how many more clients something changed; empty for none."""
    clients: tuple[ClientRow, ...]
    """Those where something waits, the gravest first."""
    calm: str
    """How many have nothing that waits; empty for none."""
    members: tuple[MemberRow, ...]
    """What our people carry."""
    settle: tuple[str, ...]
    """What the team has to settle about who carries what."""
    sources: tuple[str, ...]
    """How the numbers were made, and what could not be read."""
