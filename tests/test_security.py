"""docs/security.md against the tests and the project: each promise is proved, each bound is as it says."""

import re
import tomllib

import guards
import yaml

PAGE = (guards.ROOT / "docs" / "security.md").read_text(encoding="utf-8")
FAULTS = yaml.safe_load((guards.ROOT / "tests/faults/catalogue.yaml").read_text(encoding="utf-8"))


def rows(page, heading):
    """The rows of the table under this heading, without its head."""
    part = page.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")][1:]
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in lines
        if "---" not in line
    ]


def unproved(page):
    """The promises that name no test, and the tests that are named and not there."""
    for promise, proof in rows(page, "What is promised"):
        found = re.findall(r"T(\d+)", re.sub("`[^`]*`", "", proof))
        named = re.findall(r"`(tests/\S+)::(\w+)`", proof)
        if not found and not named:
            yield promise
        yield from (
            f"T{number}" for number in found if "awaits" in FAULTS.get(int(number), {"awaits": ""})
        )
        for path, name in named:
            file = guards.ROOT / path
            if not file.is_file() or f"def {name}(" not in file.read_text(encoding="utf-8"):
                yield f"{path}::{name}"


def bounds(page):
    """The lower bounds that the page says, by package."""
    return {name.lower(): bound for name, bound, _ in rows(page, "Dependencies")}


def required():
    """The lower bounds of pyproject.toml, by package."""
    project = tomllib.loads((guards.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = (re.match(r"([\w.-]+)>=([\w.]+)", one) for one in project["project"]["dependencies"])
    return {one[1].lower(): one[2] for one in found}


def test_every_promise_is_proved_by_tests_that_are_there():
    assert len(rows(PAGE, "What is promised")) > 15
    assert list(unproved(PAGE)) == []


def test_a_promise_without_a_test_is_noticed():
    head = "## What is promised\n\n| promise | proved by |\n| --- | --- |\n"
    assert list(unproved(f"{head}| We are good | |\n")) == ["We are good"]
    assert list(unproved(f"{head}| We are good | T99, `tests/x.py::test_y` |\n")) == [
        "T99",
        "tests/x.py::test_y",
    ]


def test_every_dependency_has_its_bound_and_reason_on_the_page():
    assert bounds(PAGE) == required()
    assert all(reason for _, _, reason in rows(PAGE, "Dependencies"))


def test_every_dependency_has_a_lower_bound():
    project = tomllib.loads((guards.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert all(">=" in one for one in project["project"]["dependencies"])
    assert len(required()) == len(project["project"]["dependencies"])
