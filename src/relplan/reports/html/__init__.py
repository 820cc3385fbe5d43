"""HTML: the one escape, and the page that packs and the site stand in."""

from relplan.reports.html.escape import Html, escape
from relplan.reports.html.page import MARK, Page, page

__all__ = ["MARK", "Html", "Page", "escape", "page"]
