"""A pack as Markdown or HTML: the same plain values, laid out by templates."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from relplan.reports.html import Html, Page, page
from relplan.reports.map.chart import Chart
from relplan.reports.markdown import Md, fenced
from relplan.reports.templates import Templates

if TYPE_CHECKING:
    from relplan.reports.pack.shape import Pack
    from relplan.reports.summary.shape import Summary

MARK = "<!-- relplan "
"""What the last line of a Markdown pack begins with: such a file may be replaced by a newer one."""
Draw = Callable[[Chart], str]


def as_markdown(pack: "Pack", templates: Templates) -> str:
    """The pack in the layout of the book, else in relplan's own."""
    text = templates.render("review.md.j2", values_of(pack, in_mermaid))
    return _marked(text, f"review {pack.id} {pack.date}")


def as_html(pack: "Pack", templates: Templates) -> str:
    """The same values as a page that needs nothing else: the map is drawn in it."""
    body = templates.render("review.html.j2", values_of(pack, in_svg))
    return page(Page(f"{pack.client}: relationship review, {pack.day}", Html(_tight(body))))


def summary_markdown(summary: "Summary", templates: Templates) -> str:
    """The summary over all clients in the layout of the book, else in relplan's own."""
    text = templates.render("team.md.j2", values_of(summary, in_mermaid))
    return _marked(text, f"review team {summary.date}")


def summary_html(summary: "Summary", templates: Templates) -> str:
    """The same as a page."""
    body = templates.render("team.html.j2", values_of(summary, in_svg))
    return page(Page(f"{summary.firm}: {summary.whose}, {summary.day}", Html(_tight(body))))


def values_of(record: Any, draw: Draw) -> dict[str, Any]:
    """The record as a template sees it: dicts, lists and texts."""
    return {field.name: _plain(getattr(record, field.name), draw) for field in fields(record)}


def in_mermaid(chart: Chart) -> Md:
    """The map as a code block that code hosts draw."""
    from relplan.reports.map.mermaid import drawing

    return fenced("mermaid", drawing(chart))


def in_svg(chart: Chart) -> Html:
    """The map as a drawing within the page."""
    from relplan.reports.map.sheets import sheets

    return Html(sheets(chart))


def _plain(value: Any, draw: Draw) -> Any:
    if isinstance(value, Chart):
        return draw(value)
    if is_dataclass(value):
        return values_of(value, draw)
    if isinstance(value, tuple):
        return [_plain(one, draw) for one in value]
    return value


def _marked(text: str, what: str) -> str:
    return f"{_tight(text)}\n\n{MARK}{what} -->\n"


def _tight(text: str) -> str:
    """No two blank lines in a row, whatever a condition in a template leaves behind."""
    lines = [line.rstrip() for line in text.split("\n")]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip("\n")
