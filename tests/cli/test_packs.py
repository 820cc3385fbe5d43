"""`relplan review` of many clients, in each format, to each place."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app

TODAY = ["--today", "2026-11-25"]
ALL = ["harbour", "lighthouse"]


@pytest.fixture
def run(quay):
    return lambda *words: CliRunner().invoke(app, ["review", *words, "--book", str(quay), *TODAY])


def names(folder):
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def test_a_page_goes_to_stdout(run):
    done = run("harbour", "--format", "html")
    assert done.exit_code == 0
    assert done.stdout.startswith("<!DOCTYPE html>\n")
    assert done.stdout.endswith("</html>\n")


def test_all_are_written_to_a_folder_one_file_a_client(run, tmp_path):
    out = tmp_path / "new" / "packs"
    done = run("--all", "--format", "html", "--out", str(out))
    assert done.exit_code == 0
    assert names(out) == [f"{one}.html" for one in ALL]
    assert sorted(done.stdout.split()) == [str(out / f"{one}.html") for one in ALL]
    page = (out / "harbour.html").read_text("utf-8")
    assert page == run("harbour", "--format", "html").stdout


def test_all_are_saved_in_the_book(run, quay):
    assert run("--all", "--save").exit_code == 0
    assert names(quay / "reviews") == [f"{one}/2026-11-25.md" for one in ALL]


def test_of_one_owner(run, tmp_path):
    assert run("--owner", "omar", "--out", str(tmp_path / "o")).exit_code == 0
    assert names(tmp_path / "o") == ["lighthouse.md"]


def test_the_summary_is_printed_and_written_beside_the_packs(run, tmp_path):
    page = run("team").stdout
    assert page.startswith("# Quay & Sons \\| advisers: All clients\n")
    assert run("team", "--out", str(tmp_path / "o")).exit_code == 0
    assert (tmp_path / "o" / "_team.md").read_text("utf-8") == page
    assert run("team", "--save").stdout == "reviews/_team/2026-11-25.md\n"
    assert run("team", "--owner", "omar", "--save").stdout == "reviews/_team-omar/2026-11-25.md\n"


def test_a_client_called_team_is_meant_by_its_name(run, quay):
    (quay / "clients" / "team.yaml").write_text("client: Team Valley Ltd\npriority: C\n", "utf-8")
    done = run("team")
    assert "All clients" in done.stdout.splitlines()[0]
    said = 'relplan: team is the summary over all; for the client say its name: "Team Valley Ltd"\n'
    assert said in done.stderr
    assert run("Team Valley").stdout.startswith("# Team Valley Ltd: relationship review\n")


def test_who_is_neither_active_nor_damaged_is_left_out_and_counted(run, quay, tmp_path):
    plan = "client: Old\npriority: C\nstatus: former\n"
    (quay / "clients" / "old.yaml").write_text(plan, "utf-8")
    done = run("--all", "--out", str(tmp_path / "o"))
    said = "relplan: 1 is neither active nor damaged and left out; name one to get its pack\n"
    assert said in done.stderr
    assert names(tmp_path / "o") == [f"{one}.md" for one in ALL]
    assert run("old").stdout.startswith("# Old: ")


def test_what_is_broken_is_named_and_the_others_are_written(run, quay, tmp_path):
    (quay / "clients" / "broken.yaml").write_text("client: [", "utf-8")
    (quay / "touches" / "lighthouse.yaml").write_text("- {", "utf-8")
    done = run("--all", "--out", str(tmp_path / "o"))
    assert done.exit_code == 1
    assert names(tmp_path / "o") == ["harbour.md"]
    assert "clients/broken.yaml:1" in done.stderr
    page = run("team").stdout
    assert "Not read, and not counted: clients/broken.yaml." in page
    assert "Not read, and not counted: touches/lighthouse.yaml." in page


def test_a_file_of_somebody_elses_stops_all_before_anything_is_written(run, tmp_path):
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "lighthouse.md").write_text("my notes", "utf-8")
    done = run("--all", "--out", str(tmp_path / "o"))
    assert done.exit_code == 3
    assert "not written by relplan" in done.stderr
    assert names(tmp_path / "o") == ["lighthouse.md"]


def test_a_second_run_replaces_the_packs(run, tmp_path):
    for _ in range(2):
        assert run("--all", "--out", str(tmp_path / "o")).exit_code == 0


def test_a_dry_run_names_what_it_would_write(run, tmp_path):
    done = run("--all", "--out", str(tmp_path / "o"), "--dry-run")
    want = [f"would write {tmp_path / 'o' / one}.md" for one in ALL]
    assert sorted(done.stdout.splitlines()) == want
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "whose pack? Say a client, team for the summary over all, or --all"),
        (["--all"], "many packs need a place: --out FOLDER, or --save for reviews/"),
        (["harbour", "--all"], "--all stands for every client, and harbour beside it; say one"),
        (
            ["harbour", "--owner", "omar"],
            "--owner chooses among all clients; leave the client out, or say team",
        ),
        (
            ["harbour", "--save", "--out", "x"],
            "--save writes into the book, --out elsewhere; say one of them",
        ),
        (
            ["--all", "--record"],
            "--record is for one client: relplan review CLIENT --record --with PERSON",
        ),
    ],
)
def test_what_has_no_meaning_is_said_with_what_to_type(run, words, said):
    done = run(*words)
    assert (done.exit_code, done.stderr) == (2, f"relplan: {said}\n")


def test_an_unknown_format_names_those_there_are(run):
    done = run("harbour", "--format", "word")
    assert done.exit_code == 2
    assert "markdown, html" in done.stderr


def test_nobody_owns_what_is_asked_for(run, quay, tmp_path):
    for one in ("clients/harbour.yaml", "prospects/lighthouse.yaml"):
        (quay / one).unlink()
    done = run("--all", "--out", str(tmp_path / "o"))
    assert (done.exit_code, done.stderr) == (2, "relplan: no client to make a pack of\n")


def test_a_missing_extra_is_said_before_anything_is_read(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = run("harbour", "--format", "pdf")
    assert done.exit_code == 3
    assert done.stderr.startswith('relplan: PDF needs an extra: pip install "relplan[pdf]"; or ')


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_language_zone_hash_and_processes_change_no_byte(quay, tmp_path, form):
    """Enough clients that they are spread, and each environment another."""
    plan = (quay / "clients" / "harbour.yaml").read_text("utf-8")
    for number in range(9):
        (quay / "clients" / f"h{number}.yaml").write_text(plan, "utf-8")
    found = []
    for turn, (seed, zone) in enumerate([("1", "Pacific/Apia"), ("77", "America/Adak")]):
        out = tmp_path / str(turn)
        words = ["review", "--all", "--format", form, "--out", str(out), "--book", str(quay)]
        subprocess.run(
            [sys.executable, "-m", "relplan", *words, *TODAY],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            check=True,
            capture_output=True,
        )
        found.append({one.name: one.read_bytes() for one in out.iterdir()})
    assert len(found[0]) == 11
    assert found[0] == found[1]
