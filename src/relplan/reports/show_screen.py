"""A plan on a terminal: colours only repeat what a mark or a word says."""

from rich.console import Console
from rich.text import Text

from relplan.reports.pack.source import Source
from relplan.reports.show import sections

_STYLES = {"late": "red", "today": "bold", "quiet": "dim", "": ""}


def print_show(made: Source, console: Console) -> None:
    """Print the plan in the width of the terminal."""
    for at, section in enumerate(sections(made, console.width)):
        if at:
            console.print()
        if section.heading:
            console.print(Text(section.heading, style="bold cyan"))
        for number, line in enumerate(section.lines):
            style = "bold" if not section.heading and not number else _STYLES[line.tone]
            console.print(Text(line.text, style=style), overflow="fold")
