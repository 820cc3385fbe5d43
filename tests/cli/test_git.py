import os
import sys

import pytest
from books import write_book
from repositories import git
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files import git_setup

PLAN = f"""\
to be added to .gitattributes, which everybody gets with the book:
  touches/*.yaml merge=union
  clients/*.yaml merge=relplan diff=relplan
  prospects/*.yaml merge=relplan diff=relplan
  campaigns/*.yaml merge=relplan diff=relplan
  relplan.yaml merge=relplan diff=relplan

to be set by git config --local, for this clone alone:
  merge.relplan.name = merge plans by id (relplan)
  merge.relplan.driver = {git_setup.driver(sys.executable)}
  diff.relplan.xfuncname = {git_setup.item_lines().replace(chr(10), chr(10) + "    ")}
"""
WRITTEN = "\nwritten; commit .gitattributes, and let each colleague type relplan git setup once\n"


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = write_book(tmp_path / "a book")
    git(root, "init", "-q", "-b", "main")
    return root


def run(book, *words):
    return CliRunner().invoke(app, ["git", "setup", "--book", str(book), *words])


def merge(tmp_path, base, ours, theirs, *more):
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, (base, ours, theirs), strict=True):
        path.write_text(text)
    return CliRunner().invoke(app, ["git", "merge", *map(str, paths), *more]), paths[1]


def untouched(book):
    """True when nothing of a setup was written."""
    return not (book / ".gitattributes").exists() and "relplan" not in git(book, "config", "-l")


def test_without_a_terminal_it_shows_what_it_would_write_and_what_to_type(book):
    done = run(book)
    assert (done.exit_code, done.stdout) == (2, PLAN)
    assert done.stderr == (
        "relplan: nothing was written; to write this, type relplan git setup --yes\n"
    )
    assert untouched(book)


def test_a_dry_run_shows_it_and_writes_nothing(book):
    done = run(book, "--dry-run", "--yes")
    assert (done.exit_code, done.stdout, done.stderr) == (0, PLAN, "")
    assert untouched(book)


def test_with_yes_it_is_written_and_then_complete(book):
    done = run(book, "--yes")
    assert (done.exit_code, done.stdout, done.stderr) == (0, PLAN + WRITTEN, "")
    again = run(book)
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout == "git merges plans by id here already; nothing to write\n"
    checked = run(book, "--check")
    assert (checked.exit_code, checked.output) == (0, "")


@pytest.mark.parametrize(("answer", "said"), [(True, WRITTEN), (False, "nothing was written\n")])
def test_on_a_terminal_it_asks(book, monkeypatch, answer, said):
    asked = []

    def confirm(question):
        asked.append(question)
        return answer

    monkeypatch.setattr("relplan.cli.git._on_a_terminal", lambda: True)
    monkeypatch.setattr("typer.confirm", confirm)
    done = run(book)
    assert (done.exit_code, done.stdout, done.stderr) == (0, PLAN + said, "")
    assert asked == ["\nWrite this?"]
    assert untouched(book) != answer


def test_a_check_names_each_thing_that_is_missing_or_differs(book):
    git(book, "config", "merge.relplan.driver", "true")
    lines = (*git_setup.LINES[1:], "clients/*.yaml merge=union diff")
    (book / ".gitattributes").write_text("".join(f"{line}\n" for line in lines))
    done = run(book, "--check")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == (
        ".gitattributes lacks: touches/*.yaml merge=union\n"
        ".gitattributes has it, and another line overrules it:"
        " clients/*.yaml merge=relplan diff=relplan\n"
        "git config lacks: merge.relplan.name\n"
        "git config has something else: merge.relplan.driver\n"
        "git config lacks: diff.relplan.xfuncname\n"
    )


def test_what_is_overruled_or_replaced_is_shown_before_it_is_written(book):
    run(book, "--yes")
    git(book, "config", "merge.relplan.driver", "true \x1b[31m")
    with (book / ".gitattributes").open("a") as attributes:
        attributes.write("*.yaml -diff\n")
    done = run(book, "--yes")
    assert "another line of git's attributes overrules" in done.stdout
    assert "\n  clients/*.yaml merge=relplan diff=relplan\n" in done.stdout
    assert "    (now: true \\x1b[31m)\n" in done.stdout


def test_only_what_is_overruled_is_no_reason_to_ask(book):
    run(book, "--yes")
    with (book / ".gitattributes").open("a") as attributes:
        attributes.write("relplan.yaml merge=union\n")
    done = run(book)
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == (
        "in .gitattributes already, but another line of git's attributes overrules it:\n"
        "  relplan.yaml merge=relplan diff=relplan\n"
    )


def test_outside_of_a_repository_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    done = run(write_book(tmp_path / "lone"), "--yes")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == "relplan: this book is not in a git repository; git init begins one\n"


def test_help_shows_what_people_type_and_hides_what_git_calls():
    shown = CliRunner().invoke(app, ["git", "--help"]).output
    assert "setup" in shown
    assert "Example: relplan git setup" in shown
    assert "\n  merge" not in shown
    assert "completion" not in shown


def test_the_driver_merges_into_ours_and_is_silent(tmp_path):
    done, ours = merge(
        tmp_path, "a: 1\nb: 1\n", "a: 2\nb: 1\n", "a: 1\nb: 2\n", "7", "clients/a.yaml"
    )
    assert (done.exit_code, done.output) == (0, "")
    assert ours.read_text() == "a: 2\nb: 2\n"


def test_a_conflict_ends_with_one(tmp_path):
    done, ours = merge(tmp_path, "a: 1\n", "a: 2\n", "a: 3\n")
    assert (done.exit_code, done.output) == (1, "")
    assert ours.read_text() == "<<<<<<< ours\na: 2\n=======\na: 3\n>>>>>>> theirs\n"


def test_a_merge_by_lines_says_why_with_the_name_of_the_plan(tmp_path):
    done, ours = merge(tmp_path, "a: 1\n", "a: 1\n", "a: *x\n", "7", "clients/\x1b.yaml")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        "relplan: clients/\\x1b.yaml: merged by lines, not by id: theirs cannot be read on line 1:"
        " `*x` is an alias, which plans do not use; write the value itself, or put quotes around a"
        " text that begins with *\n"
    )
    assert ours.read_text() == "a: *x\n"
