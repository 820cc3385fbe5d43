"""Findings as GitHub's workflow commands, which it shows beside the changed lines."""

from relplan.diagnostics import Diagnostic
from relplan.reports.formats.listing import Listing
from relplan.reports.safe import safe

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def github(listing: Listing) -> str:
    """One command a finding, with where to read more below its message."""
    return "".join(f"{_command(one, listing)}\n" for one in listing.found)


def _command(one: Diagnostic, listing: Listing) -> str:
    where = {"file": listing.place(one), "line": one.line, "col": one.column}
    if one.end_line == one.line and one.end_column > one.column:  # else it refuses columns
        where |= {"endColumn": one.end_column}
    if one.end_line > one.line:
        where = {"file": listing.place(one), "line": one.line, "endLine": one.end_line}
    where["title"] = f"{one.code} {one.name}"
    said = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    more = f"\nrelplan rule {one.code}, or {listing.link(one)}"
    return f"::{_COMMANDS[one.severity]} {said}::{_message(safe(one.message) + more)}"


def _message(text: str) -> str:
    """The text as a command's message: no line of it begins another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(safe(text)).replace(":", "%3A").replace(",", "%2C")
