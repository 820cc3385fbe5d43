import json

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app


@pytest.fixture
def run(quay):
    options = ["--book", str(quay), "--today", "2026-11-25"]
    return lambda *words: CliRunner().invoke(app, [*words, *options])


def test_a_plan_is_shown_plainly_when_piped(run):
    done = run("show", "harb")
    assert done.exit_code == 0
    assert done.stdout.startswith("Harbour Authority (harbour)\n")
    assert "\x1b" not in done.stdout


def test_json_for_a_program(run):
    assert json.loads(run("show", "lighthouse", "--json").stdout)["kind"] == "prospect"


def test_several_that_fit_are_listed(run):
    done = run("show", "h")
    assert done.exit_code == 0
    done = run("show", "t")
    assert done.exit_code == 2
    assert "harbour (Harbour Authority)" in done.stderr
    assert "lighthouse (Lighthouse Trust)" in done.stderr


def test_a_prospect_tells_its_weakest_link_and_its_dates(run):
    shown = run("show", "lighthouse").stdout
    assert "    the weakest link is boats-counted, with 6 points\n" in shown
    assert "    the dates cannot hold\n" in shown
