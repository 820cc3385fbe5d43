import pytest

from relplan.reports.screen import console, print_sections
from relplan.reports.sections import Line, Section


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_texts_are_shown_as_they_are(capsys):
    console().print("[bold]not markup[/bold] :smile: 12")
    assert capsys.readouterr().out == "[bold]not markup[/bold] :smile: 12\n"


def test_colours_are_used_where_nothing_forbids_them():
    assert not console().no_color


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_it_is_not_wanted(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert console().no_color


def test_columns_decides_the_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "33")
    assert console().width == 33


def test_a_page_is_printed_with_a_blank_line_between_its_sections(capsys):
    page = [Section("", (Line("Acme"),)), Section("PEOPLE", (Line("! [Jane]", "late"),))]
    print_sections(page, console())
    assert capsys.readouterr().out == "Acme\n\nPEOPLE\n! [Jane]\n"
