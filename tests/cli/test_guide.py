import json

import pytest
from scenes import write_book
from typer.testing import CliRunner

from relplan.cli.app import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.delenv("RELPLAN_ME", raising=False)
    options = ["--book", str(write_book(tmp_path)), "--today", "2026-11-25"]
    return lambda *words: CliRunner().invoke(app, ["guide", *words, *options])


def test_a_member_by_a_part_of_the_name(run):
    done = run("archer")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Ben Archer (ben) · senior · Wed 25 Nov 2026\n")
    assert "\x1b" not in done.stdout


def test_without_a_member_it_is_the_asker(run, monkeypatch):
    monkeypatch.setenv("RELPLAN_ME", "amara")
    assert run().stdout.startswith("Amara Okafor (amara)")


def test_nobody_who_asks_is_wrong_use(run, monkeypatch):
    monkeypatch.setattr("relplan.files.git.user_email", lambda _: None)
    done = run()
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "relplan: whose guide? Write relplan guide MEMBER or set RELPLAN_ME; the team is: amara, ben\n"
    )


def test_json_for_a_program(run):
    assert json.loads(run("ben", "--json").stdout)["member"] == "ben"
