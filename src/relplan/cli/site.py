"""`relplan site`: the whole book as static pages for those who never open a terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.options import BookOption, TodayOption, day, end, open_book, tell_notes
from relplan.cli.progress import Progress
from relplan.reports.safe import safe

if TYPE_CHECKING:
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
    from relplan.reports.site.build import build

    now, folder = day(today), out.resolve()
    loaded = open_book(book)
    refuse_own_folders(folder, loaded.root)
    difference(folder, {})  # before the work: what stands in the way is said at once
    with Progress("looking at the history") as tell:
        made, notes = build(loaded, now, tell)
    _tell((difference if dry_run else make)(folder, made), out, dry_run=dry_run)
    tell_notes(notes)
    end(loaded)


def _tell(found: "Difference", out: Path, *, dry_run: bool) -> None:
    if dry_run:
        marks = (("+", found.new), ("~", found.changed), ("-", found.gone))
        for line in sorted((name, mark) for mark, names in marks for name in names):
            print(f"{line[1]} {line[0]}")
    pages = len(found.new) + len(found.changed) + len(found.same)
    counts = (
        f"{pages:,} {'page' if pages == 1 else 'pages'}: {len(found.new):,} new,"
        f" {len(found.changed):,} changed, {len(found.gone):,} removed"
    )
    sys.stdout.flush()
    if dry_run:
        print(f"relplan: {counts}; nothing was written", file=sys.stderr)
    else:
        print(safe(f"{out / 'index.html'}: {counts}"))
