import io
from datetime import date

import pytest
from rich.console import Console

from relplan.files.book import load
from relplan.reports.layout import width
from relplan.reports.pack.source import source
from relplan.reports.show import as_plain
from relplan.reports.show_screen import print_show


@pytest.fixture
def made(quay):
    return source(load(quay).book, "harbour", date(2026, 11, 25))


def on_screen(made, columns, **options):
    out = io.StringIO()
    print_show(made, Console(file=out, width=columns, markup=False, emoji=False, **options))
    return out.getvalue()


@pytest.mark.parametrize("columns", [80, 140])
def test_nothing_is_wider_than_the_terminal(made, columns):
    assert all(width(line) <= columns for line in on_screen(made, columns).splitlines())


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_every_word_is_there_at_every_width(made, columns):
    wanted = sorted(as_plain(made).split())
    assert sorted(on_screen(made, columns).split()) == wanted


def test_colours_only_repeat_what_a_mark_says(made):
    coloured = on_screen(made, 80, force_terminal=True, color_system="standard")
    assert "\x1b[31m! X  Berit Sund" in coloured
