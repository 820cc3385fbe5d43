"""`relplan lint --watch`: check again whenever a file changes, until Ctrl-C."""

import gc
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from relplan.cli.lint_run import Asked, check, tell
from relplan.errors import RelplanError
from relplan.files.watch import changes
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded

_PAUSE = 0.5


def pause() -> None:
    """Wait between two looks at the files."""
    time.sleep(_PAUSE)


def watch(asked: Asked, loaded: "Loaded", wait: Callable[[], None] | None = None) -> None:
    """Tell what is found, and tell it again after each change; ends only by Ctrl-C."""
    from relplan.files.book import load

    root = loaded.root
    seen = changes(root, wait or pause)
    _tell(asked, loaded)
    _say("watching the book; Ctrl-C ends it")
    for paths in seen:
        gc.collect()  # a process that lives long: the command line collects nothing by itself
        more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""
        _say(f"{', '.join(paths[:3])}{more} changed")
        _tell(asked, load(root))


def _tell(asked: Asked, loaded: "Loaded") -> None:
    try:
        checked = check(asked, loaded)
    except RelplanError as error:  # such as a baseline that somebody is writing: look again later
        _say(str(error))
        return
    tell(asked, checked)
    if not checked.found:
        _say("nothing found")


def _say(what: str) -> None:
    sys.stdout.flush()
    print(f"relplan: {safe(what)}", file=sys.stderr)
