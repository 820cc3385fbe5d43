"""What relplan has to say about a place in a file: a value with a place, never an exception."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "advice"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


class Span(NamedTuple):
    """A stretch of a text: offsets in code points, and where it begins and ends for an editor.

    Lines and columns count from 1; `end_column` is the column after the last character.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Instead(NamedTuple):
    """What to write in the place of the marked word; `sure` when nothing else can be meant."""

    text: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the writer: where it stands, which rule says it, and what to write."""

    path: str
    line: int
    column: int
    code: str
    name: str
    severity: Severity
    message: str
    end_line: int = 0
    end_column: int = 0
    item: str = ""
    """The place by ids (`goals.plants-call-us.initiatives.close-clinic`): survives moved lines."""
    instead: Instead | None = None
    """The word by which `lint --fix` mends it, where one word does."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of every listing: path, line, column, code, then text so that it is total."""
        return (self.path, self.line, self.column, self.code, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics without exact repeats, in the order of every listing."""
    return sorted(dict.fromkeys(diagnostics), key=lambda one: one.sort_key)
