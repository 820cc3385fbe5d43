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


def finish(draft: "Draft", *, dry_run: bool, gone: bool = True) -> None:
    """Check that the book still reads, then print the diff, or write and print the changed lines.

    Refused, with nothing written, when something would not read. A draft without a change says so.
    Without `gone` the lines are left out that went, where each is there again with a new word.
    """
    if not draft.changes():
        print("nothing to change: it says so already", file=sys.stderr)
        return
    if dry_run:
        draft.checked()
        show_diff(draft)
        return
    draft.write()
    for old, new in draft.moved:
        print(safe(f"{new}: moved here from {old}"))
    for one in draft.lines():
        if one.added:
            print(safe(f"{one.path}:{one.line}: {one.text}"))
        elif gone:
            print(safe(_gone(one.path, one.text)))


def show_diff(draft: "Draft") -> None:
    """Print the change in the form of `diff -u`."""
    from relplan.reports.difference import unified

    for change, was in draft.shown():
        print(unified(change.path, _text(change.old), _text(change.new), was), end="")


def _gone(path: str, text: str) -> str:
    return f"{path}: taken out: {text.strip()}"


def _text(raw: bytes | None) -> str | None:
    return None if raw is None else raw.decode("utf-8-sig", "replace")
