"""`relplan lint`: what cannot be read, and what is no relationship plan."""

from pathlib import Path
from typing import Annotated

import typer

from relplan.cli.complete import book_files
from relplan.cli.complete_words import listed, rules
from relplan.cli.options import BookOption, TodayOption, day, open_book
from relplan.cli.paths import around

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan lint clients/acme.yaml --ignore RP5")
def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help="Show only what is found in these files.",
            autocompletion=book_files,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES",
            help="Only these: codes, families (RP3) or names.",
            autocompletion=rules,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Not these, of those that apply.", autocompletion=rules),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="PROFILE",
            help="starter, team or strict.",
            autocompletion=listed("rules.choose", "PROFILES"),
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="concise, full (on a terminal), json, jsonl, sarif, github, gitlab, junit or"
            " markdown.",
            autocompletion=listed("cli.complete_words", "OUTPUT_FORMATS"),
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Only count, by rule and by owner.")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY",
            help="Exit with 1 only from this on: error, warning.",
            autocompletion=listed("diagnostics", "SEVERITIES"),
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out the findings that this file keeps out."),
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Keep all of today's out, in --baseline FILE.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REVISION", help="Only what this branch added since it left, such as main."
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend misspelt words and ids and forms of dates.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend by a guess too; look at --diff first.")
    ] = False,
    add_ignores: Annotated[
        bool, typer.Option("--add-ignores", help="Silence what is found by comments in the files.")
    ] = False,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why, for the comments of --add-ignores.")
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Print what would change, write nothing.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")
    ] = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Check whether the book can be read, and whether it holds relationship plans.

    Silent and 0 when there is nothing to say, 1 with findings, 2 for wrong use. The whole book is
    read in any case, since a rule may look at all of it.
    """
    from relplan.cli import lint_run, lint_watch, linting
    from relplan.cli.manual_here import manual_here
    from relplan.rules.ignoring import refuse_reason

    modes = {
        "--fix": fix and not unsafe_fixes,
        "--unsafe-fixes": unsafe_fixes,
        "--add-ignores": add_ignores,
        "--write-baseline": write_baseline,
        "--watch": watch,
    }
    now = day(today)
    asked = lint_run.Asked(
        wanted=linting.chosen_rules(
            select, ignore, profile, manual_here(book or around(paths)).known
        ),
        today=now,
        form=linting.chosen_format(output_format, statistics=statistics),
        statistics=statistics,
        least=None if exit_zero else linting.chosen_severity(fail_on),
        paths=paths,
        baseline=baseline,
        since=since,
        mode=linting.chosen_mode(modes),
        reason=refuse_reason(reason, now) if add_ignores else reason,
        diff=diff,
    )
    linting.refuse_confusion(asked)
    loaded = open_book(book or around(paths))
    if watch:
        lint_watch.watch(asked, loaded)
    if code := lint_run.work(asked, loaded):
        raise typer.Exit(code)
