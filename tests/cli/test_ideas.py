import json

import guards
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.judgement.ideas import catalogue

TEAM = str(guards.ROOT / "examples" / "team")
run = CliRunner().invoke


def test_without_a_client_the_whole_catalogue_is_listed():
    done = run(app, ["ideas"])
    assert done.exit_code == 0
    assert sum(line.startswith("- ") for line in done.stdout.splitlines()) == len(catalogue())


def test_for_a_client_ideas_are_chosen_by_weakness():
    done = run(app, ["ideas", "acm", "--book", TEAM, "-n", "2"])
    assert done.exit_code == 0
    assert done.stdout.count("For: ") == 3
    assert sum(line.startswith("- ") for line in done.stdout.splitlines()) == 6


def test_two_clients_are_not_given_the_same():
    acme, rossi = (run(app, ["ideas", one, "--book", TEAM]).stdout for one in ("acme", "rossi"))
    assert acme != rossi


def test_json():
    done = run(app, ["ideas", "acme", "--book", TEAM, "--json"])
    assert json.loads(done.stdout)["version"] == 1
