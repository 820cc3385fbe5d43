"""Findings as workflow commands."""

import re

import pytest
from findings import EVIL, finding, listing

from relplan.reports.formats.github import github


def test_a_command_has_place_title_message_and_where_to_read_more():
    assert github(listing(finding(2, 5), prefix="book/")) == (
        "::warning file=book/clients/a.yaml,line=2,col=5,endColumn=8,"
        "title=RP203 initiative-without-date::no day by which it is done; add `by:`%0A"
        "relplan rule RP203, or docs/rules.md#rp203-initiative-without-date\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("advice", "notice")]
)
def test_severities_are_commands(severity, command):
    assert github(listing(finding(severity=severity))).startswith(f"::{command} file=")


def test_columns_are_left_out_over_several_lines():
    said = github(listing(finding(2, 5, end_line=4, end_column=1)))
    assert said.startswith("::warning file=clients/a.yaml,line=2,endLine=4,title=")


def test_no_text_begins_a_second_command_or_another_property():
    said = github(listing(finding(message=EVIL, path="clients/a,b:c%.yaml")))
    assert said.count("\n") == 1
    assert "\x1b" not in said
    assert "file=clients/a%2Cb%3Ac%25.yaml," in said
    assert "50%25%0Arelplan" in said
    assert re.findall(r"(?:^|\n)::(\w+)", said) == ["warning"]


def test_without_findings_nothing_is_printed():
    assert github(listing()) == ""
