import sys

import pytest

from relplan.errors import Refused
from relplan.reports.html import Html, Page, page
from relplan.reports.pdf import MARK, as_pdf, engine

PAGE = page(Page("A review", Html("<h1>A review</h1><p>x</p>")))


def test_without_the_extra_it_says_how_to_get_it_and_what_else_there_is(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(Refused) as refused:
        as_pdf(PAGE)
    assert str(refused.value) == (
        'PDF needs an extra: pip install "relplan[pdf]"; or write --format html, open the file in a'
        ' browser and print it ("Save as PDF"): the page has its own layout for paper'
    )


def test_without_pango_it_names_pango(monkeypatch):
    class Missing:
        def find_spec(self, name, *_):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(
        Refused, match=r"^PDF needs Pango, .*libpango-1\.0-0.*; install it, or write"
    ):
        as_pdf(PAGE)


@pytest.fixture
def made():
    try:
        engine()
    except Refused as why:
        pytest.skip(str(why))
    return as_pdf(PAGE)


def test_the_same_page_gives_the_same_file_which_says_whose_it_is(made):
    assert made.startswith(b"%PDF-")
    assert MARK in made
    assert as_pdf(PAGE) == made


def test_nothing_is_loaded_for_it(made, tmp_path, caplog):
    (tmp_path / "x.png").write_bytes(b"x")
    for place in ((tmp_path / "x.png").as_uri(), "http://tracker.example/x.png"):
        as_pdf(PAGE.replace("<p>x</p>", f'<img src="{place}">'))
        assert f"URI uses disallowed protocol: {place}" in caplog.text
    assert as_pdf(PAGE) == made
