"""A page's values to its bytes: the layout from templates/site/, in the shell of all pages."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from relplan.files import packaged
from relplan.reports.html import Html, Page
from relplan.reports.html import page as document
from relplan.reports.map.chart import Chart
from relplan.reports.review import in_svg
from relplan.reports.site.shape import Link, Sheet
from relplan.reports.site.source import Whole
from relplan.reports.templates import Templates

NAV = (
    Link("Clients", "index.html"),
    Link("By owner", "index.html#by-owner"),
    Link("To decide", "decide.html"),
    Link("Due", "due.html"),
    Link("Everybody", "search.html"),
)


def laid_out(whole: Whole, sheet: Sheet, templates: Templates) -> bytes:
    """The whole file of a page; the same values give the same bytes."""
    firm = whole.book.settings.firm
    up = "../" if "/" in sheet.path else ""
    common = {
        "title": sheet.title,
        "firm": firm,
        "today": whole.spoken(whole.today),
        "up": up,
        "nav": [
            {"name": one.name, "href": one.href, "here": one.href == sheet.path} for one in NAV
        ],
        "faults": sheet.faults,
    }
    values = {key: plain(one) for key, one in {**sheet.values, **common}.items()}
    body = _tight(templates.render(f"site/{sheet.template}.html.j2", values))
    script = ""
    if sheet.search is not None:
        body += f'\n<script type="application/json" id="search-data">{sheet.search}</script>'
        script = packaged.template("site/search.js")
    title = sheet.title if sheet.title.startswith(firm) else f"{sheet.title} · {firm}"
    return document(Page(title, Html(body), script=script, forms=True)).encode("utf-8")


def plain(value: Any) -> Any:
    """The value as a template sees it: dicts, lists and texts, and a map as a drawing."""
    if isinstance(value, Chart):
        return in_svg(value)
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value


def _tight(text: str) -> str:
    """No blank lines, whatever a condition in a template leaves behind."""
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip())
