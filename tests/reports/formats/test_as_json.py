"""Findings as JSON, whole and by the line."""

import json

from findings import finding, listing

from relplan.reports.formats.as_json import as_json, as_lines

SHAPE = {
    "code": str,
    "column": int,
    "end_column": int,
    "end_line": int,
    "fingerprint": str,
    "item": str,
    "line": int,
    "link": str,
    "message": str,
    "name": str,
    "path": str,
    "severity": str,
}


def test_json_has_a_version_every_field_and_sorted_keys():
    read = json.loads(as_json(listing(finding(item="goals.g"))))
    assert read["version"] == 1
    [row] = read["diagnostics"]
    assert {key: type(value) for key, value in row.items()} == SHAPE
    assert list(row) == sorted(row)
    assert row["link"] == "docs/rules.md#rp203-initiative-without-date"
    assert json.loads(as_json(listing())) == {"version": 1, "diagnostics": []}


def test_jsonl_is_an_object_a_line_each_with_the_version():
    found = (finding(item="a"), finding(2, message="x\ny", item="b"))
    lines = as_lines(listing(*found)).splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row.pop("version") for row in rows] == [1, 1]
    assert rows == json.loads(as_json(listing(*found)))["diagnostics"]
    assert as_lines(listing()) == ""
