"""What every command does with the change that it made: check it, then print or write it."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.draft import Draft

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Print the change as a diff, write nothing.")
]


def finish(draft: "Draft", *, dry_run: bool) -> None:
    """Check that the book still reads, then print the diff, or write and print the changed lines.

    Refused, with nothing written, when something would not read. A draft without a change says so.
    """
    from relplan.reports.difference import unified

    if not draft.changes():
        print("nothing to change: it says so already", file=sys.stderr)
        return
    if dry_run:
        draft.checked()
        for change in draft.changes():
            print(unified(change.path, _text(change.old), _text(change.new)), end="")
        return
    draft.write()
    for one in draft.lines():
        print(
            safe(f"{one.path}:{one.line}: {one.text}" if one.added else _gone(one.path, one.text))
        )


def _gone(path: str, text: str) -> str:
    return f"{path}: taken out: {text.strip()}"


def _text(raw: bytes | None) -> str | None:
    return None if raw is None else raw.decode("utf-8-sig", "replace")
