"""What a rule is, what it says, and what it is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from relplan.diagnostics import Severity
from relplan.files.tree import Path
from relplan.model.book import Book
from relplan.model.choices import Profile
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings
from relplan.model.touch import Touch


class Finding(NamedTuple):
    """A message for the writer of a node, and the place relative to that node."""

    message: str
    at: Path = ()


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may know beside the node: one object, so that signatures never grow."""

    book: Book
    today: date
    plan_id: str = ""
    """The id of the plan, prospect or campaign whose file or log the node stands in."""
    plan: Plan | Prospect | None = None
    touches: tuple[Touch, ...] = ()
    """The lines in force of that plan's log."""
    place: Path = ()
    """The path of the node inside its file."""

    @property
    def settings(self) -> Settings:
        """The book's settings."""
        return self.book.settings

    @property
    def id(self) -> str:
        """The id under which the node stands."""
        return str(self.place[-1]) if self.place else self.plan_id


class Rule(Protocol):
    """A rule: its docstring is its manual page, `check` looks at one node of `target`."""

    @property
    def code(self) -> str:
        """The code, never used for anything else again."""
        ...

    @property
    def name(self) -> str:
        """The bad thing, so that `ignore: [name]` reads well."""
        ...

    @property
    def severity(self) -> Severity:
        """How grave a finding is."""
        ...

    @property
    def profile(self) -> Profile:
        """The lowest profile that applies it."""
        ...

    @property
    def target(self) -> type[Any]:
        """The kind of node that `check` is given."""
        ...

    def check(self, node: Any, context: Context, /) -> Iterator[Finding]:
        """The findings at this node."""
        ...
