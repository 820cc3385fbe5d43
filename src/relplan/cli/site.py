"""`relplan site`: the whole book as static pages for those who never open a terminal."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.options import BookOption, TodayOption, day, end, open_book, tell_notes
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.files.made import Difference

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan site --out ../our-book")
def site(
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FOLDER", help="Where the pages go: a folder of their own."),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say which pages would be written, write nothing.")
    ] = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Write the whole book as pages for a browser: by priority, by owner, each client, a search.

    They work from the disk and load nothing. Pages of clients that are gone are removed; a folder
    that holds anything else is refused.
    """
    from relplan.files.made import difference, make, refuse_own_folders

    now, folder = day(today), out.resolve()
    loaded = open_book(book)
    refuse_own_folders(folder, loaded.root)
    difference(folder, {})  # before the work: what stands in the way is said at once
    made, notes = _made(loaded, now)
    _tell((difference if dry_run else make)(folder, made), out, dry_run=dry_run)
    tell_notes(notes)
    end(loaded)


def _made(loaded: "Loaded", now: date) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Every file of the site, and what a reader must know of the history's limits."""
    from relplan.cli.progress import Progress
    from relplan.reports.site.build import Site
    from relplan.reports.spread import spread

    with Progress("judging and comparing") as tell:
        whole = Site(loaded, now, tell)
    made: dict[str, bytes] = {}
    with spread(whole.file, whole.names) as files, Progress("laying out pages") as tell:
        for name, content in zip(whole.names, files, strict=True):
            made[name] = content
            tell(f"page {len(made):,} of {len(whole.names):,}")
    return made, whole.notes


def _tell(found: "Difference", out: Path, *, dry_run: bool) -> None:
    pages = len(found.new) + len(found.changed) + len(found.same)
    counts = (
        f"{pages:,} {'page' if pages == 1 else 'pages'}: {len(found.new):,} new,"
        f" {len(found.changed):,} changed, {len(found.gone):,} removed"
    )
    if not dry_run:
        print(safe(f"{out / 'index.html'}: {counts}"))
        return
    marks = (("+", found.new), ("~", found.changed), ("-", found.gone))
    for name, mark in sorted((name, mark) for mark, names in marks for name in names):
        print(f"{mark} {name}")
    sys.stdout.flush()  # the names first, also where both go to one file
    print(f"relplan: {counts}; nothing was written", file=sys.stderr)
