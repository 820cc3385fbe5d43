"""A book and a day to the files of its site."""

from collections.abc import Callable
from datetime import date

from relplan.files.book import Loaded
from relplan.reports.site.layout import laid_out
from relplan.reports.site.pages import pages
from relplan.reports.site.source import Whole
from relplan.reports.templates import Templates
from relplan.rules.comparison import Since, compare
from relplan.rules.runner import lint


def build(
    loaded: Loaded, today: date, tell: Callable[[str], object] = str
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Every file of the site by its name, and what a reader must know of the history's limits.

    The same book and day give the same bytes. `tell` is told what the work is at.
    """
    tell("comparing with the history")
    past = compare(loaded, today, list(loaded.book.everyone()), Since())
    compared = {one.id: one for one in past.clients}
    whole = Whole(loaded, today, lint(loaded, today, tell=tell), compared)
    templates = Templates(loaded.root)
    made: dict[str, bytes] = {}
    for sheet in pages(whole):
        tell(f"page {len(made) + 1:,}: {sheet.path}")
        made[sheet.path] = laid_out(whole, sheet, templates)
    return made, past.notes
