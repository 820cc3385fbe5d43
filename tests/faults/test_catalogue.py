"""The table of faults against the tests: each of the 64 has tests of its number, and each name is true.

What is not there yet is named with the command that it waits for; when that command comes, so must its tests.
"""

import re
from pathlib import Path

import pytest
import yaml

from relplan.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
CATALOGUE = yaml.safe_load((Path(__file__).parent / "catalogue.yaml").read_text(encoding="utf-8"))
TEST = re.compile(r"^def (test_\w+)", re.MULTILINE)


def every_test():
    """Every test of the project as `file::name`."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for name in TEST.findall(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT).as_posix()}::{name}"


def numbers(name):
    """The entries that the name of a test begins with: `test_t57_t59_…` has two."""
    begins = re.match(r"test((?:_t\d+)+)_", name.rpartition("::")[2])
    return [int(one) for one in re.findall(r"\d+", begins[1])] if begins else []


def wanting(catalogue, known, commands):
    """What is wrong with the table: entries without tests, tests without an entry, untrue names."""
    named = {number for one in known for number in numbers(one)}
    for number, entry in catalogue.items():
        awaits = entry.get("awaits")
        if number not in named and (awaits is None or awaits in commands):
            yield f"T{number} has no test of its number"
        yield from (
            f"T{number}: there is no {one}" for one in entry.get("also", ()) if one not in known
        )
    yield from (f"there is no entry T{number}" for number in sorted(named - catalogue.keys()))


def test_every_entry_has_tests_of_its_number_and_every_name_is_true():
    assert list(CATALOGUE) == list(range(1, 65))
    assert list(wanting(CATALOGUE, set(every_test()), COMMANDS)) == []


@pytest.mark.parametrize(
    ("catalogue", "known", "commands", "said"),
    [
        ({1: {}}, set(), (), "T1 has no test of its number"),
        ({1: {"awaits": "import"}}, set(), ("import",), "T1 has no test of its number"),
        ({1: {"also": ["a::test_b"]}}, {"x::test_t1_y"}, (), "T1: there is no a::test_b"),
        ({}, {"x::test_t1_y"}, (), "there is no entry T1"),
    ],
)
def test_an_entry_without_a_test_and_a_name_that_is_not_true_are_noticed(
    catalogue, known, commands, said
):
    assert list(wanting(catalogue, known, commands)) == [said]


def test_what_waits_for_a_command_is_allowed_until_it_comes():
    assert list(wanting({1: {"awaits": "import"}}, set(), ())) == []


def test_a_test_may_have_two_numbers():
    assert numbers("x::test_t57_t59_a_text") == [57, 59]
    assert numbers("x::test_two_things") == []


def stale(removals, sources):
    """The protections that no longer stand in the source exactly once, or whose entry is none."""
    for one in removals:
        times = (sources / one["file"]).read_text(encoding="utf-8").count(one["old"])
        if times != 1 or not set(one["entries"]) <= CATALOGUE.keys():
            yield f"{one['file']}: {one['old']!r} stands there {times} times"


def test_what_takes_a_protection_away_is_still_about_the_source():
    removals = yaml.safe_load((Path(__file__).parent / "removals.yaml").read_text(encoding="utf-8"))
    assert len(removals) > 20
    assert list(stale(removals, ROOT / "src" / "relplan")) == []


def test_a_protection_that_is_not_there_is_noticed(tmp_path):
    (tmp_path / "a.py").write_text("x\n")
    [said] = stale([{"entries": [1], "file": "a.py", "old": "y"}], tmp_path)
    assert said == "a.py: 'y' stands there 0 times"
