"""Findings as SARIF: what the standard asks for, and fingerprints that stay."""

import json

import pytest
from findings import HOME, finding, listing
from jsonschema import Draft202012Validator

from relplan.reports.formats.sarif import sarif
from relplan.rules.catalogue import PAGES

TEXT = {"type": "string", "minLength": 1}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": TEXT}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
NUMBER = {"type": "integer", "minimum": 1}


def closed(required, **properties):
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


REGION = closed(
    ["startLine"], startLine=NUMBER, startColumn=NUMBER, endLine=NUMBER, endColumn=NUMBER
)
LOCATION = closed(
    ["physicalLocation"],
    physicalLocation=closed(
        ["artifactLocation"],
        artifactLocation=closed(
            ["uri"], uri={**TEXT, "pattern": r"^[A-Za-z0-9/._%~-]+$"}, uriBaseId=TEXT
        ),
        region=REGION,
    ),
    logicalLocations={"type": "array"},
)
RULE = closed(
    ["id"],
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    help=MESSAGE,
    helpUri={"type": "string", "pattern": "^https?://"},
    defaultConfiguration=closed(["level"], level=LEVEL),
    properties={"type": "object"},
)
RESULT = closed(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION},
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
)
RUN = closed(
    ["tool"],
    tool=closed(
        ["driver"],
        driver=closed(
            ["name"],
            name=TEXT,
            semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
            rules={"type": "array", "uniqueItems": True, "items": RULE},
        ),
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object"},
    results={"type": "array", "items": RESULT},
)
REQUIRED = closed(
    ["version", "runs"],
    **{"$schema": TEXT},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)
"""What SARIF 2.1.0 says of the parts that relplan writes, in words of our own."""


def checked(said):
    log = json.loads(sarif(said))
    Draft202012Validator(REQUIRED).validate(log)
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    return run


def test_a_log_without_findings_is_a_log():
    assert checked(listing())["results"] == []


def test_a_finding_has_its_rule_level_place_and_words():
    [one] = checked(listing(finding(2, 5, item="goals.g"), prefix="book/"))["results"]
    assert one["level"] == "warning"
    assert one["message"] == {"text": "no day by which it is done; add `by:`"}
    [location] = one["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "goals.g", "kind": "member"}]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "book/clients/a.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 8},
    }


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("advice", "note")]
)
def test_severities_are_levels(severity, level):
    assert checked(listing(finding(severity=severity)))["results"][0]["level"] == level


def test_every_rule_makes_a_valid_log():
    found = [finding(code=one.code, name=one.name, severity=one.severity) for one in PAGES]
    rules = checked(listing(*found))["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == [one.code for one in PAGES]
    assert all("docs/rules.md#" in one["help"]["text"] for one in rules)
    assert all("docs/rules.md#" in one["help"]["markdown"] for one in rules)


def test_only_a_whole_address_is_a_help_uri():
    assert "helpUri" not in checked(listing(finding()))["tool"]["driver"]["rules"][0]
    [rule] = checked(listing(finding(), manual=HOME))["tool"]["driver"]["rules"]
    assert rule["helpUri"] == f"{HOME}#rp203-initiative-without-date"


def test_names_of_files_are_written_as_addresses():
    run = checked(listing(finding(path="clients/a b ä%.yaml")))
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "clients/a%20b%20%C3%A4%25.yaml"


def test_an_end_that_is_not_known_is_left_out():
    run = checked(listing(finding(end_line=0, end_column=0)))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1}


def test_fingerprints_stay_when_lines_move_and_differ_within_a_log():
    text = "goals: {g: {goal: G}}\n"
    before = checked(listing(finding(1, item="goals.g"), finding(1, item="goals.g"), text=text))
    after = checked(
        listing(finding(4, item="goals.g"), finding(4, 9, item="goals.g"), text=f"#\n#\n\n{text}")
    )
    prints = [one["partialFingerprints"] for one in before["results"]]
    assert prints == [one["partialFingerprints"] for one in after["results"]]
    assert prints[0] != prints[1]
    assert list(prints[0]) == ["relplanItem/v1"]


def test_foreign_words_are_shown_and_make_no_link():
    found = finding(message="[our offer](https://x.example) \x1b[31m\u202e [a] (b)")
    [one] = checked(listing(found))["results"]
    text = one["message"]["text"]
    assert text == r"\[our offer\](https://x.example) \x1b[31m\u202e [a] (b)"
