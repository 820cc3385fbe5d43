import json

import pytest
from scenes import write_book
from typer.testing import CliRunner

from relplan.cli.app import app


@pytest.fixture
def run(tmp_path):
    options = ["--book", str(write_book(tmp_path)), "--today", "2026-11-25"]
    return lambda *words: CliRunner().invoke(app, ["team", *words, *options])


def test_the_team_is_shown_plainly_when_piped(run):
    done = run()
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Hartwell, 2 members, Wed 25 Nov 2026\n")
    assert "\x1b" not in done.stdout


def test_one_member_by_a_part_of_the_name(run):
    done = run("archer")
    assert done.exit_code == 0
    assert done.stdout.startswith("Ben Archer (ben)\n")


@pytest.mark.parametrize(
    "words",
    [
        ("--what-if", "leaves", "ben"),
        ("--what-if", "leaves ben"),
        ("--what-if", "ben leaves"),
        ("--what-if", "Leaves Ben Archer"),
        ("--what-if", "ben"),
        ("--what-if=leaves ben",),
        ("ben", "--what-if", "leaves"),
    ],
)
def test_a_departure_is_said_in_any_order(run, words):
    done = run(*words)
    assert done.exit_code == 0
    assert done.stdout.startswith("if Ben Archer leaves: ")


def test_json_for_a_program(run):
    assert len(json.loads(run("--json").stdout)["members"]) == 2
    assert json.loads(run("ben", "--json").stdout)["member"] == "ben"
    assert json.loads(run("--what-if", "leaves", "ben", "--json").stdout)["leaves"] == "ben"


def test_who_leaves_is_asked_when_nobody_is_named(run):
    done = run("--what-if", "leaves")
    assert done.exit_code == 2
    assert done.stderr == (
        "relplan: who leaves? Write --what-if leaves MEMBER; the team is: amara, ben\n"
    )


def test_two_who_leave_are_one_too_many(run):
    done = run("amara", "--what-if", "leaves ben")
    assert done.exit_code == 2
    assert done.stderr == "relplan: --what-if names ben, and amara stands beside it; name one\n"


def test_a_stranger_is_no_member(run):
    done = run("--what-if", "leaves", "zoe")
    assert done.exit_code == 2
    assert "no member of the team 'zoe'" in done.stderr


def test_a_file_that_cannot_be_read_is_told_of_after_the_table(run, tmp_path):
    (tmp_path / "clients" / "broken.yaml").write_text("client: {a: b", encoding="utf-8")
    done = run()
    assert done.exit_code == 1
    assert "Amara Okafor (amara)" in done.stdout
    assert "clients/broken.yaml:1:" in done.stderr


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(tmp_path, today):
    options = ["--book", str(write_book(tmp_path)), "--today", today]
    for words in ([], ["ben"], ["--what-if", "leaves", "ben"]):
        assert CliRunner().invoke(app, ["team", *words, *options]).exit_code == 0
