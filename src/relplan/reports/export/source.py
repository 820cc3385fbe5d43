"""What an export is made from: a book on a day, or one client of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from relplan.analysis.contacts import Log, in_force
from relplan.analysis.due import DueList, due
from relplan.analysis.due_item import Wanted
from relplan.analysis.private import without_private
from relplan.analysis.redact import redacted
from relplan.analysis.touches import Contact, contacts
from relplan.analysis.verdicts import Verdicts
from relplan.analysis.working_days import WorkingDays, working_days

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.touch import Touch


@dataclass(frozen=True)
class Source:
    """A book, the day that it is looked at on, and how far its list looks ahead."""

    book: "Book"
    today: date
    until: date
    client: str | None = None
    """Only this client or prospect; None for all."""
    judged: bool = True
    """Whether initiatives have verdicts: a judge that nobody asked takes its time."""

    def for_others(self) -> "Source":
        """The same without what is marked private: an export leaves the hands of whoever made it."""
        return replace(self, book=without_private(self.book))

    def by_roles(
        self, owner: str | None = None, *, keep_texts: bool = False
    ) -> "tuple[Source, str | None]":
        """The same without names (`analysis/redact.py`), and how that member is called in it.

        It has no verdicts: they judge words that are left out.
        """
        shared = redacted(self.book, keep_texts=keep_texts)
        client = self.client and shared.clients[self.client]
        whose = owner and shared.members[owner]
        return replace(self, book=shared.book, client=client, judged=False), whose

    @cached_property
    def everyone(self) -> "dict[str, Plan | Prospect]":
        """The clients and prospects of the export, by id."""
        found = sorted(self.book.everyone().items())
        return {id_: plan for id_, plan in found if self.client in (None, id_)}

    @cached_property
    def plans(self) -> "dict[str, Plan]":
        """Those of them that are clients."""
        return {id_: self.book.plans[id_] for id_ in self.everyone if id_ in self.book.plans}

    @cached_property
    def prospects(self) -> "dict[str, Prospect]":
        """Those of them that are still to be won."""
        return {
            id_: self.book.prospects[id_] for id_ in self.everyone if id_ not in self.book.plans
        }

    @cached_property
    def due(self) -> DueList:
        """The morning list of everybody until the last day that counts."""
        return due(self.book, self.today, Wanted(self.until, client=self.client), self._days)

    @cached_property
    def verdicts(self) -> Verdicts:
        """What the initiatives say; the judge is asked when the first verdict is read."""
        return Verdicts(self.book)

    def touches(self, client: str) -> "tuple[Touch, ...]":
        """All lines of a client's log, as they stand in it."""
        return self.book.touches.get(client, ())

    def log(self, client: str) -> Log:
        """The lines in force, with the day and the calendar."""
        return Log(in_force(self.touches(client)), self.today, self._days)

    def contacts(self) -> Iterator[tuple[str, dict[str, Contact]]]:
        """Each client with those of its people who have not left: the last touch, the next one.

        With nobody where the log cannot be read: what it holds is not known.
        """
        for id_, plan in self.everyone.items():
            read = self.book.has_log(id_)
            found = contacts(plan, self.book.settings, self.log(id_)) if read else []
            yield id_, {one.id: one for one in found}

    @cached_property
    def _days(self) -> WorkingDays:
        return working_days(self.book.settings.calendar)
