"""What the morning list is made of: reasons, joined into one item for a person and a day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.sources import Source

if TYPE_CHECKING:
    from relplan.model.durations import Duration
    from relplan.model.touch import Touch

Kind = Literal[
    "promise",
    "call-back",
    "contact",
    "repair",
    "initiative",
    "step",
    "pitch",
    "review",
    "birthday",
    "silence",
]
KINDS: tuple[Kind, ...] = (
    "promise",
    "call-back",
    "contact",
    "repair",
    "initiative",
    "step",
    "pitch",
    "review",
    "birthday",
    "silence",
)
"""From the most to the least pressing, where two reasons are due on one day.

`silence` is listed only where it is asked for (`--not-since`).
"""

_WEEK = 7.0
_LATE = 0.5
_NEVER_LATE = ("birthday", "silence")


class Reason(NamedTuple):
    """One thing that falls due, why in numbers, and the day."""

    kind: Kind
    due: date
    why: str
    moved_from: date | None = None
    weight: float = _WEEK
    """Days of delay that count as one: the cadence of a contact, a week for everything else."""
    baseline: str = ""
    sources: tuple[Source, ...] = ()
    """The places in the book that it was made from."""
    owner: str | None = None
    """The member whose task it is, once the list is made."""

    def lateness(self, today: date) -> float:
        """Days late over the weight: how late, in units of what was agreed."""
        return (today - self.due).days / self.weight

    def is_late(self, today: date) -> bool:
        """True once half of what was agreed is over as well: a contact after 1.5 x its cadence."""
        over = (today - (self.moved_from or self.due)).days
        return self.kind not in _NEVER_LATE and over > self.weight * _LATE


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the list is asked for: until which day, whose, of which client, of what kind."""

    until: date
    owner: str | None = None
    client: str | None = None
    kinds: frozenset[str] = frozenset()
    """Only these kinds of reasons; all when it is empty."""
    top: int | None = None
    """At most this many items; the others are left out, and counted."""
    not_since: "Duration | None" = None
    """Only people with whom there was no touch for this long, whether they are due or not."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom an item is about: a person of a client, or the client itself."""

    client: str
    client_name: str
    owner: str | None
    person: str | None = None
    person_name: str = ""
    priority: str = "B"
    influence: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: a subject, the reasons of the day, and what helps to act on them."""

    subject: Subject
    reasons: tuple[Reason, ...]
    today: date
    last: "Touch | None" = None
    about: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()

    @property
    def pressing(self) -> tuple[Reason, ...]:
        """The reasons that fall due; beside them a mere silence neither sets the day nor the order."""
        return tuple(one for one in self.reasons if one.kind != "silence") or self.reasons

    @property
    def first(self) -> Reason:
        """The most pressing reason: the longest due, then by kind."""
        return min(self.pressing, key=lambda one: (one.due, KINDS.index(one.kind), one.why))

    @property
    def due(self) -> date:
        """The day on which the first of the reasons fell due."""
        return self.first.due

    @property
    def days_late(self) -> int:
        """Days since then; negative when it is still to come, 0 for a mere silence."""
        return 0 if self.only_silent else (self.today - self.due).days

    @property
    def only_silent(self) -> bool:
        """True when nothing is due: the person is listed because that was asked for."""
        return all(one.kind == "silence" for one in self.reasons)

    @property
    def is_due(self) -> bool:
        """True from the day on which it is due."""
        return self.due <= self.today and not self.only_silent

    @property
    def late(self) -> bool:
        """True when one of the reasons is not only due but late."""
        return any(one.is_late(self.today) for one in self.reasons)

    @property
    def why(self) -> str:
        """All reasons in one sentence."""
        ordered = sorted(self.reasons, key=lambda one: (one.due, KINDS.index(one.kind), one.why))
        return "; ".join(dict.fromkeys(one.why for one in ordered))

    @property
    def rank(self) -> tuple[float | str, ...]:
        """The order of the list: days late over cadence, priority, influence, name; total.

        What is still to come follows in the order of its days.
        """
        lateness = max(one.lateness(self.today) for one in self.pressing)
        if lateness < 0:
            lateness = float(self.days_late)
        subject = self.subject
        influence = {"high": 0, "medium": 1, "low": 2}.get(subject.influence or "", 3)
        name = subject.person_name or subject.client_name
        ties = (name.casefold(), subject.client, subject.person or "", subject.owner or "")
        return (-lateness, subject.priority, influence, *ties, self.due.toordinal())
