"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines."""

import json
import re
from typing import Any
from urllib.parse import quote

from relplan import __version__
from relplan.diagnostics import Diagnostic
from relplan.reports.diagnostics import link
from relplan.reports.formats.listing import Listing
from relplan.reports.safe import safe
from relplan.rules.catalogue import OWN, Page
from relplan.rules.identity import Identity

_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
_ROOT = "%SRCROOT%"
_LINK = re.compile(r"\[([^\[\]]*)\]\(")


def sarif(listing: Listing) -> str:
    """One run with the rules that found something; fingerprints stay when lines move."""
    manual = listing.rules or OWN
    codes = sorted({one.code for one in listing.found})
    driver = {
        "name": "relplan",
        "semanticVersion": __version__,
        "rules": [_rule(manual.page(code), listing) for code in codes],
    }
    at = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository"}}},
        "results": [
            _result(one, identity, listing, at[one.code]) for one, identity in listing.identified()
        ],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, indent=2) + "\n"


def _rule(about: Page, listing: Listing) -> dict[str, Any]:
    where = link(about.code, about.name, listing.manual)
    rule = {
        "id": about.code,
        "name": about.name,
        "shortDescription": {"text": f"{about.title}."},
        "help": {
            "text": f"{about.text.replace('**', '')}\n\n{where}".strip(),
            "markdown": f"{about.text}\n\n{where}".strip(),
        },
        "defaultConfiguration": {"level": _LEVELS[about.severity]},
        "properties": {"profile": about.profile},
    }
    # The standard asks for a whole address here; a path alone would be no valid log.
    return rule | ({"helpUri": where} if where and listing.has_address else {})


def _result(one: Diagnostic, identity: Identity, listing: Listing, rule: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(listing.place(one)), "uriBaseId": _ROOT},
        "region": _region(one),
    }
    named = {"fullyQualifiedName": one.item, "kind": "member"}
    location = {"physicalLocation": place} | ({"logicalLocations": [named]} if one.item else {})
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": _plain(one.message)},
        "locations": [location],
        "partialFingerprints": {"relplanItem/v1": identity.fingerprint},
    }


def _plain(text: str) -> str:
    """The text without signs that nobody sees, and without links: the standard reads `[a](b)` as one."""
    return _LINK.sub(r"\\[\1\\](", safe(text))


def _region(one: Diagnostic) -> dict[str, int]:
    region = {"startLine": one.line, "startColumn": one.column}
    if (one.end_line, one.end_column) > (one.line, one.column):
        region |= {"endLine": one.end_line, "endColumn": one.end_column}
    return region
