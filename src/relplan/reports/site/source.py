"""Everything that the pages of one site are made from, computed once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.due import DueList, due
from relplan.analysis.due_item import Wanted
from relplan.analysis.working_days import WorkingDays, working_days
from relplan.clock import MONTH_NAMES, weekday
from relplan.diagnostics import Diagnostic
from relplan.files.book import Loaded
from relplan.reports.pack.build import asked
from relplan.reports.pack.source import Source, source
from relplan.reports.site.shape import Fault, Finding, Link
from relplan.reports.summary.looked import Looked

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.rules.comparison import Compared

AHEAD = timedelta(days=28)
"""How far the pages look ahead."""
NOBODY = "nobody"


@dataclass(frozen=True)
class Whole:
    """One book on one day, with what the rules find and what changed in each client."""

    loaded: Loaded
    today: date
    found: Sequence[Diagnostic]
    compared: Mapping[str, "Compared"]

    @property
    def book(self) -> "Book":
        """The values that were read."""
        return self.loaded.book

    @property
    def until(self) -> date:
        """The last day that the pages look ahead to."""
        return self.today + AHEAD if self.today < date.max - AHEAD else date.max

    def spoken(self, day: date) -> str:
        """The day in full as a person reads it."""
        return f"{weekday(day)} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"

    @cached_property
    def days(self) -> WorkingDays:
        """The working days of the book."""
        return working_days(self.book.settings.calendar)

    @cached_property
    def due(self) -> DueList:
        """What falls due everywhere."""
        return due(self.book, self.today, Wanted(self.until), self.days)

    def due_at(self, id_: str) -> DueList:
        """What falls due with one client."""
        return due(self.book, self.today, Wanted(self.until, client=id_), self.days)

    @cached_property
    def looked(self) -> tuple[Looked, ...]:
        """The clients and prospects that we keep in touch with and whose logs read, the gravest first."""
        book = self.book
        found = [
            Looked(
                self.source(id_), asked(self.source(id_), self.found_in(*files_of(book, id_))), one
            )
            for id_, one in self.compared.items()
            if keeps_in_touch(book.everyone()[id_]) and book.has_log(id_)
        ]
        return tuple(sorted(found, key=lambda one: one.gravity))

    @cached_property
    def _by_path(self) -> Mapping[str, Sequence[Diagnostic]]:
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in self.found:
            found[one.path].append(one)
        return found

    def source(self, id_: str) -> Source:
        """What the page of a client or prospect is made from; several pages ask."""
        if id_ not in self._sources:
            self._sources[id_] = source(self.book, id_, self.today)
        return self._sources[id_]

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {}

    def faults(self, *paths: str) -> tuple[Fault, ...]:
        """What could not be read in these files; in all of them where none is named."""
        return tuple(
            Fault(f"{one.path}:{one.line}", one.message)
            for one in self.loaded.diagnostics
            if one.severity == "error" and (not paths or one.path in paths)
        )

    def findings(self, *paths: str) -> tuple[Finding, ...]:
        """What the rules object to in these files, that a plan sells first; no faults of reading."""
        mine = [one for one in self.found_in(*paths) if one.severity != "error"]
        mine.sort(key=lambda one: (not one.code.startswith("RP3"), one.sort_key))
        return tuple(
            Finding(one.code, one.name, one.severity, f"{one.path}:{one.line}", one.message)
            for one in mine
        )

    def found_in(self, *paths: str) -> list[Diagnostic]:
        """All that lint says of these files."""
        return [one for path in paths for one in self._by_path.get(path, ())]

    def client(self, id_: str) -> Link:
        """A client or prospect by name, with its page where the book has it."""
        plan = self.book.plans.get(id_) or self.book.prospects.get(id_)
        return Link(plan.name, page_of(self.book, id_)) if plan else Link(id_, "")

    def member(self, id_: str | None) -> Link:
        """A member of ours by name, with their page."""
        member = self.book.settings.team.get(id_ or "")
        return Link(member.name, f"team/{id_}.html") if member else Link(id_ or NOBODY, "")


def files_of(book: "Book", id_: str) -> tuple[str, str]:
    """The files that the page of a client or prospect is made from."""
    folder = "clients" if id_ in book.plans else "prospects"
    return f"{folder}/{id_}.yaml", f"touches/{id_}.yaml"


def page_of(book: "Book", id_: str) -> str:
    """The page about a client or prospect; its name is made from the id alone."""
    return files_of(book, id_)[0].removesuffix(".yaml") + ".html"
