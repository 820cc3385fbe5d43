"""A page of sections: wrapped to a terminal's width with its colours, uncut in a pipe."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from relplan.reports.sections import Section


def print_page(page: "Callable[[int | None], list[Section]]") -> None:
    """Print the page; it is asked for the columns of a terminal, or for None in a pipe."""
    if sys.stdout.isatty():
        from relplan.reports.screen import console, print_sections

        screen = console()
        print_sections(page(screen.width), screen)
    else:
        from relplan.reports.sections import plain

        print(plain(page(None)), end="")
