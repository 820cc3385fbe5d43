import re

import pytest
from charts import NAUGHTY, charts, small
from hypothesis import given

from relplan.reports.map.dot import as_dot, escape

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def tokens(text):
    """The text with each quoted string as one sign: what is left must be our own."""
    return _STRING.sub("S", text)


@pytest.mark.parametrize("payload", NAUGHTY)
def test_a_text_is_one_string_and_changes_nothing_else(payload):
    assert tokens(as_dot(small(payload, payload))) == tokens(as_dot(small()))


@given(charts(most=12))
def test_any_chart_has_as_many_nodes_and_edges_as_it_has_people_and_lines(drawn):
    left = tokens(as_dot(drawn))
    assert len(re.findall(r"^  p\d+ \[", left, re.MULTILINE)) == len(drawn.boxes)
    assert left.count("[dir=none]") == len(drawn.reports_to)
    assert left.count("style=dotted") == len(drawn.influences)
    assert '"' not in left


def test_the_token_test_sees_a_raw_quote():
    assert '"' in tokens(as_dot(small()).replace("CFO", 'C"FO'))


def test_neither_escapes_nor_entities_of_graphviz_are_left():
    assert escape('a\\N "b" &lt;') == 'a\\\\N \\"b\\" &amp;lt;'


def test_signs_are_drawn():
    drawn = as_dot(small())
    assert (
        '  p1 [label="X · Jane Porter\\nCFO", style="filled", fillcolor="#fbe6c8",'
        " penwidth=3, peripheries=2];\n"
    ) in drawn
    assert 'style="filled,dashed"' in drawn
    assert "  p1 -> p2 [dir=none];\n" in drawn
    assert "  p3 -> p2 [style=dotted, constraint=false];\n" in drawn
    assert "Gaps\\lNobody of ours keeps the tie to Jane Porter.\\l" in drawn
