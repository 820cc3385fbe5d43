"""Everything that the sections of one pack are made from, computed once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.change import begin_of
from relplan.analysis.contacts import Log, in_force
from relplan.analysis.coverage import coverage
from relplan.analysis.progress import work_of
from relplan.analysis.standing import Selling, selling
from relplan.analysis.state import Facts
from relplan.analysis.touches import contacts, promised
from relplan.analysis.win_words import brief
from relplan.analysis.working_days import working_days
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings


@dataclass(frozen=True)
class Source:
    """One client in one book on one day."""

    id: str
    plan: "Plan | Prospect"
    settings: "Settings"
    facts: Facts
    selling: tuple[Selling, ...]
    """The running campaigns that are taken there: apart from the relationship."""
    begin: date
    """The day after which things are new: the last review, else one rhythm before today."""

    @property
    def today(self) -> date:
        """The day of the pack."""
        return self.facts.log.today

    @property
    def kind(self) -> str:
        """`client` or `prospect`."""
        return "prospect" if hasattr(self.plan, "prospect") else "client"

    @property
    def path(self) -> str:
        """The file of the plan in the book."""
        return f"{self.kind}s/{self.id}.yaml"

    @property
    def last_review(self) -> date | None:
        """The latest review held until today."""
        return max((day for day in self.plan.review.held if day <= self.today), default=None)

    def day(self, day: date | None) -> str:
        """The day as a person reads it; nothing for none."""
        return spoken(day, self.today) if day else ""

    def member(self, id_: str | None) -> str:
        """A member of ours by name."""
        return self.facts.names.get(id_ or "", id_ or "nobody")

    def person(self, id_: str) -> str:
        """A person of theirs by name."""
        found = self.plan.roles.get(id_)
        return found.name if found else id_

    def people(self, ids: Iterable[str]) -> str:
        """People of theirs by name, with commas."""
        return ", ".join(self.person(id_) for id_ in ids)


def source(book: "Book", id_: str, today: date) -> Source:
    """What the pack of this client or prospect is made from."""
    plan, prospect = book.everyone()[id_], book.prospects.get(id_)
    touches = in_force(book.touches.get(id_, ()))
    log = Log(touches, today, working_days(book.settings.calendar))
    names = {one: member.name for one, member in book.settings.team.items()}
    facts = Facts(
        plan=plan,
        names=names,
        log=log,
        coverage=coverage(plan, touches, today, names),
        contacts=contacts(plan, book.settings, log),
        work=work_of(plan, touches, today),
        promised=promised(touches, today),
        way=brief(prospect, book.settings, log) if prospect else (),
    )
    begin, _ = begin_of(plan, book.settings, today)
    taken = tuple(selling(book, today, client=id_))
    return Source(id_, plan, book.settings, facts, taken, begin)
