"""Each rule by its cases: `cases/<name>.yaml` lists books with exactly what is found in them."""

from pathlib import Path

import pytest
import yaml
from rulebooks import found_in

from relplan import rules
from relplan.rules import RULES

HERE = Path(__file__).parent / "cases"
CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{case['case'].replace(' ', '-')}")
    for rule in RULES
    for case in yaml.safe_load((HERE / f"{rule.name}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case_is_found_at_its_place_or_not_at_all(rule, case, tmp_path):
    found = found_in(case["book"], tmp_path, rule.code)
    errors = [one.message for one in found if one.severity == "error"]
    assert errors == []
    assert [f"{one.line}:{one.column}" for one in found] == case["finds"]
    if "message" in case:
        assert [one.message for one in found] == [case["message"]]


def _without_cases(names, folder):
    return [name for name in names if not (folder / f"{name}.yaml").exists()]


def test_every_rule_has_a_case_that_finds_one_that_finds_nothing_and_a_message():
    assert _without_cases([rule.name for rule in RULES], HERE) == []
    for rule in RULES:
        cases = [case.values[1] for case in CASES if case.values[0] is rule]
        assert any(case["finds"] for case in cases), rule.name
        assert any(not case["finds"] for case in cases), rule.name
        assert any("message" in case for case in cases), rule.name


def test_the_guard_of_cases_sees_a_rule_without(tmp_path):
    assert _without_cases(["single-threaded"], tmp_path) == ["single-threaded"]


def _unlisted(folder, listed):
    modules = {path.stem for path in folder.glob("*.py") if '\n    code = "RP' in path.read_text()}
    return sorted(modules - {name.replace("-", "_") for name in listed})


def test_every_rule_module_is_in_the_table():
    folder = Path(rules.__file__).parent
    assert _unlisted(folder, [rule.name for rule in RULES]) == []


def test_the_guard_of_the_table_sees_a_module_that_is_missing():
    folder = Path(rules.__file__).parent
    names = [rule.name for rule in RULES if rule.name != "single-threaded"]
    assert _unlisted(folder, names) == ["single_threaded"]
