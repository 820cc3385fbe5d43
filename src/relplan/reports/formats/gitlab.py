"""Findings as GitLab's code quality report, which it shows in a merge request."""

import json
from typing import Any

from relplan.diagnostics import Diagnostic
from relplan.reports.formats.listing import Listing
from relplan.reports.safe import safe

_SEVERITIES = {"error": "critical", "warning": "minor", "advice": "info"}


def gitlab(listing: Listing) -> str:
    """A list of issues whose fingerprints stay when lines move."""
    issues = [_issue(one, known.fingerprint, listing) for one, known in listing.identified()]
    return json.dumps(issues, indent=2) + "\n"


def _issue(one: Diagnostic, fingerprint: str, listing: Listing) -> dict[str, Any]:
    lines = {"begin": one.line, "end": max(one.line, one.end_line)}
    return {
        "type": "issue",
        "check_name": f"{one.code} {one.name}",
        "description": f"{one.code}: {safe(one.message)}",
        "content": {"body": f"relplan rule {one.code}, or {listing.link(one)}"},
        "categories": ["Style"],
        "severity": _SEVERITIES[one.severity],
        "fingerprint": fingerprint,
        "location": {"path": listing.place(one), "lines": lines},
    }
