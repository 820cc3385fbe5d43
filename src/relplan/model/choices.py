"""The closed lists of words that fields choose from, in the order in which they are offered."""

from collections.abc import Sequence
from typing import Literal

from relplan.model import ids
from relplan.model.amounts import short

Role = Literal[
    "decision-maker",
    "approver",
    "influencer",
    "evaluator",
    "user",
    "gatekeeper",
    "sponsor",
    "coach",
]
Level = Literal["executive", "senior", "manager", "staff"]
Influence = Literal["high", "medium", "low"]
Stance = Literal["mentor", "supporter", "neutral", "sceptic", "opponent"]
Tie = Literal["none", "vendor", "credible", "problem-solver", "trusted-adviser"]
KnownBy = Literal["met", "told", "assumed"]
Priority = Literal["A", "B", "C"]
Status = Literal["active", "damaged", "dormant", "former"]
InitiativeStatus = Literal["planned", "doing", "done", "dropped"]
RepairStep = Literal["finish", "breathe", "break-ice", "ask", "forward"]
How = Literal[
    "call",
    "email",
    "message",
    "video",
    "meeting",
    "visit",
    "lunch",
    "coffee",
    "dinner",
    "event",
    "workshop",
    "letter",
    "other",
]
Force = Literal["propellent", "neutral", "detractor"]
ProspectStatus = Literal["active", "won", "lost", "resting"]
AnyStatus = Literal["active", "damaged", "dormant", "former", "won", "lost", "resting"]
CohortKind = Literal["clients", "prospects"]
Outcome = Literal["open", "accepted", "declined", "later"]
Column = Literal[
    "name",
    "first",
    "last",
    "title",
    "department",
    "email",
    "phone",
    "birthday",
    "interests",
    "notes",
    "company",
    "skip",
]
Profile = Literal["starter", "team", "strict"]

TIES: tuple[Tie, ...] = ("none", "vendor", "credible", "problem-solver", "trusted-adviser")
"""From no tie to the strongest."""
STANCES: tuple[Stance, ...] = ("mentor", "supporter", "neutral", "sceptic", "opponent")
"""From the warmest to the coolest."""
INFLUENCES: tuple[Influence, ...] = ("high", "medium", "low")
PRIORITIES: tuple[Priority, ...] = ("A", "B", "C")
OUTCOMES: tuple[Outcome, ...] = ("accepted", "declined", "later", "open")
"""In the order in which what was said is read."""
NOTHING = ("null", "Null", "NULL", "~")
"""The words for nothing where a field holds no text."""
DEFAULT_TIERS: dict[str, dict[str, str]] = {
    "staff": {"contacts": "5", "budget": "300 GBP"},
    "senior": {"contacts": "20", "lunches": "12"},
    "principal": {"contacts": "10"},
    "marketing": {"contacts": "10"},
    "admin": {"contacts": "0"},
}
"""The tiers that every book has, as they would be written; a book's own words for one replace it."""


def not_one_of(typed: str, offered: Sequence[str]) -> str:
    """What to say of a word that is none of those offered: the one that was meant, or all."""
    best = nearest_of(typed, offered)
    said = f"`{short(typed)}` is not one of the words for this"
    return (
        f"{said}; did you mean {best}? ({listed(offered)})"
        if best
        else (f"{said}; write {listed(offered)}")
    )


def nearest_of(typed: str, offered: Sequence[str]) -> str | None:
    """The word that was probably meant; None when none is near."""
    near = ids.nearest(typed, [one.lower() for one in offered])
    return next((one for one in offered if near and one.lower() == near), None)


def listed(offered: Sequence[str]) -> str:
    """The words as a choice: `A, B or C`."""
    return f"{', '.join(offered[:-1])} or {offered[-1]}" if len(offered) > 1 else offered[0]
