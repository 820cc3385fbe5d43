"""`relplan lint`: exit codes, streams, formats, paths."""

import json
from pathlib import Path

import pytest
from books import write_book
from typer.testing import CliRunner

from relplan.cli.app import app

ROOT = Path(__file__).parent.parent.parent
TODAY = ("--today", "2026-11-25")
FUTURE = "- {date: 2027-11-03, with: [jane], by: ben}\n"


def run(*words, env=None):
    return CliRunner().invoke(app, ["lint", *map(str, words), *TODAY], env=env)


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path, {"touches/acme.yaml": FUTURE})


def test_a_clean_book_is_silent_and_0(tmp_path):
    done = run("--book", write_book(tmp_path))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_the_example_book_lints_clean_and_the_sales_plan_does_not():
    done = run("--book", ROOT / "examples/team")
    assert (done.exit_code, done.stdout) == (0, "")
    assert run("--book", ROOT / "examples/sales-plan").exit_code == 1


def test_findings_go_to_stdout_the_count_to_stderr_and_the_code_is_1(book):
    done = run("--book", book)
    assert done.exit_code == 1
    assert done.stdout.startswith(
        "touches/acme.yaml:1:10: RP502 warning: 3 Nov 2027 is after today"
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == "relplan: 1 warning in 1 of 3 files\n"


def test_full_and_json_by_name(book):
    assert "^~~~" in run("--book", book, "--output-format", "full").stdout
    read = json.loads(run("--book", book, "--output-format", "json").stdout)
    assert [one["code"] for one in read["diagnostics"]] == ["RP502"]


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        ("jsonl", '{"code": "RP502", '),
        ("sarif", '{\n  "$schema": '),
        ("github", "::warning file=touches/acme.yaml,line=1,col=10,"),
        ("gitlab", '[\n  {\n    "type": "issue"'),
        ("junit", "<?xml "),
        ("markdown", "### relplan: 1 warning in 1 of 3 files\n"),
    ],
)
def test_every_format_by_name(book, form, begin):
    done = run("--book", book, "--output-format", form)
    assert (done.exit_code, done.stderr) == (1, "relplan: 1 warning in 1 of 3 files\n")
    assert done.stdout.startswith(begin)


def test_formats_for_hosts_name_files_from_the_root_of_the_repository(book, tmp_path_factory):
    import shutil

    from repositories import git

    book = shutil.copytree(book, tmp_path_factory.mktemp("repository") / "plans")
    git(book.parent, "init", "-q")
    inside = "file=plans/touches/acme.yaml,"
    assert inside in run("--book", book, "--output-format", "github").stdout
    assert run("--book", book).stdout.startswith("touches/acme.yaml:")


def test_links_lead_to_the_teams_own_page(book):
    page = "https://hartwell.example/rules.md"
    with (book / "relplan.yaml").open("a") as settings:
        settings.write(f"lint: {{manual: {page}}}\n")
    said = run("--book", book, "--output-format", "full").stdout
    assert f"  = help: relplan rule RP502, or {page}#rp502-future-touch\n" in said


def test_statistics_stand_in_the_place_of_the_findings(book):
    done = run("--book", book, "--statistics")
    assert done.exit_code == 1
    assert done.stdout == (
        "BY RULE\n1  RP502  future-touch (warning)\n\nBY OWNER\n1  amara  in 1 file\n"
    )
    read = json.loads(run("--book", book, "--statistics", "--output-format", "json").stdout)
    assert read["owners"] == [{"count": 1, "owner": "amara"}]


def test_the_exit_code_follows_the_gravest_finding(book):
    assert run("--book", book, "--fail-on", "error").exit_code == 0
    assert run("--book", book, "--fail-on", "warning").exit_code == 1
    assert run("--book", book, "--fail-on", "advice").exit_code == 1
    (book / "clients/torn.yaml").write_text("client: [x\n")
    assert run("--book", book, "--fail-on", "error").exit_code == 1
    done = run("--book", book, "--exit-zero")
    assert (done.exit_code, done.stdout.count("\n")) == (0, 2)


def test_json_of_a_clean_book_is_an_empty_list_and_0(tmp_path):
    done = run("--book", write_book(tmp_path), "--output-format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["diagnostics"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--output-format", "xml"),
            (
                "relplan: --output-format 'xml': write one of concise, full, json, jsonl, sarif, github,"
                " gitlab, junit, markdown\n"
            ),
        ),
        (
            ("--statistics", "--output-format", "junit"),
            "relplan: --statistics has no form 'junit'; leave --output-format out, or write json\n",
        ),
        (
            ("--fail-on", "warnings"),
            "relplan: --fail-on 'warnings': write one of error, warning, advice\n",
        ),
        (("--profile", "hard"), "write one of starter, team, strict"),
        (("--select", "RP999"), "--select: `RP999` is no rule"),
        (("--ignore", "single-thread"), "did you mean RP402 (single-threaded)?"),
        (("nowhere.yaml",), "is no file or folder of the book"),
    ],
)
def test_wrong_use_is_2_and_says_what_there_is(book, words, said):
    done = run("--book", book, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_paths_choose_what_is_shown_and_the_whole_book_is_read(book, monkeypatch):
    (book / "clients/other.yaml").write_text("client: Other\npriority: A\n")
    shown = run("clients", "--book", book).stdout
    assert "clients/other.yaml" in shown
    assert "touches/" not in shown
    monkeypatch.chdir(book)
    assert run("touches/acme.yaml").stdout.count("RP502") == 1
    monkeypatch.chdir(book / "touches")
    assert run("acme.yaml").stdout.count("RP502") == 1
    assert run(book / "clients/acme.yaml").exit_code == 0


def test_select_and_ignore_take_several_with_commas(book):
    assert run("--book", book, "--select", "RP2,RP502").stdout.count("RP502") == 1
    assert run("--book", book, "--ignore", "RP2,future-touch").exit_code == 0


def test_colour_is_for_terminals_and_for_those_who_force_it(book):
    assert "\x1b" not in run("--book", book).stdout
    assert "\x1b[" in run("--book", book, env={"FORCE_COLOR": "1"}).stdout
    both = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert "\x1b" not in run("--book", book, env=both).stdout


def test_every_run_says_the_same_in_every_format():
    import os
    import subprocess
    import sys

    def said(seed, form):
        command = [sys.executable, "-m", "relplan", "lint", "--output-format", form, *TODAY]
        return subprocess.run(
            command,
            cwd=ROOT / "examples/sales-plan",
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout

    for form in ("sarif", "junit"):
        assert said("1", form) == said("2", form) != b""


def test_two_runs_say_the_same():
    first = run("--book", ROOT / "examples/sales-plan", "--output-format", "json").stdout
    assert first == run("--book", ROOT / "examples/sales-plan", "--output-format", "json").stdout


def test_the_count_stands_below_the_findings_where_both_go_to_one_file():
    import subprocess
    import sys

    import guards

    book = guards.ROOT / "examples" / "sales-plan"
    command = [sys.executable, "-m", "relplan", "lint", "--book", str(book)]
    command += ["--today", "2026-11-25"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    assert done.stdout.decode() == (book / "lint.out").read_text(encoding="utf-8")
