"""Findings as a JUnit report: every file a suite, every finding a case that failed."""

from collections import defaultdict
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from relplan.diagnostics import Diagnostic
from relplan.reports.formats.listing import Listing
from relplan.reports.safe import safe


def junit(listing: Listing) -> str:
    """A suite for each file that was looked at; a file without a finding is a case that passed."""
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in listing.found:
        by_path[one.path].append(one)
    paths = sorted({*listing.files, *by_path})
    suites = [_suite(path, by_path[path], listing) for path in paths]
    cases = sum(max(1, len(by_path[path])) for path in paths)
    head = f'<testsuites name="relplan" tests="{cases}" {_failed(listing.found)}>'
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return "".join(f"{part}\n" for part in parts)


def _suite(path: str, found: list[Diagnostic], listing: Listing) -> str:
    shown = _attribute(f"{listing.prefix}{path}")
    head = f'  <testsuite name={shown} tests="{max(1, len(found))}" {_failed(found)}>'
    passed = f'    <testcase name="relplan lint" classname={shown}/>'
    cases = [_case(one, listing) for one in found] or [passed]
    return "\n".join([head, *cases, "  </testsuite>"])


def _failed(found: Sequence[Diagnostic]) -> str:
    errors = sum(one.severity == "error" for one in found)
    return f'failures="{len(found) - errors}" errors="{errors}"'


def _case(one: Diagnostic, listing: Listing) -> str:
    place = listing.place(one)
    name = _attribute(f"{one.code} {one.name} at {one.line}:{one.column}")
    tag = "error" if one.severity == "error" else "failure"
    said = _attribute(one.message)
    body = escape(
        safe(f"{place}:{one.line}:{one.column}: {one.code} {one.severity}: {one.message}")
    )
    more = escape(safe(f"relplan rule {one.code}, or {listing.link(one)}"))
    return (
        f"    <testcase name={name} classname={_attribute(place)} file={_attribute(place)}"
        f' line="{one.line}">\n'
        f'      <{tag} type="{one.severity}" message={said}>{body}\n{more}</{tag}>\n'
        "    </testcase>"
    )


def _attribute(text: str) -> str:
    return quoteattr(safe(text))
