"""`relplan rule`: the list, a page, near misses."""

import json

from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.rules.catalogue import PAGES


def run(*words):
    return CliRunner().invoke(app, ["rule", *words])


def test_the_list_has_a_line_for_every_code():
    done = run()
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [line.split()[:4] for line in lines] == [
        [page.code, page.name, page.severity, page.profile] for page in PAGES
    ]


def test_a_page_is_printed_by_code_and_by_name():
    done = run("RP203")
    assert done.stdout == run("initiative-without-date").stdout
    assert done.stdout.startswith("RP203 initiative-without-date (warning, from profile starter)\n")
    assert "\nWhy: " in done.stdout
    assert "\nInstead: " in done.stdout


def test_a_family_is_listed():
    found = [line[:5] for line in run("RP6").stdout.splitlines()]
    assert found == [f"RP60{at}" for at in range(1, 8)]


def test_an_unknown_rule_is_wrong_use_with_the_nearest():
    done = run("single-thread")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "did you mean RP402 (single-threaded)?" in done.stderr


def test_json_has_every_page():
    read = json.loads(run("--json").stdout)
    assert read["version"] == 1
    assert [one["code"] for one in read["rules"]] == [page.code for page in PAGES]
    assert [one["code"] for one in json.loads(run("RP203", "--json").stdout)["rules"]] == ["RP203"]
