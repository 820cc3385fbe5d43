"""lint at work: old findings kept out, words mended, findings silenced."""

import json

import pytest
import repositories
from books import BASE, write_book
from typer.testing import CliRunner

from relplan.cli.app import app

PLAN = "clients/acme.yaml"
LOG = "touches/acme.yaml"
FUTURE = "- {date: 2027-11-03, with: [jane], by: ben}\n"
LATER = "- {date: 2027-12-03, with: [jane], by: ben}\n"
WRONG = BASE[PLAN].replace("decision-maker", "Decision maker")


def run(*words):
    words = ["lint", *map(str, words), "--today", "2026-11-25"]
    return CliRunner().invoke(app, words)


@pytest.fixture
def book(tmp_path, monkeypatch):
    root = write_book(tmp_path / "book", {LOG: FUTURE})
    monkeypatch.chdir(root)
    return root


def texts(root):
    return {p.relative_to(root).as_posix(): p.read_text("utf-8") for p in root.rglob("*.yaml")}


def test_a_baseline_keeps_todays_findings_out_and_shows_new_ones(book):
    done = run("--baseline", "old.json", "--write-baseline")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "relplan: old.json keeps 1 finding out from now on\n"
    again = run("--baseline", "old.json")
    assert (again.exit_code, again.output) == (0, "")
    (book / LOG).write_text(f"# moved\n\n{FUTURE}{LATER}")
    new = run("--baseline", "old.json")
    assert new.exit_code == 1
    assert new.stdout.startswith("touches/acme.yaml:4:10: RP502 ")
    assert new.stderr == "relplan: 1 warning in 1 of 3 files; 1 older one is not shown\n"


def test_an_error_is_told_whatever_the_baseline_keeps_out(book):
    (book / PLAN).write_text(BASE[PLAN] + "notez: x\n")
    done = run("--baseline", "old.json", "--write-baseline")
    assert done.exit_code == 1
    assert done.stdout.startswith("clients/acme.yaml:7:1: RP101 error: ")
    assert done.stderr == (
        "relplan: old.json keeps 1 finding out from now on\n"
        "relplan: 1 error in 1 of 3 files; --fix mends 1; 1 older one is not shown\n"
    )


def test_what_a_baseline_keeps_out_and_is_gone_is_said(book):
    (book / LOG).write_text(FUTURE + LATER)
    run("--baseline", "old.json", "--write-baseline")
    (book / LOG).write_text(FUTURE)
    said = (
        "relplan: 1 finding is there no more that old.json keeps out; --write-baseline takes them"
        " out of it\n"
    )
    done = run("--baseline", "old.json")
    assert (done.exit_code, done.output) == (0, said)
    assert run("--baseline", "old.json", "--select", "RP2").output == ""
    (book / LOG).unlink()
    assert run("--baseline", "old.json").stderr.startswith("relplan: 2 findings are there no more ")
    run("--baseline", "old.json", "--write-baseline")
    assert json.loads((book / "old.json").read_text())["findings"] == []


def test_a_baseline_is_shown_before_it_is_written(book):
    done = run("--baseline", "old.json", "--write-baseline", "--diff")
    assert done.exit_code == 1
    assert done.stdout.startswith("--- /dev/null\n+++ b/old.json\n")
    assert not (book / "old.json").exists()
    run("--baseline", "old.json", "--write-baseline")
    same = run("--baseline", "old.json", "--write-baseline", "--dry-run")
    assert (same.exit_code, same.output) == (0, "")


def test_since_shows_only_what_the_branch_added(book):
    repositories.git(book.parent, "init", "-q", "-b", "main")
    repositories.git(book.parent, "add", "-A")
    repositories.git(book.parent, "commit", "-q", "-m", "state")
    repositories.git(book.parent, "switch", "-q", "-c", "ours")
    assert run("--since", "main").output == ""
    (book / LOG).write_text(f"# moved\n{LATER}{FUTURE}")
    (book / PLAN).write_text("client: [\n")
    done = run("--since", "main")
    assert done.exit_code == 1
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["clients/acme.yaml:1:9:", "RP002"],
        ["touches/acme.yaml:2:10:", "RP502"],
    ]
    assert done.stderr == "relplan: 1 error, 1 warning in 2 of 3 files; 1 older one is not shown\n"


def test_since_an_unknown_branch_is_wrong_use(book):
    repositories.git(book, "init", "-q", "-b", "main")
    repositories.git(book, "add", "-A")
    repositories.git(book, "commit", "-q", "-m", "state")
    done = run("--since", "mian")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "relplan: --since mian: no such branch, tag or commit is in this clone;"
        " did you mean main?\n"
    )


def test_fix_mends_what_is_sure_and_tells_what_is_left(book):
    (book / PLAN).write_text(WRONG + "notes: 0123\n")
    done = run("--fix")
    assert done.exit_code == 1
    assert done.stdout.startswith("touches/acme.yaml:1:10: RP502 ")
    assert done.stderr == (
        "relplan: 2 findings mended in 1 file\nrelplan: 1 warning in 1 of 3 files\n"
    )
    assert (book / PLAN).read_text() == BASE[PLAN] + 'notes: "0123"\n'
    again = run("--fix", "--ignore", "RP502")
    assert (again.exit_code, again.output) == (0, "relplan: nothing is mended\n")


def test_fix_tidies_too_where_the_book_opts_into_it(book):
    (book / "relplan.yaml").write_text(BASE["relplan.yaml"] + "fmt: {sections: true}\n")
    (book / PLAN).write_text("owner: amara\nclient: Acme\n")
    shown = run("--fix", "--diff", "--ignore", "RP")
    assert "+client: Acme\n owner: amara\n-client: Acme\n" in shown.stdout
    done = run("--fix", "--ignore", "RP502")
    assert done.stderr.startswith("relplan: 1 file tidied as fmt asks\n")
    assert (book / PLAN).read_text() == "client: Acme\nowner: amara\n"
    (book / PLAN).write_text("owner: amara\nclient: Acme\npriority: b\n")
    done = run("--fix")
    assert done.stderr.startswith(
        "relplan: 1 finding mended in 1 file, 1 file tidied as fmt asks\n"
    )
    assert (book / PLAN).read_text() == "client: Acme\nowner: amara\npriority: B\n"


def test_without_fix_it_is_said_what_fix_would_do(book):
    (book / PLAN).write_text(WRONG + "since: 5/11/2026\n")
    assert run("clients").stderr == (
        "relplan: 2 errors in 1 of 1 file; --fix mends 1, --unsafe-fixes 1 more\n"
    )
    (book / PLAN).write_text(BASE[PLAN] + "since: 5/11/2026\n")
    assert run("clients").stderr == "relplan: 1 error in 1 of 1 file; --unsafe-fixes mends 1\n"


def test_unsafe_fixes_guess(book):
    (book / PLAN).write_text(BASE[PLAN] + "since: 5/11/2026\n")
    assert run("--fix", PLAN).stderr.startswith("relplan: nothing is mended\n")
    assert run("--unsafe-fixes", PLAN).output == "relplan: 1 finding mended in 1 file\n"
    assert (book / PLAN).read_text() == BASE[PLAN] + "since: 2026-11-05\n"


def test_fix_touches_only_the_files_that_are_named(book):
    (book / PLAN).write_text(WRONG)
    before = texts(book)
    assert run("--fix", "touches").stderr.startswith("relplan: nothing is mended\n")
    assert texts(book) == before


@pytest.mark.parametrize("option", ["--diff", "--dry-run"])
def test_a_change_is_shown_and_not_written(book, option):
    (book / PLAN).write_text(WRONG)
    before = texts(book)
    done = run("--fix", option)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "-  jane: {name: Jane Porter, role: Decision maker, ours: ben}\n" in done.stdout
    assert "+  jane: {name: Jane Porter, role: decision-maker, ours: ben}\n" in done.stdout
    silent = run("--add-ignores", "--reason", "x", option)
    assert "+# relplan: ignore[RP502] x\n" in silent.stdout
    assert texts(book) == before


@pytest.mark.usefixtures("book")
def test_a_change_that_would_be_none_is_0():
    done = run("--fix", "--diff")
    assert (done.exit_code, done.output) == (0, "")


def test_ignores_are_added_with_their_reason(book):
    done = run("--add-ignores", "--reason", "planned, until 2027-11-03")
    assert (done.exit_code, done.output) == (0, "relplan: 1 finding silenced in 1 file\n")
    assert (book / LOG).read_text() == (
        f"# relplan: ignore[RP502] planned, until 2027-11-03\n{FUTURE}"
    )
    again = run("--add-ignores", "--reason", "planned")
    assert (again.exit_code, again.output) == (0, "relplan: nothing is silenced\n")


def test_an_error_stays_when_the_rest_is_silenced(book):
    (book / PLAN).write_text(BASE[PLAN] + "notez: x\n")
    done = run("--add-ignores", "--reason", "planned")
    assert done.exit_code == 1
    assert "RP101" in done.stdout
    assert (book / LOG).read_text() == f"# relplan: ignore[RP502] planned\n{FUTURE}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fix", "--watch"), "--fix and --watch: one of them at a time"),
        (
            ("--unsafe-fixes", "--add-ignores", "--reason", "x"),
            "--unsafe-fixes and --add-ignores: one of them at a time",
        ),
        (("--write-baseline",), "--write-baseline: name the file with --baseline FILE"),
        (
            ("--write-baseline", "--baseline", "x", "clients"),
            "--write-baseline keeps out what the whole book has; leave out paths",
        ),
        (
            ("--write-baseline", "--baseline", "x", "--since", "main"),
            "--write-baseline keeps out what the whole book has; leave out --since",
        ),
        (("--reason", "x"), "--reason goes with --add-ignores"),
        (
            ("--add-ignores",),
            "--add-ignores: say why with --reason; the colleague who reads it will ask",
        ),
        (
            ("--diff",),
            (
                "--diff shows what --fix, --unsafe-fixes, --add-ignores or --write-baseline would"
                " change; give one of them"
            ),
        ),
        (
            ("--baseline", "no.json"),
            "--baseline no.json: there is no such file; make it with --write-baseline",
        ),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(book, words, said):
    before = texts(book)
    done = run(*words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"relplan: {said}\n")
    assert texts(book) == before


def test_fix_and_unsafe_fixes_together_are_unsafe_fixes(book):
    (book / PLAN).write_text(BASE[PLAN] + "since: 5/11/2026\n")
    assert run("--fix", "--unsafe-fixes", PLAN).output == "relplan: 1 finding mended in 1 file\n"
