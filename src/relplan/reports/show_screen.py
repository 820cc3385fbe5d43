"""A plan on a terminal: colours only repeat what a mark or a word says."""

from rich.console import Console

from relplan.reports.pack.source import Source
from relplan.reports.screen import print_sections
from relplan.reports.show import sections


def print_show(made: Source, console: Console) -> None:
    """Print the plan in the width of the terminal."""
    print_sections(sections(made, console.width), console)
