"""What a repair asks for, and what it refuses."""

import pytest
from scenes import write_book
from typer.testing import CliRunner

from relplan.cli import mending
from relplan.cli.app import app
from relplan.errors import WrongUse

PLAN = "client: Acme\nowner: amara\npriority: A\nroles:\n  jane: {name: Jane Porter}\n"
DAMAGED = PLAN + "status: damaged\nrepair: {began: 2026-11-01, our_faults: [Late], step: finish}\n"
LOG = "- {date: 2026-05-01, with: [jane], by: amara, how: call, note: Asked for May}\n"


@pytest.fixture
def run(tmp_path):
    def run(*words, plan=DAMAGED):
        root = write_book(tmp_path, clients__acme=plan, touches__acme=LOG)
        options = ["--book", str(root), "--today", "2026-11-25"]
        done = CliRunner().invoke(app, ["repair", *words, *options])
        return done, (root / "clients/acme.yaml").read_text()

    return run


def test_without_a_terminal_nothing_is_asked():
    with pytest.raises(WrongUse) as why:
        mending.asked("The report was late", None)
    assert str(why.value) == (
        "a repair begins with what happened and what we did wrong: --what TEXT --fault TEXT"
    )
    assert mending.asked("Late", ["We were"]) == ("Late", ["We were"])


def test_on_a_terminal_what_is_missing_is_asked(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    answers = iter(["The report was late", "We sent it in June", "We did not ring"])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    more = iter([True, False])
    monkeypatch.setattr("typer.confirm", lambda *_, **__: next(more))
    assert mending.asked(None, None) == (
        "The report was late",
        ["We sent it in June", "We did not ring"],
    )


def test_a_fault_that_is_theirs_is_refused(run):
    words = ("start", "acme", "--what", "x", "--fault", "They did not send the figures")
    done, text = run(*words, plan=PLAN)
    assert (done.exit_code, text) == (3, PLAN)
    assert done.stderr == (
        "relplan: “They did not send the figures” points out their fault (“They did not send”); own"
        " what we did, or leave it out; nothing was changed\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--answer", "x"), "--answer is for the step `ask`, and the repair is at `finish`"),
        (
            ("--until", "2026-11-01", "--corrected", "x"),
            "--until: 2026-11-01 has passed already",
        ),
    ],
)
def test_an_option_that_does_not_fit_is_wrong_use(run, words, said):
    done, text = run("next", "acme", *words)
    assert (done.exit_code, text) == (2, DAMAGED)
    assert done.stderr.startswith(f"relplan: {said.partition(';')[0]}")


def test_faults_are_added_to_those_that_are_owned(run):
    done, text = run(
        "next", "acme", "--corrected", "Sent", "--fault", "Nobody rang", "--until", "fri"
    )
    assert done.exit_code == 0
    assert "our_faults: [Late, Nobody rang]" in text
    assert "until: 2026-11-27" in text


def test_the_first_fault_of_a_repair_without_one(run):
    done, text = run(
        "next",
        "acme",
        "--corrected",
        "Sent",
        "--fault",
        "Nobody rang",
        plan=DAMAGED.replace("our_faults: [Late], ", ""),
    )
    assert done.exit_code == 0
    assert "Nobody rang" in text
