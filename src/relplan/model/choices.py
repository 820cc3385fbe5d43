"""The closed lists of words that fields choose from, in the order in which they are offered."""

from typing import Literal

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
Outcome = Literal["open", "accepted", "declined", "later"]
Profile = Literal["starter", "team", "strict"]

TIES: tuple[Tie, ...] = ("none", "vendor", "credible", "problem-solver", "trusted-adviser")
"""From no tie to the strongest."""
INFLUENCES: tuple[Influence, ...] = ("high", "medium", "low")
PRIORITIES: tuple[Priority, ...] = ("A", "B", "C")
NOTHING = ("null", "Null", "NULL", "~")
"""The words for nothing where a field holds no text."""
