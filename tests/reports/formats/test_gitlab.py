"""Findings as a code quality report."""

import json

import pytest
from findings import EVIL, finding, listing

from relplan.reports.formats.gitlab import gitlab


def test_an_issue_has_what_the_report_asks_for():
    [one] = json.loads(gitlab(listing(finding(2, item="goals.g"), prefix="book/")))
    assert one.pop("fingerprint")
    assert one == {
        "type": "issue",
        "check_name": "RP203 initiative-without-date",
        "description": "RP203: no day by which it is done; add `by:`",
        "content": {"body": "relplan rule RP203, or docs/rules.md#rp203-initiative-without-date"},
        "categories": ["Style"],
        "severity": "minor",
        "location": {"path": "book/clients/a.yaml", "lines": {"begin": 2, "end": 2}},
    }


@pytest.mark.parametrize(
    ("severity", "said"), [("error", "critical"), ("warning", "minor"), ("advice", "info")]
)
def test_severities_are_those_of_the_report(severity, said):
    assert json.loads(gitlab(listing(finding(severity=severity))))[0]["severity"] == said


def test_no_two_issues_have_one_fingerprint():
    rows = json.loads(gitlab(listing(finding(item="a"), finding(item="a"), finding(item="b"))))
    assert len({one["fingerprint"] for one in rows}) == 3


def test_foreign_text_stays_on_a_line_and_inert():
    [one] = json.loads(gitlab(listing(finding(message=EVIL))))
    assert "\n" not in one["description"]
    assert "\x1b" not in one["description"]


def test_a_report_without_findings_is_an_empty_list():
    assert gitlab(listing()) == "[]\n"
