import json
import os

import pytest
from scenes import ACME_LOG, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

NOW = ["--today", "2026-11-25"]
TWO = (
    "- {date: 2026-11-20, with: [jane], by: ben, promise: {what: send the benchmark, by: 2026-11-24}}\n"
    "- {date: 2026-11-20, with: [raj], by: ben, promise: {what: send the close times, by: 2026-11-30}}\n"
)


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return write_book(tmp_path / "book", touches__acme=ACME_LOG + TWO)


def promise(root, *words):
    return CliRunner().invoke(app, ["promise", "--book", str(root), "--me", "ben", *NOW, *words])


def written(root):
    return (root / "touches" / "acme.yaml").read_text(encoding="utf-8")


def test_what_is_open_is_listed_oldest_due_first(root):
    listed = (
        "1 day late  Jane Porter  Acme Manufacturing plc  ben  send the benchmark\n"
        "Mon 30 Nov  Raj Patel    Acme Manufacturing plc  ben  send the close times\n"
        "\n2 open, 1 late\n"
    )
    for words in ((), ("acme",), ("manuf",)):
        done = promise(root, *words)
        assert (done.exit_code, done.stdout, done.stderr) == (0, listed, "")


def test_a_program_gets_json(root):
    [first, _] = json.loads(promise(root, "--json").stdout)["promises"]
    assert (first["client"], first["with"], first["days_late"]) == ("acme", ["jane"], 1)


def test_nothing_open_says_so(root):
    write_book(root)
    assert promise(root).stdout == "no open promises\n"


def test_a_promise_is_made_in_one_line_with_or_without_quotes(root):
    for words in (["send them all"], ["send", "them", "all"]):
        done = promise(root, "acme", "jane", *words, "--by", "fri", "--how", "email")
        assert done.exit_code == 0
        assert done.stdout.endswith(
            "- {date: 2026-11-25, with: [jane], by: ben, how: email,"
            " promise: {what: send them all, by: 2026-11-27}}\n"
        )
        assert done.stderr == "relplan: to be kept by Fri 27 Nov\n"
    assert written(root).startswith(ACME_LOG + TWO)
    assert not load(root).diagnostics


def test_a_promise_is_kept_with_those_to_whom_it_was_given(root):
    done = promise(root, "kept", "acme", "close", "times", "-m", "by post")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "touches/acme.yaml:5: - {date: 2026-11-25, with: [raj], by: ben, note: by post,"
        " kept: send the close times}\n"
    )
    assert "send the close times" not in promise(root).stdout


def test_the_only_open_promise_needs_no_words(root):
    promise(root, "kept", "acme", "benchmark")
    assert "kept: send the close times" in promise(root, "kept", "acme").stdout


OPEN = '"send the benchmark"; "send the close times"'


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["kept"], 2, "whose promise? Write: relplan promise kept CLIENT [WORDS]"),
        (["kept", "acme"], 2, f"which promise is kept? There are: {OPEN}"),
        (["kept", "acme", "send"], 2, f"'send' fits more than one open promise; there are: {OPEN}"),
        (["kept", "acme", "cake"], 2, f"WORDS: 'cake' is no open promise here; there are: {OPEN}"),
        (["kept", "acme", "close", "--date", "2026-11-19"], 2, "is before 2026-11-20, when it was"),
        (["kept", "acme", "close", "--by", "fri"], 2, "--by is the day of a new promise"),
        (["kept", "zed"], 2, "no client 'zed'"),
        (["zed"], 2, "no client 'zed'"),
        (["--by", "fri"], 2, "--by is the day of a new promise"),
        (["acme", "jane"], 2, "relplan promise CLIENT PERSON WHAT --by DATE"),
        (["acme", "jane", "ring"], 2, "relplan promise CLIENT PERSON WHAT --by DATE"),
        (["acme", "otto", "ring", "--by", "fri"], 2, "no person of Acme Manufacturing plc 'otto'"),
        (["acme", "jane", "ring", "--by", "soon"], 2, "--by: `soon` is not a day"),
        (["acme", "jane", "ring", "--by", "2026-11-01"], 2, "--by: 2026-11-01 has passed already"),
        (["acme", "jane", "ring", "--by", "fri", "--how", "tam-tam"], 3, "nothing was written"),
        (["acme", "jane", "", "--by", "fri"], 3, "nothing was written"),
        (["acme", "jane", "a\x07b", "--by", "fri"], 3, "invisible control character"),
    ],
)
def test_what_has_no_meaning_writes_nothing(root, words, code, said):
    done = promise(root, *words)
    assert done.exit_code == code
    assert said in done.stderr
    assert written(root) == ACME_LOG + TWO


@pytest.mark.parametrize("words", [["kept", "acme", "close"], ["acme", "raj", "x", "--by", "fri"]])
def test_a_dry_run_shows_the_line_and_writes_nothing(root, words):
    shown = promise(root, *words, "--dry-run")
    assert written(root) == ACME_LOG + TWO
    assert shown.stdout == promise(root, *words).stdout


def test_a_log_that_cannot_be_read_has_no_open_promises_to_show_or_keep(root):
    write_book(root, touches__acme="- {date: [\n")
    for words in (["acme"], ["kept", "acme", "x"]):
        done = promise(root, *words)
        assert done.exit_code == 3
        assert "this log cannot be read, and counts here" in done.stderr
