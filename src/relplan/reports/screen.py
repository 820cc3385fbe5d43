"""The terminal as relplan uses it: no markup, no emoji, no guessing in foreign text."""

import os
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from relplan.reports.sections import Section

_STYLES = {
    "late": "red",
    "today": "bold",
    "quiet": "dim",
    "mentor": "green",
    "supporter": "cyan",
    "neutral": "",
    "sceptic": "yellow",
    "opponent": "red",
    "": "",
}


def console() -> Console:
    """A console on stdout that shows texts as they are; NO_COLOR and TERM=dumb are heeded."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Console(markup=False, emoji=False, highlight=False, no_color=plain, soft_wrap=False)


def print_sections(page: Iterable[Section], console: Console) -> None:
    """Print the page; the first line of a section without a heading stands out."""
    for at, section in enumerate(page):
        if at:
            console.print()
        if section.heading:
            console.print(Text(section.heading, style="bold cyan"))
        for number, line in enumerate(section.lines):
            style = "bold" if not section.heading and not number else _STYLES[line.tone]
            console.print(Text(line.text, style=style), overflow="fold")
