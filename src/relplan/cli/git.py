"""`relplan git`: what git needs to merge plans by id, and what git calls for it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.options import BookOption, root_of
from relplan.errors import WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.git_setup import Setup

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
    help="Let git merge plans by id and show whose lines a change is in.",
    epilog="Example: relplan git setup",
)


@app.command(epilog="Example: relplan git setup --yes")
def setup(
    check: Annotated[
        bool, typer.Option("--check", help="Say what is missing, write nothing; 1 if anything is.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be written, write nothing.")
    ] = False,
    book: BookOption = None,
) -> None:
    """Let git merge plans by id in this clone.

    It takes lines of .gitattributes and settings of git. What would be written is shown first, and on
    a terminal you are asked.
    """
    from relplan.files import git_setup

    root = root_of(book)
    found = git_setup.state(root)
    if check:
        _print_troubles(found)
        raise typer.Exit(0 if found.complete else 1)
    if found.complete:
        print("git merges plans by id here already; nothing to write")
        return
    _print_plan(found)
    if found.lines or found.settings:
        if dry_run:
            return
        if not yes and not _on_a_terminal():
            raise WrongUse("nothing was written; to write this, type relplan git setup --yes")
        if not yes and not typer.confirm("\nWrite this?"):
            print("nothing was written")
            return
        git_setup.write_setup(root, found)
        print(
            "\nwritten; commit .gitattributes, and let each colleague type relplan git setup once"
        )
    raise typer.Exit(1 if found.overruled else 0)


def _print_troubles(found: "Setup") -> None:
    for line in found.lines:
        print(f".gitattributes lacks: {line}")
    for line in found.overruled:
        print(f".gitattributes has it, and another line overrules it: {line}")
    for one in found.settings:
        print(f"git config {'has something else' if one.found else 'lacks'}: {one.key}")


def _print_plan(found: "Setup") -> None:
    parts = []
    if found.lines:
        parts.append(["to be added to .gitattributes, which everybody gets with the book:"])
        parts[-1] += [f"  {line}" for line in found.lines]
    if found.overruled:
        parts.append(
            ["in .gitattributes already, but another line of git's attributes overrules it:"]
        )
        parts[-1] += [f"  {line}" for line in found.overruled]
    if found.settings:
        parts.append(["to be set by git config --local, for this clone alone:"])
    for one in found.settings:
        wanted = safe(one.wanted, one_line=False).replace("\n", "\n    ")
        parts[-1].append(f"  {one.key} = {wanted}")
        parts[-1] += [f"    (now: {safe(one.found)})"] if one.found else []
    print("\n\n".join("\n".join(one) for one in parts))


def _on_a_terminal() -> bool:
    return sys.stdin.isatty()


@app.command(hidden=True, epilog="Example: relplan git merge %O %A %B %L %P")
def merge(
    base: Annotated[Path, typer.Argument(metavar="%O", help="The common version.")],
    ours: Annotated[Path, typer.Argument(metavar="%A", help="Ours; the result goes here.")],
    theirs: Annotated[Path, typer.Argument(metavar="%B", help="Theirs.")],
    size: Annotated[int, typer.Argument(metavar="%L", help="The length of the markers.")] = 7,
    path: Annotated[str, typer.Argument(metavar="%P", help="What the file is called.")] = "",
) -> None:
    """Merge three versions of a file by id; git calls this."""
    from relplan.files.merge.driver import merge_files

    done = merge_files(base, ours, theirs, size)
    if done.doubt:
        said = f"relplan: {path or ours}: merged by lines, not by id: {done.doubt}"
        print(safe(said), file=sys.stderr)
    raise typer.Exit(done.code)
