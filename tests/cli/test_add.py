import pytest
from scenes import ACME, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_book(tmp_path / "book")


def add(root, *words):
    return CliRunner().invoke(
        app, ["add", words[0], "--book", str(root), "--today", "2026-11-25", *words[1:]]
    )


def text(root):
    return (root / "clients/acme.yaml").read_text("utf-8")


SECTIONS = "strengths:\n  ring-first: They ring us first\n"


def test_a_missing_section_is_begun_where_the_others_have_it(root):
    done = add(root, "strength", "acme", "They ring us first")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "clients/acme.yaml:8: strengths:\nclients/acme.yaml:9:   ring-first: They ring us first\n"
    )
    assert text(root) == ACME.replace("goals:\n", f"{SECTIONS}goals:\n")


@pytest.mark.parametrize("empty", ["weaknesses:", "weaknesses: {}", "weaknesses: null"])
def test_an_empty_section_is_begun_where_it_stands(root, empty):
    write_book(root, clients__acme=f"{ACME}{empty}\n# the end\n")
    done = add(root, "weakness", "acme", "Nobody of ours knows Raj", "--evidence", "the log")
    assert done.exit_code == 0, done.stderr
    assert text(root) == (
        f"{ACME}weaknesses:\n  nobody-knows-raj:\n    text: Nobody of ours knows Raj\n"
        "    evidence: the log\n# the end\n"
    )


def test_a_goal_answers_a_weakness(root):
    add(root, "weakness", "acme", "Nobody of ours knows Raj")
    words = ["--answers", "raj", "--by", "6m", "--measure", "calls", "--target", "4"]
    assert add(root, "goal", "acme", "Raj calls us", *words).exit_code == 0
    goal = load(root).book.plans["acme"].goals["raj-calls"]
    assert (goal.answers, goal.by.isoformat()) == (("nobody-knows-raj",), "2027-05-25")
    assert goal.measure.target == 4


INITIATIVE = ["initiative", "acme", "Free workshop to open the door for the audit"]


def test_an_initiative_is_written_and_judged(root):
    words = ["--owner", "arch", "--by", "next fri", "--for", "raj", "--hours", "8", "--id", "ws"]
    done = add(root, *INITIATIVE, *words)
    assert done.exit_code == 0
    assert done.stdout.endswith(
        "ws: {what: Free workshop to open the door for the audit, owner: ben, by: 2026-11-27,"
        " for: [raj], hours: 8}}}\n"
    )
    assert done.stderr.startswith("SALES")
    assert "  instead: " in done.stderr
    assert not [one for one in load(root).diagnostics if one.severity == "error"]


def test_which_goal_must_be_said_where_there_are_several(root):
    add(root, "goal", "acme", "Another")
    done = add(root, *INITIATIVE)
    assert done.exit_code == 2
    assert "--goal is missing: which goal does it serve? (g1, another)" in done.stderr
    assert add(root, *INITIATIVE, "--goal", "ano").exit_code == 0
    assert "another" in text(root).split("initiatives")[-2]


def test_without_a_goal_one_is_asked_for(root):
    write_book(root, clients__acme="client: Acme\npriority: A\n")
    done = add(root, *INITIATIVE)
    assert done.exit_code == 2
    assert "(none yet; begin one with: relplan add goal)" in done.stderr


def test_a_count_of_nothing_is_wrong_use(root):
    done = add(root, "goal", "acme", "Raj calls us", "--target", "4")
    said = "relplan: --target and --actual count something; say what with --measure\n"
    assert (done.exit_code, done.stderr) == (2, said)
    assert text(root) == ACME


def test_a_dry_run_shows_the_diff_and_the_verdict(root):
    done = add(root, *INITIATIVE, "--dry-run")
    assert "+++ b/clients/acme.yaml" in done.stdout
    assert done.stderr.startswith("SALES")
    assert text(root) == ACME
