"""`relplan leave`: the day, what hangs on the person, and who comes instead."""

import pytest
from books import write_book
from typer.testing import CliRunner

from relplan.cli import leave
from relplan.cli.app import app
from relplan.files.book import load

PLAN = """\
client: Acme plc
owner: ben
priority: A
roles:
  raj: {name: Raj Patel}
  jane: {name: Jane Porter, reports_to: raj}
  gone: {name: Gina Gone, left: 2026-11-01}
goals: {g: {goal: They call, initiatives: {teach: {what: Teach, owner: ben, for: [raj]}}}}
review: {next: 2027-01-12, held: {2026-10-01: {with: [raj]}}}
"""
LOG = "- {date: 2026-11-20, with: [raj], by: ben, how: call, promise: {what: send it, by: 2026-11-30}}\n"
FILES = {"clients/acme.yaml": PLAN, "touches/acme.yaml": LOG}
TAKEN = "- {date: 2026-11-25, with: [jane], by: ben, taken_over: send it}"


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path, FILES)


def run(root, *words, typed=None):
    line = ["leave", *words, "--book", str(root), "--today", "2026-11-25"]
    return CliRunner().invoke(app, line, input=typed)


def texts(root):
    return {path: (root / path).read_text("utf-8") for path in FILES}


def test_without_a_terminal_the_day_changes_and_what_hangs_is_listed(root):
    done = run(root, "acme", "raj")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == (
        "clients/acme.yaml: taken out: raj: {name: Raj Patel}\n"
        "clients/acme.yaml:5:   raj: {name: Raj Patel, left: 2026-11-25}\n"
        "\nstill with Raj Patel:\n"
        "- Jane Porter reports to them\n- initiative for them: Teach\n- at the review on 2026-10-01\n"
        "- promised by Ben Archer for 30 Nov: send it\n"
    )
    assert texts(root) == {
        **FILES,
        "clients/acme.yaml": PLAN.replace("Patel}", "Patel, left: 2026-11-25}"),
    }


def test_a_day_that_is_written_stays_while_the_rest_is_handed_on(root):
    run(root, "acme", "raj", "--date", "last fri")
    again = run(root, "acme", "raj")
    assert (again.exit_code, again.stderr) == (0, "nothing to change: it says so already\n")
    assert run(root, "acme", "raj", "--hand-to", "jane").exit_code == 0
    assert load(root).book.plans["acme"].roles["raj"].left.isoformat() == "2026-11-20"


def test_one_person_comes_in_their_place_everywhere(root):
    done = run(root, "acme", "raj", "--date", "last fri", "--hand-to", "porter")
    assert done.exit_code == 0, done.stderr
    plan = PLAN.replace("Patel}", "Patel, left: 2026-11-20}").replace(
        "{name: Jane Porter, reports_to: raj}", "{name: Jane Porter}"
    )
    assert texts(root) == {
        "clients/acme.yaml": plan.replace("for: [raj]", "for: [jane]"),
        "touches/acme.yaml": f"{LOG}{TAKEN}\n",
    }
    assert done.stdout.endswith("\nstill with Raj Patel:\n- at the review on 2026-10-01\n")
    assert load(root).diagnostics == ()


def test_a_terminal_is_asked_for_each_and_a_mistyped_name_again(root, monkeypatch):
    monkeypatch.setattr(leave, "_on_a_terminal", lambda: True)
    done = run(root, "acme", "raj", typed="\nzoe\ngina\njane\n\n")
    assert done.exit_code == 0, done.stderr
    assert texts(root)["clients/acme.yaml"].count("for: [jane]") == 1
    assert texts(root)["touches/acme.yaml"] == LOG
    assert done.stderr.count("who instead? (Enter: nobody yet)") == 5
    assert "no person of Acme plc who is still there 'zoe'; there are: jane" in done.stderr
    assert "- Jane Porter reports to them\n" in done.stdout
    assert "initiative" not in done.stdout.partition("still with")[2]


@pytest.mark.parametrize("typed", ["", "\n"])
def test_whoever_stops_at_a_question_has_changed_nothing(root, monkeypatch, typed):
    monkeypatch.setattr(leave, "_on_a_terminal", lambda: True)
    done = run(root, "acme", "raj", typed=typed)
    assert done.exit_code == 130
    assert texts(root) == FILES


def test_a_dry_run_prints_a_diff_and_writes_nothing(root):
    done = run(root, "acme", "raj", "--hand-to", "jane", "--dry-run")
    assert done.stdout.startswith("--- a/clients/acme.yaml\n+++ b/clients/acme.yaml\n")
    assert f"+{TAKEN}\n" in done.stdout
    assert done.stderr == "\nstill with Raj Patel:\n- at the review on 2026-10-01\n"
    assert texts(root) == FILES


def test_a_day_to_come_is_written_as_a_date(root):
    assert run(root, "acme", "raj", "--date", "2026-12-31").exit_code == 0
    assert "left: 2026-12-31" in texts(root)["clients/acme.yaml"]


def test_whom_nothing_hangs_on_leaves_quietly(root):
    done = run(root, "acme", "jane", "--successor", "raj")
    assert done.exit_code == 0
    assert "still with" not in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody", "raj"], "no client 'nobody'"),
        (["acme", "zoe"], "no person of Acme plc 'zoe'"),
        (["acme", "raj", "--date", "soon"], "--date: `soon` is not a day that relplan knows"),
        (["acme", "raj", "--date", "2026-02-30"], "--date: "),
        (["acme", "raj", "--hand-to", "raj"], "no person of Acme plc who is still there 'raj'"),
        (["acme", "raj", "--hand-to", "gone"], "no person of Acme plc who is still there 'gone'"),
    ],
)
def test_what_has_no_meaning_is_wrong_use_and_changes_nothing(root, words, said):
    done = run(root, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert texts(root) == FILES


def test_a_log_that_cannot_be_read_hides_what_hangs_and_is_refused(root):
    write_book(root, {**FILES, "touches/acme.yaml": "a: b: c\n"})
    done = run(root, "acme", "raj")
    assert done.exit_code == 3
    assert "this log cannot be read, and counts here" in done.stderr
    assert texts(root)["clients/acme.yaml"] == PLAN
