from datetime import date

import pytest

from relplan.files.book import load
from relplan.reports.press import ENDINGS, Press
from relplan.reports.summary.build import Asked

TODAY = date(2026, 11, 25)


@pytest.fixture
def press(quay):
    return Press(load(quay), TODAY, ["harbour", "lighthouse"])


def test_each_format_is_made_of_the_same_client(press):
    assert press.pack("harbour", "markdown").startswith(b"# Harbour Authority: ")
    assert b"<h1>Harbour Authority</h1>" in press.pack("harbour", "html")
    assert list(ENDINGS) == ["markdown", "html", "pdf"]


def test_findings_are_those_of_the_clients_own_plan_and_log(press):
    assert b"clients/harbour.yaml:" in press.pack("harbour", "html")
    assert b"clients/harbour.yaml:" not in press.pack("lighthouse", "html")
    assert b"prospects/lighthouse.yaml:" in press.pack("lighthouse", "html")


def test_the_summary_asks_what_the_packs_ask(press):
    pack = press.pack("harbour", "markdown").decode()
    (asked,) = [line for line in pack.splitlines() if line.startswith("1. ")]
    page = press.summary(Asked(TODAY), "markdown").decode()
    assert f"**Harbour Authority**: {asked.removeprefix('1. ')}" in page


def test_without_git_nothing_is_compared_and_it_is_told(press):
    assert not press.compared("harbour")
    assert press.notes
