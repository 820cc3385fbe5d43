"""Findings as a test report."""

from xml.etree import ElementTree as ET

from findings import EVIL, PATH, finding, listing

from relplan.reports.formats.junit import junit


def read(*found, **more):
    return ET.fromstring(junit(listing(*found, **more)))


def test_each_file_is_a_suite_and_each_finding_a_case_that_failed():
    root = read(
        finding(2, 5), finding(3, severity="error"), prefix="b/", files=(PATH, "touches/a.yaml")
    )
    assert root.attrib == {"name": "relplan", "tests": "3", "failures": "1", "errors": "1"}
    first, second = root
    assert first.attrib == {
        "name": "b/clients/a.yaml",
        "tests": "2",
        "failures": "1",
        "errors": "1",
    }
    assert [case[0].tag for case in first] == ["failure", "error"]
    assert second.attrib["failures"] == "0"
    assert [(case.attrib["name"], len(case)) for case in second] == [("relplan lint", 0)]


def test_a_case_says_where_what_and_where_to_read_more():
    [[case]] = read(finding(2, 5))
    assert case.attrib == {
        "name": "RP203 initiative-without-date at 2:5",
        "classname": PATH,
        "file": PATH,
        "line": "2",
    }
    [failure] = case
    assert failure.attrib == {
        "type": "warning",
        "message": "no day by which it is done; add `by:`",
    }
    assert failure.text == (
        "clients/a.yaml:2:5: RP203 warning: no day by which it is done; add `by:`\n"
        "relplan rule RP203, or docs/rules.md#rp203-initiative-without-date"
    )


def test_foreign_text_is_text():
    [[case]] = read(finding(message=f'{EVIL} "quoted"\x00'))
    assert "]]>" in case[0].attrib["message"]
    assert "<b>&\\x1b[31m" in case[0].text
    assert len(case[0]) == 0


def test_a_clean_book_is_a_report_that_passed():
    root = read()
    assert (root.attrib["tests"], root.attrib["failures"], root.attrib["errors"]) == ("1", "0", "0")
