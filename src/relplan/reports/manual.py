"""The manual of the rules as text: the list, one page, JSON."""

import json
from collections.abc import Sequence
from typing import Protocol

from relplan.reports.diagnostics import link
from relplan.reports.layout import pad, width, wrap


class Page(Protocol):
    """What a page of the manual has (see `rules.catalogue.Page`)."""

    @property
    def code(self) -> str: ...  # noqa: D102 -- as in the catalogue
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def severity(self) -> str: ...  # noqa: D102
    @property
    def profile(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


def as_list(pages: Sequence[Page]) -> str:
    """One line a page: code, name, severity, profile, title."""
    rows = [(one.code, one.name, one.severity, one.profile, one.title) for one in pages]
    wide = [max((width(row[index]) for row in rows), default=0) for index in range(4)]
    lines = (
        "  ".join([*(pad(row[index], wide[index]) for index in range(4)), row[4]]) for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def as_page(page: Page, columns: int | None = None) -> str:
    """The whole page as it is read on a terminal: Markdown's marks for bold are left out.

    With `columns` its paragraphs are wrapped to fit; examples stay as they are.
    """
    text = page.text.replace("**", "")
    head = f"{page.code} {page.name} ({page.severity}, from profile {page.profile})"
    parts = [head, f"{page.title}.", *text.split("\n\n")]
    if columns:
        parts = [part if part.startswith(" ") else "\n".join(wrap(part, columns)) for part in parts]
    return "\n\n".join(parts) + "\n"


def as_json(pages: Sequence[Page]) -> str:
    """An object with `version` and the pages with every field, keys sorted."""
    fields = ("code", "name", "severity", "profile", "title", "text")
    rows = [
        {field: getattr(one, field) for field in fields} | {"link": link(one.code, one.name)}
        for one in pages
    ]
    return json.dumps({"version": 1, "rules": rows}, indent=2, sort_keys=True) + "\n"
