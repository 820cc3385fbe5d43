"""The lines of the summary that are about our own people: `relplan team` has them in full."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relplan.analysis.load import Team
from relplan.reports.summary.shape import MemberRow
from relplan.reports.team import cells, grave, unsettled

if TYPE_CHECKING:
    from relplan.model.book import Book


def rows(book: "Book", load: Team, owner: str | None) -> Iterator[MemberRow]:
    """Every member, or the owner alone."""
    for one in load.loads:
        if owner in (None, one.member):
            _, _, _, kept, _, lunches, spent, left, hours, _, _ = cells(one, book)
            name = book.settings.team[one.member].name
            mark = "over" if grave(one) else ""
            yield MemberRow(name, kept, lunches, spent, left, hours, mark)


def settle(book: "Book", load: Team) -> Iterator[str]:
    """What the team has to settle, as sentences."""
    for one in unsettled(book, load):
        yield one[:1].upper() + one[1:] + "."
