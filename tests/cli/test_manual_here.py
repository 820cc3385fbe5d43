"""The rules that commands know: relplan's own, and those that the book around them names."""

from types import SimpleNamespace

import pytest
from books import BASE, write_book
from packages import install, rule
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.cli.complete_words import rules
from relplan.cli.manual_here import manual_here, rules_named
from relplan.rules.catalogue import OWN
from relplan.rules.team import team


@pytest.fixture
def book(tmp_path, monkeypatch):
    (tmp_path / "installed").mkdir()
    monkeypatch.syspath_prepend(tmp_path / "installed")
    install(tmp_path / "installed", "hartwell", rule())
    team.cache_clear()
    text = BASE["relplan.yaml"] + "lint: {profile: starter, rules: hartwell}\n"
    yield write_book(tmp_path / "book", {"relplan.yaml": text})
    team.cache_clear()


def run(book, *words):
    return CliRunner().invoke(app, [*words, "--book", str(book)])


def test_a_book_names_its_packages(book, tmp_path):
    assert rules_named(book) == ("hartwell",)
    assert manual_here(book).page("HL001").name == "thin-plan"
    assert manual_here(tmp_path) is OWN


def test_settings_that_cannot_be_read_name_none(book):
    write_book(book, {"relplan.yaml": "firm: [\n"})
    assert rules_named(book) == ()


def test_rule_prints_their_pages_inside_the_book_only(book, tmp_path, monkeypatch):
    done = run(book, "rule", "thin-plan")
    assert done.stdout.startswith("HL001 thin-plan (warning, from profile team)\n")
    assert "\nHL001  thin-plan" in run(book, "rule").stdout
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["rule", "HL001"]).exit_code == 2


def test_lint_takes_their_words(book):
    done = run(book, "lint", "--today", "2026-11-25", "--select", "thin-plan")
    assert done.stdout == (
        "clients/acme.yaml:1:9: HL001 warning: Acme plc is thin; write more [thin-plan]\n"
    )
    wrong = run(book, "lint", "--select", "HL002")
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "relplan: --select: `HL002` is no rule; write one of HL001\n",
    )


def test_formats_have_their_pages_and_no_address(book):
    day = ("--today", "2026-11-25", "--select", "HL")
    assert '"id": "HL001"' in run(book, "lint", *day, "--output-format", "sarif").stdout
    full = run(book, "lint", *day, "--output-format", "full").stdout
    assert full.endswith(("  = help: relplan rule HL001\n\n", "relplan rule HL001\n"))


def test_completion_offers_them(book):
    typed = SimpleNamespace(params={"book": book})
    assert rules(typed, "HL") == [("HL001", "A plan HL001 of which something is to be said")]
