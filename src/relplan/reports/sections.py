"""A page for a terminal or a pipe: headed sections of lines, each line with its gravity."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relplan.reports.layout import wrap


@dataclass(frozen=True)
class Line:
    """A line and its tone: `late`, `today`, `quiet`, a stance, or nothing."""

    text: str
    tone: str = ""


@dataclass(frozen=True)
class Section:
    """A heading and its lines."""

    heading: str
    lines: tuple[Line, ...]


def plain(sections: Iterable[Section]) -> str:
    """The page for a pipe: no colour, a blank line between sections."""
    blocks = []
    for section in sections:
        heading = [section.heading] if section.heading else []
        blocks.append("\n".join([*heading, *(line.text for line in section.lines)]))
    return "\n\n".join(blocks) + "\n"


def text(
    text: str, columns: int | None, indent: int = 2, lead: str = "", tone: str = ""
) -> Iterator[Line]:
    """A text below a heading; its further lines stand under its first word."""
    front = " " * max(0, indent - len(lead)) + lead
    room = None if columns is None else max(20, columns - len(front))
    first, *more = [text] if room is None else wrap(text, room)
    yield Line(front + first, tone)
    for line in more:
        yield Line(" " * len(front) + line, tone)
