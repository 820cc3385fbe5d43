"""How often a proposition is accepted, by version and by kind of client, as far as so few can tell.

The interval is Wilson's for a share, at 95 per cent: it stays honest where the usual one claims
certainty of two answers (E. B. Wilson, "Probable inference, the law of succession, and
statistical inference", 1927).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.feedback import version_on, versions

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign, Pitch

SMALL = 20
"""Fewer answers than this are called small: their interval is wider than forty points."""
_Z = 1.959964
"""The standard normal deviate that leaves 5 per cent outside."""


class Rate(NamedTuple):
    """The people who heard something, how many answered, and how many of those accepted."""

    heard: int
    answered: int
    accepted: int

    @property
    def share(self) -> float | None:
        """The accepted among the answers; None without an answer."""
        return self.accepted / self.answered if self.answered else None

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the truth probably lies."""
        return wilson(self.accepted, self.answered)

    @property
    def is_small(self) -> bool:
        """True when there are too few answers to decide anything by."""
        return self.answered < SMALL


class Row(NamedTuple):
    """A rate under the name of what was counted."""

    name: str
    rate: Rate


class Score(NamedTuple):
    """A campaign's acceptance: of all, by version, and by kind of client."""

    total: Rate
    versions: tuple[tuple[date | None, Rate], ...]
    """In the order of time, the proposition as it began first."""
    kinds: tuple[Row, ...]

    @property
    def tells_versions_apart(self) -> bool:
        """True when a version does better or worse than another beyond what chance explains."""
        found = [rate.interval for _, rate in self.versions if rate.answered]
        return any(one[1] < other[0] for one in found for other in found)


def wilson(accepted: int, answered: int) -> tuple[float, float]:
    """Wilson's interval for a share, at 95 per cent; without an answer everything is possible."""
    if not answered:
        return 0.0, 1.0
    share, spread = accepted / answered, _Z * _Z / answered
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / answered + spread / (4 * answered))
    low = 0.0 if accepted == 0 else middle - half
    return low, 1.0 if accepted == answered else middle + half


def score(campaign: "Campaign", book: "Book") -> Score:
    """The acceptance among the people who were pitched to.

    A person counts once: by the last answer to the version, and over all by the last of all. Later
    is an answer that accepts nothing; open is none.
    """
    by_version: dict[date | None, list[Pitch]] = defaultdict(list)
    for one in campaign.pitches:
        by_version[version_on(campaign, one.date)].append(one)
    last = _last(campaign.pitches)
    return Score(
        _rate(last),
        tuple((day, _rate(_last(by_version[day]))) for day, _ in versions(campaign)),
        tuple(Row(name, _rate(group)) for name, group in _by_kind(last, book).items()),
    )


def _last(pitches: Iterable["Pitch"]) -> list["Pitch"]:
    """The newest pitch to each person, an answered one before one that is open."""
    found: dict[tuple[str, str], Pitch] = {}
    for one in sorted(pitches, key=lambda one: one.date):
        before = found.get((one.at, one.to))
        if before is None or one.outcome != "open" or before.outcome == "open":
            found[one.at, one.to] = one
    return [*found.values()]


def _rate(pitches: Iterable["Pitch"]) -> Rate:
    outcomes = [one.outcome for one in pitches]
    open_ = outcomes.count("open")
    return Rate(len(outcomes), len(outcomes) - open_, outcomes.count("accepted"))


def _by_kind(last: list["Pitch"], book: "Book") -> dict[str, list["Pitch"]]:
    """By client or prospect, by priority, and by each tag that two of them share."""
    groups: dict[tuple[int, str], list[Pitch]] = defaultdict(list)
    for one in last:
        for key in _kinds(one.at, book):
            groups[key].append(one)
    shared = {
        key: group
        for key, group in groups.items()
        if key[0] < _TAG or len({one.at for one in group}) > 1
    }
    return {name: shared[at, name] for at, name in sorted(shared)}


_TAG = 2


def _kinds(client: str, book: "Book") -> Iterator[tuple[int, str]]:
    plan = book.everyone().get(client)
    if plan is None:
        return
    yield 0, "clients" if client in book.plans else "prospects"
    yield 1, f"priority {plan.priority}"
    yield from ((_TAG, f"tag {tag}") for tag in plan.tags)
