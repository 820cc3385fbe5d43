"""A book and a day to the files of its site: what all pages share is computed once."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from relplan.files.book import Loaded
from relplan.reports.site import client, pages
from relplan.reports.site.layout import laid_out
from relplan.reports.site.shape import Sheet
from relplan.reports.site.source import Whole, page_of
from relplan.reports.templates import Templates
from relplan.rules.comparison import Since, compare
from relplan.rules.others import as_others_see_it, found_for_others

Make = Callable[[], Sheet]


class Site:
    """The pages of one book on one day; the same book and day give the same bytes."""

    def __init__(
        self, loaded: Loaded, today: date, tell: Callable[[str], object] | None = None
    ) -> None:
        found = found_for_others(loaded, today, tell=tell)
        loaded = as_others_see_it(loaded)
        read = [id_ for id_ in loaded.book.everyone() if loaded.book.has_log(id_)]
        past = compare(loaded, today, read, Since())
        self._whole = Whole(loaded, today, found, {one.id: one for one in past.clients})
        self._pages: Mapping[str, Make] = dict(_pages(self._whole))
        self._templates = Templates(loaded.root)
        self.notes = past.notes
        """What a reader must know of the limits of git's history."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, made from ids alone; the longest work first."""
        return tuple(self._pages)

    def sheets(self) -> Iterator[Sheet]:
        """The values of every page, as its template is given them."""
        return (make() for make in self._pages.values())

    def file(self, name: str) -> bytes:
        """The content of a file."""
        sheet = self._pages[name]()
        assert sheet.path == name
        return laid_out(self._whole, sheet, self._templates)


def _pages(whole: Whole) -> Iterator[tuple[str, Make]]:
    book = whole.book
    yield "search.html", partial(pages.search, whole)
    yield "index.html", partial(pages.index, whole)
    yield "due.html", partial(pages.due, whole)
    yield "decide.html", partial(pages.decide, whole)
    for id_ in book.everyone():
        yield page_of(book, id_), partial(client.page, whole, id_)
    for id_ in book.settings.team:
        yield f"team/{id_}.html", partial(pages.member, whole, id_)
    for id_ in book.campaigns:
        yield f"campaigns/{id_}.html", partial(pages.campaign, whole, id_)
    for path in sorted(book.unread):
        if not path.startswith("touches/"):
            yield f"{path}.html", partial(client.unread, whole, path)
