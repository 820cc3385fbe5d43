"""`relplan lsp`: what it says where it cannot run."""

import importlib.util
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app


def run(*words):
    return CliRunner().invoke(app, ["lsp", *words])


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "pygls" else find(name)
    )
    done = run()
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        'relplan: the editor server needs an extra: pip install "relplan[lsp]"; without it an editor'
        " still checks and completes by the schemas of relplan schema\n"
    )


def test_check_says_that_it_can_run():
    pytest.importorskip("pygls")
    done = run("--check")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "the editor server can run here; docs/editors.md has the lines for your editor\n"
    )


def test_typed_on_a_terminal_it_says_who_starts_it(monkeypatch):
    pytest.importorskip("pygls")
    terminal = SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("relplan.cli.lsp.sys", terminal)
    done = run()
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "relplan: an editor starts this and speaks with it; docs/editors.md has the lines for yours,"
        " relplan lsp --check says whether it can run\n"
    )


def test_a_day_that_is_none_is_wrong_use():
    assert run("--today", "soon").exit_code == 2
