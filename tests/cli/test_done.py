import os

import pytest
from scenes import ACME, ACME_LOG, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

NOW = ["--today", "2026-11-25"]
FOR = ACME.replace("owner: ben}", "owner: ben, for: [raj]}")


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return write_book(tmp_path / "book", clients__acme=FOR)


def done(root, *words):
    return CliRunner().invoke(app, ["done", "--book", str(root), *NOW, "acme", *words])


def texts(root):
    return [(root / f"{one}/acme.yaml").read_text("utf-8") for one in ("clients", "touches")]


def test_status_day_and_result_are_written(root):
    found = done(root, "clinic", "-m", "They keep the list")
    assert found.exit_code == 0, found.stderr
    assert found.stdout.splitlines()[-1].startswith("clients/acme.yaml:9:   g1: {goal: The plants")
    [plan, log] = texts(root)
    new = "for: [raj], status: done, done: 2026-11-25, result: They keep the list}"
    assert plan == FOR.replace("for: [raj]}", new)
    assert log == ACME_LOG
    assert not load(root).diagnostics


def test_what_is_for_the_log_is_written_there_in_the_same_change(root):
    found = done(root, "clinic", "--learned", "Leeds is last", "--date", "yesterday", "--me", "ben")
    line = "- {date: 2026-11-24, with: [raj], by: ben, for: close-clinic, learned: Leeds is last}"
    assert f"touches/acme.yaml:3: {line}\n" in found.stdout
    assert texts(root)[1] == f"{ACME_LOG}{line}\n"
    assert "done: 2026-11-24" in texts(root)[0]


def test_log_alone_asks_for_a_line_too(root):
    assert "with: [jane]" in done(root, "cl", "--log", "--with", "jane", "--me", "ben").stdout


def test_done_twice_says_so_and_keeps_the_day(root):
    done(root, "clinic", "--date", "2026-11-20")
    before = texts(root)
    again = done(root, "clinic")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "nothing to change: it says so already\n"
    assert texts(root) == before


def test_a_dry_run_shows_both_files_as_a_diff(root):
    found = done(root, "clinic", "--hours", "3", "--me", "ben", "--dry-run")
    assert "+++ b/clients/acme.yaml" in found.stdout
    assert "+++ b/touches/acme.yaml" in found.stdout
    assert texts(root) == [FOR, ACME_LOG]
