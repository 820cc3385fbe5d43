import pytest
from hypothesis import given, settings
from ways import READABLE, a_way, any_ways, naughty

from relplan.reports.layout import width
from relplan.reports.win.terminal import as_plain, sections


def test_the_page_holds_all_there_is(golden):
    golden("win-small.txt", as_plain(a_way()))


def test_numbers_in_brackets_are_lines_of_the_file():
    page = as_plain(a_way())
    assert "○ Fri 26 Feb 2027 checks: The methods are compared [14]\n" in page
    assert "    3  nothing here meets what makes Otto Hartmann hold it back [8]\n" in page


def test_an_empty_plan_says_what_to_write():
    page = as_plain(a_way("prospect: C\nwin: {what: They ask, by: 2027-09-30}\n"))
    assert "no step is written; add under `steps:` what must be true before" in page
    assert "nobody of theirs is written who wants it" in page
    assert "nobody of our own house is written; politics begins at home" in page
    assert "nothing is written of what they value" in page
    assert "nobody can tell whether the dates hold" in page
    assert "METRICS" not in page


def test_a_trouble_of_the_history_stands_under_the_metrics():
    page = as_plain(a_way(trouble="this clone is shallow"))
    assert "\n  the trend: this clone is shallow\n" in page


@pytest.mark.parametrize("payload", READABLE)
def test_foreign_text_stays_on_its_line(payload):
    count = len(as_plain(naughty("x")).splitlines())
    page = as_plain(naughty(payload))
    assert len(page.splitlines()) == count
    assert "\u202e" not in page


@settings(max_examples=30)
@given(any_ways())
def test_a_terminal_gets_lines_of_its_width(way):
    for section in sections(way, 72):
        for line in section.lines:
            longest = max(map(width, line.text.split()), default=0)
            assert width(line.text) <= max(72, 8 + longest)
