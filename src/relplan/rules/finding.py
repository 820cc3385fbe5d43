"""What a rule is, what it says, and what it is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from relplan.analysis.belonging import Belongings
from relplan.analysis.campaigns import Pitches
from relplan.analysis.initiatives import is_open, is_thin
from relplan.analysis.verdicts import Judged, Verdicts
from relplan.diagnostics import Severity
from relplan.files.tree import Path
from relplan.judgement.claims import our_cost
from relplan.judgement.result import TESTS, Judgement
from relplan.model.book import Book
from relplan.model.choices import Profile
from relplan.model.kinds import Plan, Prospect, Settings, Touch


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
    log_is_whole: bool = True
    """False when lines of that log could not be read: then nobody knows who was silent."""
    place: Path = ()
    """The path of the node inside its file."""
    node: Any = None
    """The node itself."""
    verdicts: Verdicts | None = None
    """What the words of the book's initiatives say; judged when the first one is asked for."""
    pitches: Pitches | None = None
    """Where the book's running campaigns were pitched; looked up when first asked for."""
    belongings: Belongings | None = None
    """To which campaign a line that sells belongs; looked up when first asked for."""

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Every initiative of this plan with its judgement."""
        return self.verdicts.of_plan(self.plan_id) if self.verdicts else ()

    @property
    def judgement(self) -> Judgement | None:
        """The judgement of the node, where it is an initiative of a client's plan."""
        return self.verdicts.of(self.plan_id, self.node) if self.verdicts else None

    @property
    def settings(self) -> Settings:
        """The book's settings."""
        return self.book.settings

    @property
    def id(self) -> str:
        """The id under which the node stands."""
        return str(self.place[-1]) if self.place else self.plan_id

    @property
    def failed_tests(self) -> tuple[str, ...]:
        """The tests that an open initiative neither states in a field nor passes by its words.

        None where it sells or says nothing: then that is said of it once (RP301, RP302). To
        invest, the words must name what we give: time, money, no bill.
        """
        said, initiative = self.judgement, self.node
        if said is None or not is_open(initiative) or said.verdict in ("sales", "vague"):
            return ()
        passed = {test: getattr(said, test) for test in TESTS}
        passed["invests"] = our_cost(initiative.what) is not None
        return tuple(test for test in TESTS if not getattr(initiative, test) and not passed[test])

    @property
    def is_title(self) -> bool:
        """True for an open initiative that is a title, of which nothing graver is to be said.

        The judge is asked for titles alone: for all others the answer is plain without it.
        """
        if not is_open(self.node) or not is_thin(self.node):
            return False
        graver = self.judgement is None or self.judgement.verdict in ("sales", "vague")
        return not graver and len(self.failed_tests) < len(TESTS)


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
    def target(self) -> type[Any] | tuple[type[Any], ...]:
        """The kind of node that `check` is given, or the kinds."""
        ...

    def check(self, node: Any, context: Context, /) -> Iterator[Finding]:
        """The findings at this node."""
        ...
