"""What every format of findings is made from, and where each finding is explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relplan.diagnostics import Diagnostic
from relplan.reports.diagnostics import MANUAL, link

if TYPE_CHECKING:
    from relplan.files.document import Document
    from relplan.rules.catalogue import Manual
    from relplan.rules.identity import Identity


@dataclass(frozen=True)
class Listing:
    """The findings of a run, and what a format must know beside them."""

    found: Sequence[Diagnostic]
    documents: Mapping[str, "Document"] = field(default_factory=dict)
    colour: bool = False
    prefix: str = ""
    """The book's folder in its repository, with a slash behind it: code hosts count from the root."""
    manual: str = MANUAL
    """Where the page of the rules is to be had."""
    files: Sequence[str] = ()
    """The files that were looked at."""
    rules: "Manual | None" = None
    """The pages of all rules, where a team has rules of its own."""

    def place(self, one: Diagnostic) -> str:
        """The finding's file as the repository names it."""
        return f"{self.prefix}{one.path}"

    def link(self, one: Diagnostic) -> str:
        """Where the finding's rule is explained."""
        return link(one.code, one.name, self.manual)

    @property
    def has_address(self) -> bool:
        """True when the page of the rules can be followed from anywhere."""
        return self.manual.startswith(("https://", "http://"))

    def identified(self) -> Iterator[tuple[Diagnostic, "Identity"]]:
        """Each finding with what stays of it when lines move."""
        from relplan.rules.identity import identified

        return identified(self.found, self.documents)
