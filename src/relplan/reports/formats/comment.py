"""Findings as Markdown, for a comment below a pull request."""

from itertools import groupby

from relplan.diagnostics import Diagnostic
from relplan.reports.diagnostics import closing
from relplan.reports.formats.listing import Listing
from relplan.reports.markdown import Md, escape

_HEAD = "| line | rule | finding |\n| ---: | --- | --- |"


def comment(listing: Listing) -> str:
    """A heading that counts, then a table for each file; without findings a single sentence."""
    files = len(listing.files)
    if not listing.found:
        number = f"{files:,} {'file' if files == 1 else 'files'}"
        return f"### relplan found nothing to say in {number}\n"
    parts = [f"### relplan: {closing(listing.found, files)}"]
    for place, rows in groupby(listing.found, key=listing.place):
        lines = "\n".join(_row(one, listing) for one in rows)
        parts.append(f"**{escape(place)}**\n\n{_HEAD}\n{lines}")
    parts.append(_more(listing))
    return "\n\n".join(parts) + "\n"


def _row(one: Diagnostic, listing: Listing) -> str:
    rule = escape(f"{one.code} {one.name}")
    if listing.has_address:
        rule = Md(f"[{rule}](<{listing.link(one)}>)")
    mark = "**error** " if one.severity == "error" else ""
    return f"| {one.line} | {rule} | {mark}{escape(one.message)} |"


def _more(listing: Listing) -> str:
    where = "" if listing.has_address else f", and {escape(listing.manual)} has them all"
    return f"`relplan rule CODE` explains a rule{where}."
