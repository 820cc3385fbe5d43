import re

import pytest
from hypothesis import given, settings
from ways import READABLE, a_way, any_ways, naughty

from relplan.reports.win.mermaid import as_mermaid

_LINE = re.compile(
    r'flowchart TD|  (today|win)\(\["[^"\]\[`%<>{}|\\]*(<br/>[^"\]\[`%<>{}|\\]*)*"\]\)'
    r'|  s\d+\["[^"\]\[`%<>{}|\\]*(<br/>[^"\]\[`%<>{}|\\]*)*"\]'
    r"|  (today|s\d+) --> (s\d+|win)|  classDef [a-z]+ [a-z0-9:#, .-]+|  class [s0-9,]+ [a-z]+"
    r"|%% [^%{}]*"
)


def test_the_chain_runs_from_today_to_the_win():
    drawn = as_mermaid(a_way())
    assert drawn.splitlines()[0] == "flowchart TD"
    for edge in (
        "today --> s1",
        "today --> s2",
        "s2 --> s3",
        "s3 --> s4",
        "s1 --> s4",
        "s4 --> win",
    ):
        assert f"  {edge}\n" in drawn
    assert "  class s1 taken\n" in drawn
    assert "  class s2 late\n" in drawn
    assert "  class s3 weakest\n" in drawn
    assert "<br/>the weakest link, 10 points" in drawn
    assert "%% the weakest link is checks, with 10 points\n" in drawn


def test_a_win_without_steps_follows_today():
    text = "prospect: C\nwin: {what: x, by: 2027-09-30}\n"
    assert "  today --> win\n" in as_mermaid(a_way(text))


@pytest.mark.parametrize("payload", READABLE)
def test_a_label_changes_neither_nodes_nor_edges(payload):
    lines = as_mermaid(naughty(payload)).splitlines()
    assert all(_LINE.fullmatch(line) for line in lines)
    assert len(lines) == len(as_mermaid(naughty("x")).splitlines())


@settings(max_examples=40)
@given(any_ways())
def test_any_chain_is_drawn_line_by_line(way):
    lines = as_mermaid(way).splitlines()
    assert all(_LINE.fullmatch(line) for line in lines)
    assert sum(line.startswith("  s") and "-->" not in line for line in lines) == len(
        way.chain.links
    )
