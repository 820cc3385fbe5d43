import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from books import write_book
from repositories import git
from typer.testing import CliRunner
from ways import SMALL

from relplan.cli.app import app
from relplan.cli.complete import win_forms
from relplan.files.book import load

TEAM = Path(__file__).parents[2] / "examples" / "team"
DAY = ("--today", "2026-11-25")


@pytest.fixture
def team(tmp_path):
    root = tmp_path / "team"
    shutil.copytree(TEAM, root)
    return root.resolve()


def win(root, *words, today=DAY):
    return CliRunner().invoke(app, ["win", *words, *today, "--book", str(root)])


def small(tmp_path, text=SMALL, **files):
    log = {"touches/contoso.yaml": "- {date: 2026-11-03, with: lena, by: amara, how: call}\n"}
    return write_book(tmp_path, {"prospects/contoso.yaml": text, **log, **files})


def test_the_way_of_a_real_prospect_is_drawn_in_every_form(team):
    page = win(team, "conto")
    assert (page.exit_code, page.stderr) == (0, "")
    assert page.stdout.startswith("Contoso Foods (contoso): the way to the win, 25 Nov 2026\n")
    assert "\x1b" not in page.stdout
    assert win(team, "contoso", "--format", "mermaid").stdout.startswith("flowchart TD\n")
    assert ET.fromstring(win(team, "contoso", "--format", "svg").stdout).get("role") == "img"
    told = json.loads(win(team, "contoso", "--json").stdout)
    assert told["id"] == "contoso"
    assert win(team, "contoso", "--format", "json").stdout == win(team, "contoso", "--json").stdout


def test_every_line_that_the_program_is_told_is_the_right_one(team):
    for id_ in ("contoso", "bramhope"):
        told = json.loads(win(team, id_, "--json").stdout)
        lines = (team / told["path"]).read_text().splitlines()
        entries = [entry for topic in told["homework"] for entry in topic["entries"]]
        for one in (*told["steps"], *told["ours"], *told["metrics"], *entries):
            assert lines[one["line"] - 1].strip().startswith(f"{one['id']}:")


def test_the_trend_comes_from_git(tmp_path):
    root = small(tmp_path)
    git(root, "init", "-q")
    (root / "prospects/contoso.yaml").write_text(SMALL.replace("actual: 1}", "actual: 0}"))
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x", day="2026-03-02")
    (root / "prospects/contoso.yaml").write_text(SMALL)
    page = win(root, "contoso").stdout
    assert "meetings the sponsor asked for: 1 of 3, up from 0 on 2 Mar, last changed 25 Nov" in page


def test_without_git_the_metrics_say_why_they_have_no_trend(tmp_path):
    page = win(small(tmp_path), "contoso").stdout
    assert "the trend: this book is not in a git repository, so there is no history yet" in page


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("acme",),
            2,
            "acme is a client (clients/acme.yaml), whose win is won; relplan show acme shows its plan",
        ),
        (
            ("contoso", "--format", "pdf"),
            2,
            "--format: `pdf` is not one of the words for this; write terminal, mermaid, svg or json",
        ),
        (
            ("contoso", "--dry-run"),
            2,
            "--dry-run is for --became-client: without it win changes nothing",
        ),
        (
            ("contoso", "--became-client", "--json"),
            2,
            "--became-client changes files and prints no drawing; leave --format and --json out",
        ),
        (
            ("acme", "--became-client"),
            2,
            "acme is a client (clients/acme.yaml), whose win is won; relplan show acme shows its plan",
        ),
    ],
)
def test_wrong_words_are_told_and_nothing_changes(tmp_path, words, code, said):
    done = win(small(tmp_path), *words)
    assert (done.exit_code, done.stdout, done.stderr) == (code, "", f"relplan: {said}\n")


def test_a_circle_is_named_and_nothing_is_drawn(tmp_path):
    done = win(small(tmp_path, SMALL.replace("needs: night,", "needs: asks,")), "contoso")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        "relplan: prospects/contoso.yaml:13: the step asks needs itself, by way of checks; take out"
        " of `needs:` what comes later\n"
    )


def test_a_win_in_the_past_is_told(tmp_path):
    page = win(small(tmp_path, SMALL.replace("2027-09-30", "2026-11-20")), "contoso").stdout
    assert "the dates cannot hold" in page
    assert "- the day of the win passed 5 days ago [3]" in page


def test_a_stranger_in_a_step_is_an_error_beside_the_drawing(tmp_path):
    done = win(small(tmp_path, SMALL.replace("{otto: det", "{zoe: det")), "contoso")
    assert done.exit_code == 1
    assert "− zoe (nobody knows who)" in done.stdout
    assert "`zoe` is neither in this plan's roles or `ours` nor in the team" in done.stderr


def test_a_won_prospect_becomes_a_client(team):
    git(team, "init", "-q")
    git(team, "add", "-A")
    git(team, "commit", "-qm", "a prospect")
    log = (team / "touches/contoso.yaml").read_bytes()
    done = win(team, "contoso", "--became-client", today=("--today", "2027-09-30"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "clients/contoso.yaml: moved here from prospects/contoso.yaml; a client since 2027-09-30\n"
        "clients/contoso.yaml: kept as written under `won:`: since, win, voice, core_team, ours,"
        " steps, homework, metrics, practices\n"
        "touches/contoso.yaml: stays as it is; every touch counts on\n"
        "next: write what is good and what is missing; relplan lint clients/contoso.yaml\n"
    )
    loaded = load(team)
    assert loaded.diagnostics == ()
    assert loaded.book.plans["contoso"].since.isoformat() == "2027-09-30"
    assert (team / "touches/contoso.yaml").read_bytes() == log
    git(team, "add", "-A")
    git(team, "commit", "-qm", "a client")
    followed = git(team, "log", "--follow", "--format=%s", "--", "clients/contoso.yaml")
    assert followed.splitlines() == ["a client", "a prospect"]
    after = win(team, "contoso")
    assert after.exit_code == 2
    assert "; how they were won stands there under `won:`\n" in after.stderr


def test_a_dry_run_shows_the_whole_change_and_makes_none(team):
    before = {path: path.read_bytes() for path in team.rglob("*") if path.is_file()}
    done = win(team, "contoso", "--became-client", "--dry-run")
    assert done.exit_code == 0
    assert "rename from prospects/contoso.yaml\nrename to clients/contoso.yaml\n" in done.stdout
    assert "+client: Contoso Foods\n" in done.stdout
    assert "kept as written under `won:`" in done.stderr
    assert {path: path.read_bytes() for path in team.rglob("*") if path.is_file()} == before
    shutil.copytree(team, team.parent / "applied")
    git(team.parent / "applied", "init", "-q")
    (team.parent / "change.diff").write_text(done.stdout)
    git(team.parent / "applied", "apply", "../change.diff")
    assert load(team.parent / "applied").book.plans["contoso"].client == "Contoso Foods"


def test_little_that_stays_is_told(tmp_path):
    text = "prospect: C\nwin: {what: x, by: 2026-12-01}\nvoice: ben\n"
    done = win(small(tmp_path, text + "roles: {lena: Lena}\n"), "contoso", "--became-client")
    assert "of the file stays as it is, so git may take it for a new one; name" in done.stdout


def test_a_plan_that_is_a_clients_too_is_left_alone(tmp_path):
    other = "client: Contoso\npriority: A\n"
    root = small(tmp_path, **{"clients/contoso.yaml": other})
    done = win(root, "contoso", "--became-client")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "prospects/contoso.yaml:1: " in done.stderr
    assert "nothing was changed" in done.stderr
    assert (root / "clients/contoso.yaml").read_text() == other


def test_tab_offers_the_formats():
    assert win_forms("") == ["terminal", "mermaid", "svg", "json"]
    assert win_forms("s") == ["svg"]


def test_a_terminal_gets_its_width(team, monkeypatch, capsys):
    from relplan.cli import win as command

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    command.win("contoso", book=team, today="2026-11-25")
    shown = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert max(map(len, shown.splitlines())) <= 60
