"""`relplan lint`: what cannot be read, and what is no relationship plan."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.options import BookOption, TodayOption, day, open_book
from relplan.cli.paths import around, shown_files
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.rules.choose import Wanted

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan lint clients/acme.yaml --ignore RP5")
def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATHS]...", help="Show only what is found in these files."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Only these: codes, families (RP3) or names."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Not these, of those that apply.")
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="PROFILE", help="starter, team or strict.")
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="concise, full or json; full on a terminal."),
    ] = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Check whether the book can be read, and whether it holds relationship plans.

    Silent and 0 when there is nothing to say, 1 with findings, 2 for wrong use. The whole book is
    read in any case, since a rule may look at all of it.
    """
    from relplan.reports.diagnostics import RENDERERS, closing
    from relplan.rules.runner import lint as run

    form = output_format or ("full" if sys.stdout.isatty() else "concise")
    if form not in RENDERERS:
        raise WrongUse(f"--output-format {form!r}: write one of {', '.join(RENDERERS)}")
    wanted = _wanted(select, ignore, profile)
    now = day(today)
    loaded = open_book(book or around(paths))
    shown = shown_files(paths, loaded)
    found = [one for one in run(loaded, now, wanted) if shown is None or one.path in shown]
    if found or form == "json":
        print(RENDERERS[form](found, loaded.documents, _colour()), end="")
    if found:
        files = len(loaded.documents) if shown is None else len(shown)
        sys.stdout.flush()  # the findings first, also where both go to one file
        print(f"relplan: {closing(found, files)}", file=sys.stderr)
        raise typer.Exit(1)


def _wanted(select: list[str] | None, ignore: list[str] | None, profile: str | None) -> "Wanted":
    from relplan.rules.catalogue import KNOWN
    from relplan.rules.choose import PROFILES, Wanted, why_unknown

    if profile not in (None, *PROFILES):
        raise WrongUse(f"--profile {profile!r}: write one of {', '.join(PROFILES)}")
    lists = []
    for option, values in (("--select", select), ("--ignore", ignore)):
        words = [word for value in values or () for word in value.replace(",", " ").split()]
        for word in words:
            if why := why_unknown(word, KNOWN):
                raise WrongUse(f"{option}: {why}")
        lists.append(words)
    named = next((one for one in PROFILES if one == profile), None)
    return Wanted(named, *lists)


def _colour() -> bool:
    """True on a terminal that wants colour; NO_COLOR, FORCE_COLOR and TERM=dumb are heeded."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
