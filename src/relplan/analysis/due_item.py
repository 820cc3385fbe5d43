"""What the morning list is made of: reasons, joined into one item for a person and a day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from relplan.model.touch import Touch

Kind = Literal[
    "promise", "call-back", "contact", "repair", "initiative", "step", "pitch", "review", "birthday"
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
)
"""From the most to the least pressing, where two reasons are due on one day."""

_WEEK = 7.0


class Reason(NamedTuple):
    """One thing that falls due, why in numbers, and the day."""

    kind: Kind
    due: date
    why: str
    moved_from: date | None = None
    weight: float = _WEEK
    """Days of delay that count as one: the cadence of a contact, a week for everything else."""
    baseline: str = ""

    def lateness(self, today: date) -> float:
        """Days late over the weight: how late, in units of what was agreed."""
        return (today - self.due).days / self.weight


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
    def first(self) -> Reason:
        """The most pressing reason: the longest due, then by kind."""
        return min(self.reasons, key=lambda one: (one.due, KINDS.index(one.kind), one.why))

    @property
    def due(self) -> date:
        """The day on which the first of the reasons fell due."""
        return self.first.due

    @property
    def days_late(self) -> int:
        """Days since then; negative when it is still to come."""
        return (self.today - self.due).days

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
        lateness = max(one.lateness(self.today) for one in self.reasons)
        if lateness < 0:
            lateness = float(self.days_late)
        subject = self.subject
        influence = {"high": 0, "medium": 1, "low": 2}.get(subject.influence or "", 3)
        name = subject.person_name or subject.client_name
        ties = (name.casefold(), subject.client, subject.person or "", subject.owner or "")
        return (-lateness, subject.priority, influence, *ties, self.due.toordinal())
