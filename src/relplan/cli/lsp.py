"""`relplan lsp`: the server that an editor starts."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.options import TodayOption, day
from relplan.errors import Refused, WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan lsp --check")
def lsp(
    check: Annotated[
        bool, typer.Option("--check", help="Only say whether the server can run here.")
    ] = False,
    today: TodayOption = None,
) -> None:
    """Serve an editor over standard input and output: findings as you type, completion, renaming.

    An editor starts this, nobody types it; docs/editors.md has the lines for yours.
    """
    now = day(today)
    serve = _server()
    if check:
        print("the editor server can run here; docs/editors.md has the lines for your editor")
        return
    if sys.stdin.isatty():
        raise WrongUse(
            "an editor starts this and speaks with it; docs/editors.md has the lines for yours,"
            " relplan lsp --check says whether it can run"
        )
    serve(lambda: now if today else day(None))


def _server() -> "Callable[[Callable[[], date]], None]":
    """What serves; Refused, with what to install, where the extra is missing."""
    from importlib.util import find_spec

    if find_spec("pygls") is None:
        raise Refused(
            'the editor server needs an extra: pip install "relplan[lsp]"; without it an editor'
            " still checks and completes by the schemas of relplan schema"
        )
    from relplan.lsp.server import serve

    return serve
