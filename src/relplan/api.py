"""A book for a firm's own scripts and rules: typed, read-only, documented in docs/api.md.

What stands in `__all__` keeps its name and its meaning; everything else of relplan may change.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from relplan import clock
from relplan.analysis import contacts, verdicts
from relplan.analysis.coverage import Coverage, coverage
from relplan.analysis.due import due
from relplan.analysis.due_item import Item, Wanted
from relplan.analysis.load import Load, team
from relplan.analysis.promises import Owed, owed
from relplan.analysis.verdicts import Judged
from relplan.diagnostics import Diagnostic
from relplan.errors import Refused, RelplanError, SeveralFit, WrongUse
from relplan.files.book import Loaded, load
from relplan.files.disk import find_root
from relplan.judgement.result import Judgement
from relplan.model import ids
from relplan.model.campaign import Campaign
from relplan.model.choices import Profile
from relplan.model.person import Person
from relplan.model.plan import Goal, Initiative, Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Member, Settings
from relplan.model.touch import Touch
from relplan.rules.choose import PROFILES, why_unknown
from relplan.rules.choose import Wanted as WantedRules
from relplan.rules.finding import Context, Finding
from relplan.rules.runner import lint
from relplan.rules.team import team as team_rules

__all__ = (
    "Campaign",
    "Context",
    "Coverage",
    "Day",
    "Diagnostic",
    "Finding",
    "Goal",
    "Initiative",
    "Item",
    "Judged",
    "Judgement",
    "Load",
    "Member",
    "OpenBook",
    "Owed",
    "Person",
    "Plan",
    "Prospect",
    "Refused",
    "RelplanError",
    "Settings",
    "SeveralFit",
    "Touch",
    "WrongUse",
)

Day = date | str | None
"""A date, or one as `2026-11-25`; None is today."""


class OpenBook:
    """A book as it was when it was opened; nothing here writes to it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded

    @property
    def root(self) -> Path:
        """The folder of the book."""
        return self._loaded.root

    @property
    def settings(self) -> Settings:
        """What relplan.yaml says, with what holds where it says nothing."""
        return self._loaded.book.settings

    @property
    def team(self) -> Mapping[str, Member]:
        """Our people, by id."""
        return MappingProxyType(self.settings.team)

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The clients' plans, by id; one that cannot be read is absent, and in `faults`."""
        return MappingProxyType(dict(self._loaded.book.plans))

    @property
    def prospects(self) -> Mapping[str, Prospect]:
        """The prospects' plans, by id."""
        return MappingProxyType(dict(self._loaded.book.prospects))

    @property
    def campaigns(self) -> Mapping[str, Campaign]:
        """The campaigns, by id."""
        return MappingProxyType(dict(self._loaded.book.campaigns))

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What could not be read; all that is said of the rest is without it."""
        return tuple(one for one in self._loaded.diagnostics if one.severity == "error")

    def find(self, typed: str) -> str:
        """The id of the client or prospect that is meant by an id, a prefix or part of a name.

        WrongUse when there is none, SeveralFit when there are more.
        """
        return ids.find(typed, self._loaded.book.names(), "client")

    def touches(self, client: str) -> tuple[Touch, ...]:
        """The lines of a client's log that are in force, as they stand in the file."""
        return contacts.in_force(self._loaded.book.touches.get(self._id(client), ()))

    def last_touch(self, client: str, person: str, today: Day = None) -> Touch | None:
        """The last touch that counts with a person of theirs; None when there was none."""
        return contacts.last_touch(self.touches(client), person, _day(today))

    def due(
        self,
        today: Day = None,
        until: Day = None,
        owner: str | None = None,
        client: str | None = None,
    ) -> tuple[Item, ...]:
        """What is due by `until` (else by today), the latest first: `relplan due` from a script."""
        now = _day(today)
        last = now if until is None else _day(until)
        whose = None if owner is None else self._member(owner)
        only = None if client is None else self._id(client)
        return due(self._loaded.book, now, Wanted(last, whose, only)).items

    def lint(
        self,
        today: Day = None,
        profile: Profile | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
    ) -> tuple[Diagnostic, ...]:
        """What `relplan lint` says: by the book's rules, or by those that are asked for."""
        known = team_rules(self.settings.lint.rules).manual.known
        for word in (*select, *ignore):
            if why := why_unknown(word, known):
                raise WrongUse(why)
        if profile not in (None, *PROFILES):
            raise WrongUse(f"profile {profile!r}: write one of {', '.join(PROFILES)}")
        return tuple(lint(self._loaded, _day(today), WantedRules(profile, select, ignore)))

    def judge(self, client: str) -> tuple[Judged, ...]:
        """Every initiative of a client's plan with its judgement."""
        id_ = ids.find(client, {one: plan.name for one, plan in self.plans.items()}, "client")
        return verdicts.judged({id_: self.plans[id_]}, self.settings)[id_]

    def promises(self, today: Day = None, client: str = "") -> tuple[Owed, ...]:
        """The open promises, the oldest due first; of one client, or of all."""
        return tuple(owed(self._loaded.book, _day(today), self._id(client) if client else ""))

    def coverage(self, client: str, today: Day = None) -> Coverage:
        """Who of ours knows whom of theirs, and where nobody does."""
        id_ = self._id(client)
        plan = self._loaded.book.everyone()[id_]
        ours = {one: member.name for one, member in self.team.items()}
        return coverage(plan, self.touches(id_), _day(today), ours)

    def loads(self, today: Day = None) -> tuple[Load, ...]:
        """What each member of the team carries."""
        return tuple(team(self._loaded.book, _day(today)).loads)

    def _id(self, client: str) -> str:
        return client if client in self._loaded.book.names() else self.find(client)

    def _member(self, typed: str) -> str:
        named = {id_: one.name for id_, one in self.team.items()}
        return ids.find(typed, named, "member of the team")


def opened(path: str | os.PathLike[str] | None = None) -> OpenBook:
    """The book at or above a path, else around the working folder; `relplan.open_book` is this."""
    root = find_root(None if path is None else Path(path))
    if os.path.lexists(root / ".relplan-pending"):
        raise Refused(
            f"a change of several files was interrupted in {root}; any command of relplan that"
            " reads the book finishes it"
        )
    return OpenBook(load(root))


def _day(said: Day) -> date:
    if said is None:
        return clock.today()
    if isinstance(said, date):
        return date(said.year, said.month, said.day)  # of a datetime, the day alone
    try:
        return clock.civil_date(said)
    except ValueError as error:
        raise WrongUse(str(error)) from None
