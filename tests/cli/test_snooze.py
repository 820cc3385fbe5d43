import os

import pytest
from scenes import ACME_LOG, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

NOW = ["--today", "2026-11-25"]


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return write_book(tmp_path / "book")


def snooze(root, *words):
    return CliRunner().invoke(app, ["snooze", "--book", str(root), "--me", "ben", *NOW, *words])


def written(root):
    return (root / "touches" / "acme.yaml").read_text(encoding="utf-8")


def test_a_snooze_is_a_line_and_says_when_they_are_listed_again(root):
    done = snooze(root, "acme", "jane", "2w", "-m", "On leave")
    line = "- {date: 2026-11-25, with: [jane], by: ben, snooze: 2026-12-09, note: On leave}\n"
    assert (done.exit_code, done.stdout) == (0, f"touches/acme.yaml:3: {line}")
    assert done.stderr == "relplan: listed again on Wed 9 Dec\n"
    assert written(root) == ACME_LOG + line
    assert not load(root).diagnostics


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (["next", "week"], "2026-11-30"),
        (["in 3 days"], "2026-11-28"),
        (["2027-01-04"], "2027-01-04"),
    ],
)
def test_the_day_is_taken_as_it_is_said_with_or_without_quotes(root, words, day):
    assert f"snooze: {day}}}" in snooze(root, "acme", "raj", *words).stdout


def test_a_snoozed_person_is_off_the_list_until_the_day(root):
    def listed(today):
        words = ["due", "--all", "--ahead", "0d", "--book", str(root), "--today", today]
        return "Jane Porter" in CliRunner().invoke(app, words).stdout.split("\n0 due")[0]

    assert listed("2026-11-25")
    snooze(root, "acme", "jane", "2026-12-01")
    assert not listed("2026-11-30")
    assert listed("2026-12-01")


def test_several_are_snoozed_at_once(root):
    assert "with: [jane, raj]" in snooze(root, "acme", "jane,raj", "fri").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["acme", "jane", "soon"], 2, "UNTIL: `soon` is not a day that relplan knows"),
        (["acme", "jane", "2026-11-01"], 2, "UNTIL: 2026-11-01 has passed already"),
        (["acme", "jane", "today"], 2, "UNTIL: 2026-11-25 is today; they are listed again on"),
        (["acme", "otto", "2w"], 2, "no person of Acme Manufacturing plc 'otto'"),
        (["nobody", "jane", "2w"], 2, "no client 'nobody'"),
        (["acme", "jane", "2w", "--by", "zed"], 2, "no member of the team 'zed'"),
        (["acme", "jane"], 2, "Missing argument 'UNTIL'"),
        (["acme", "jane", "2w", "-m", ""], 3, "nothing was written"),
    ],
)
def test_what_has_no_meaning_writes_nothing(root, words, code, said):
    done = snooze(root, *words)
    assert done.exit_code == code
    assert said in done.stderr
    assert written(root) == ACME_LOG


def test_a_dry_run_shows_the_line_and_writes_nothing(root):
    shown = snooze(root, "acme", "jane", "2w", "--dry-run")
    assert written(root) == ACME_LOG
    assert shown.stdout == snooze(root, "acme", "jane", "2w").stdout
