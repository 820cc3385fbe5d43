"""`relplan lint`: what cannot be read, and what is no relationship plan."""

from pathlib import Path
from typing import Annotated

import typer

from relplan.cli.options import BookOption, TodayOption, day, open_book
from relplan.cli.paths import around, shown_files

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
        typer.Option(
            metavar="FORMAT",
            help="concise, full (on a terminal), json, jsonl, sarif, github, gitlab, junit or"
            " markdown.",
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Only count, by rule and by owner.")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="SEVERITY", help="Exit with 1 only from this on: error, warning."),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Check whether the book can be read, and whether it holds relationship plans.

    Silent and 0 when there is nothing to say, 1 with findings, 2 for wrong use. The whole book is
    read in any case, since a rule may look at all of it.
    """
    from relplan.cli import linting
    from relplan.rules.runner import lint as run

    form = linting.chosen_format(output_format, statistics=statistics)
    least = linting.chosen_severity(fail_on)
    wanted = linting.chosen_rules(select, ignore, profile)
    now = day(today)
    loaded = open_book(book or around(paths))
    files = linting.looked_at(shown_files(paths, loaded), loaded)
    found = [one for one in run(loaded, now, wanted) if one.path in files]
    linting.tell(linting.listing(found, files, loaded, form), form, statistics=statistics)
    if linting.fails(found, least) and not exit_zero:
        raise typer.Exit(1)
