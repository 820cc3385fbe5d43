"""Findings as JSON: one object, or one a line."""

import json
from typing import Any

from relplan.reports.formats.listing import Listing

VERSION = 1
_FIELDS = (
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "code",
    "name",
    "severity",
    "message",
    "item",
)


def as_json(listing: Listing) -> str:
    """An object with `version` and the diagnostics with every field, keys sorted."""
    said = {"version": VERSION, "diagnostics": _rows(listing)}
    return json.dumps(said, indent=2, sort_keys=True) + "\n"


def as_lines(listing: Listing) -> str:
    """One object a line, each with `version` and every field of a diagnostic, keys sorted."""
    rows = ({"version": VERSION, **row} for row in _rows(listing))
    return "".join(f"{json.dumps(row, sort_keys=True)}\n" for row in rows)


def _rows(listing: Listing) -> list[dict[str, Any]]:
    return [
        {
            **{field: getattr(one, field) for field in _FIELDS},
            "fingerprint": identity.fingerprint,
            "link": listing.link(one),
        }
        for one, identity in listing.identified()
    ]
