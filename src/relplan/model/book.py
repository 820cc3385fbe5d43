"""The book: everything that was read, as one frozen value for the analysis."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relplan.model.campaign import Campaign
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch


def _none() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Book:
    """One firm's plans, by id. A file that could not be read is absent here."""

    settings: "Settings"
    plans: Mapping[str, "Plan"] = field(default_factory=_none)
    prospects: Mapping[str, "Prospect"] = field(default_factory=_none)
    campaigns: Mapping[str, "Campaign"] = field(default_factory=_none)
    touches: Mapping[str, tuple["Touch", ...]] = field(default_factory=_none)
    unread: frozenset[str] = frozenset()
    """The files, such as `touches/acme`, of which nothing could be used: absent, but not empty."""

    def has_log(self, id_: str) -> bool:
        """False when this client's log is there and cannot be read: then nobody knows who is due."""
        return f"touches/{id_}" not in self.unread

    def everyone(self) -> "dict[str, Plan | Prospect]":
        """Every client's and prospect's plan, by id."""
        return {**self.prospects, **self.plans}

    def names(self) -> dict[str, str]:
        """Every client and prospect: id to name."""
        return {id_: one.name for id_, one in self.everyone().items()}
