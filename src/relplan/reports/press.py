"""What the packs of one run share: the book judged and compared once, the templates read once."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.diagnostics import Diagnostic
from relplan.files.book import Loaded
from relplan.reports import pack
from relplan.reports.pack.build import asked
from relplan.reports.pack.source import source
from relplan.reports.review import as_html, as_markdown, summary_html, summary_markdown
from relplan.reports.templates import Templates
from relplan.rules.choose import Wanted
from relplan.rules.comparison import Since, compare
from relplan.rules.old_state import files_of
from relplan.rules.runner import lint

if TYPE_CHECKING:
    from relplan.reports.summary.build import Asked
    from relplan.reports.summary.looked import Looked

ENDINGS = {"markdown": "md", "html": "html", "pdf": "pdf"}
"""The formats by the name that `--format` takes, each with the ending of its files."""


class Press:
    """Makes the packs of these clients on one day, and the summary over all of them."""

    def __init__(
        self,
        loaded: Loaded,
        today: date,
        ids: Sequence[str],
        tell: Callable[[str], object] | None = None,
    ) -> None:
        self._book, self._today = loaded.book, today
        self._found: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in lint(loaded, today, Wanted(files=files_of(ids)), tell=tell):
            self._found[one.path].append(one)
        past = compare(loaded, today, ids, Since())
        self._compared = dict(zip(ids, past.clients, strict=True))
        self.notes = past.notes
        """What a reader must know of the limits of git's history."""
        self._templates = Templates(loaded.root)

    def pack(self, id_: str, form: str) -> bytes:
        """The pack of one client as a file of this format."""
        made = pack.build(self._book, id_, self._today, self._findings(id_), self._compared[id_])
        if form == "markdown":
            return as_markdown(made, self._templates).encode("utf-8")
        return _paged(as_html(made, self._templates), form)

    def compared(self, id_: str) -> bool:
        """True when git holds an older state of this client."""
        return self._compared[id_].start is not None

    def summary(self, asked_for: "Asked", form: str) -> bytes:
        """The summary over all clients of this run."""
        from relplan.reports import summary

        looked = [self._looked(id_) for id_ in self._compared]
        made = summary.build(self._book, asked_for, looked)
        if form == "markdown":
            return summary_markdown(made, self._templates).encode("utf-8")
        return _paged(summary_html(made, self._templates), form)

    def _looked(self, id_: str) -> "Looked":
        from relplan.reports.summary.looked import Looked

        made = source(self._book, id_, self._today)
        return Looked(made, asked(made, self._findings(id_)), self._compared[id_])

    def _findings(self, id_: str) -> list[Diagnostic]:
        folder = "clients" if id_ in self._book.plans else "prospects"
        return self._found[f"{folder}/{id_}.yaml"] + self._found[f"touches/{id_}.yaml"]


def _paged(html: str, form: str) -> bytes:
    if form == "html":
        return html.encode("utf-8")
    from relplan.reports.pdf import as_pdf

    return as_pdf(html)
