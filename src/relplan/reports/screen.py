"""The terminal as relplan uses it: no markup, no emoji, no guessing in foreign text."""

import os

from rich.console import Console


def console() -> Console:
    """A console on stdout that shows texts as they are; NO_COLOR and TERM=dumb are heeded."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Console(markup=False, emoji=False, highlight=False, no_color=plain, soft_wrap=False)
