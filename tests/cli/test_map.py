import re
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.cli.complete import forms


@pytest.fixture
def run(quay):
    options = ["--book", str(quay), "--today", "2026-11-25"]
    return lambda *words: CliRunner().invoke(app, [*words, *options])


def test_a_pipe_gets_the_tree(run):
    done = run("map", "harb")
    assert done.exit_code == 0
    assert done.stdout.startswith("Harbour Authority (harbour): relationship map, 25 Nov 2026\n")
    assert "  ├─ S Tom Lee · Clerk · low influence · → Omar Aziz\n" in done.stdout
    assert "- Nobody of ours keeps the tie to Berit Sund.\n" in done.stdout
    assert "\x1b" not in done.stdout


def test_an_svg_is_printed_alone(run):
    done = run("map", "harbour", "--format", "svg")
    assert done.exit_code == 0
    assert ET.fromstring(done.stdout).get("role") == "img"


def test_the_picture_is_the_same_each_time(run):
    for form in ("terminal", "mermaid", "svg", "dot"):
        first, again = (run("map", "harbour", "--format", form).stdout for _ in range(2))
        assert first == again


def test_a_prospect_has_a_map(run):
    assert run("map", "lighthouse", "--format", "mermaid").stdout.startswith("flowchart TD\n")


def test_another_format_is_refused_with_those_there_are(run):
    done = run("map", "harbour", "--format", "pdf")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == (
        "relplan: --format: `pdf` is not one of the words for this; write terminal,"
        " mermaid, svg or dot\n"
    )


def test_a_log_that_cannot_be_read_is_not_taken_for_no_touch(run, quay):
    (quay / "touches" / "harbour.yaml").write_text("- {date: [", encoding="utf-8")
    done = run("map", "harbour")
    assert done.exit_code == 3
    assert "this log cannot be read, and counts here" in done.stderr


def test_tab_offers_the_formats():
    assert forms("") == ["terminal", "mermaid", "svg", "dot"]
    assert forms("s") == ["svg"]


def test_a_terminal_gets_the_tree_in_its_width(quay, monkeypatch, capsys):
    from relplan.cli import map as command

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    command.draw("harbour", book=quay, today="2026-11-25")
    shown = capsys.readouterr().out
    assert "WHO REPORTS TO WHOM" in shown
    assert max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines())) <= 60
