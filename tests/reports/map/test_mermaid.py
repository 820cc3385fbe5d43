import re

import pytest
from charts import NAUGHTY, box, chart, charts, small
from hypothesis import given

from relplan.reports.map.mermaid import as_mermaid, drawing, label

_LINE = re.compile(
    r'flowchart TD|  p\d+(\["[^"\]\[`%<>{}|\\]*(<br/>[^"\]\[`%<>{}|\\]*)*"\]|\[\["[^"\]\[`%{}|\\]*"\]\])'
    r"|  p\d+ (---|-\.->) p\d+|  classDef [a-z]+ [a-z0-9:#, .-]+|  class [p0-9,]+ [a-z]+"
    r"|%% [^%{}]*"
)


def shape(text):
    return [re.sub(r'"[^"]*"', '"…"', line) for line in text.splitlines()]


@pytest.mark.parametrize("payload", NAUGHTY)
def test_a_label_changes_neither_nodes_nor_edges(payload):
    drawn = drawing(small(name=payload, title=payload))
    assert shape(drawn) == shape(drawing(small()))
    assert all(_LINE.fullmatch(line) for line in as_mermaid(small(payload, payload)).splitlines())


@given(charts(most=12))
def test_any_chart_has_as_many_nodes_and_edges_as_it_has_people_and_lines(drawn):
    lines = as_mermaid(drawn).splitlines()
    assert all(_LINE.fullmatch(line) for line in lines)
    signs = [re.sub(r"\d+", "", line) for line in shape(drawing(drawn))]
    assert sum('["…"]' in line for line in signs) == len(drawn.boxes)
    assert signs.count("  p --- p") == len(drawn.reports_to)
    assert signs.count("  p -.-> p") == len(drawn.influences)


def test_the_shape_test_sees_a_raw_label():
    raw = drawing(small()).replace("CFO", NAUGHTY[0])
    assert not all(_LINE.fullmatch(line) for line in raw.splitlines())


def test_reporting_is_solid_influence_dotted_and_stance_a_letter():
    drawn = drawing(small())
    assert '  p1[["X · Jane Porter<br/>CFO"]]' in drawn
    assert '  p3["M · Pia<br/>→ Ben Archer"]' in drawn
    assert "  p1 --- p2\n" in drawn
    assert "  p3 -.-> p2\n" in drawn


def test_influence_and_stance_and_the_unmet_have_frames_and_colours_of_their_own():
    drawn = drawing(small())
    assert "  class p1 sceptic\n" in drawn
    assert "  class p1 high\n" in drawn
    assert "  class p3 low\n" in drawn
    assert "  class p2 unmet\n" in drawn
    assert "opponent" not in drawn


def test_gaps_and_legend_stand_under_it_as_comments():
    *_, legend, heading, gap = as_mermaid(small()).splitlines()
    assert legend.startswith("%% M mentor")
    assert (heading, gap) == ("%% Gaps", "%% Nobody of ours keeps the tie to Jane Porter.")
    assert "Gaps" not in as_mermaid(chart(box("a")))


def test_labels_keep_letters_of_every_script():
    assert label("Größl 渡辺") == "Größl 渡辺"
    assert label('a"b') == "a#34;b"
