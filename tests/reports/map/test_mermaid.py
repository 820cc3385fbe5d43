import re
from datetime import date

import pytest
from relplan.reports.mermaid import label, relationship_map

from relplan.model.plan import Plan

TODAY = date(2026, 11, 25)
PAYLOADS = [
    '"]; click A "javascript:x"',
    "end",
    "%%{init: {'theme':'dark'}}%%",
    "a\nb --> c",
    "`x`",
    "x]] --- p2",
    "<img src=x onerror=y>",
    "#quot;",
    "|x|",
    "渡辺 健 (Ken)",
]
_LINE = re.compile(
    r'flowchart TD|  p\d+(\["[^"\]\[`%<>{}|\\]*(<br/>[^"\]\[`%<>{}|\\]*)*"\]|\[\["[^"\]\[`%{}|\\]*"\]\])'
    r"|  p\d+ (---|-\.->) p\d+|  classDef unmet [a-z0-9: -]+|  class [p0-9,]+ unmet"
)


def plan(name="Jane", title="CFO", **more):
    return Plan.model_validate(
        {
            "client": "Acme",
            "priority": "A",
            "roles": {
                "jane": {"name": name, "title": title, "stance": "sceptic", "influence": "high"},
                "raj": {"name": "Raj", "reports_to": "jane", "known_by": "told"},
                "pia": {"name": "Pia", "influences": ["raj"], "ours": "ben", "stance": "mentor"},
                **more,
            },
        }
    )


def shape(text):
    return [re.sub(r'"[^"]*"', '"…"', line) for line in text.splitlines()]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_label_changes_neither_nodes_nor_edges(payload):
    drawn = relationship_map(plan(name=payload, title=payload), {}, TODAY)
    assert shape(drawn) == shape(relationship_map(plan(), {}, TODAY))
    assert all(_LINE.fullmatch(line) for line in drawn.splitlines())


def test_the_shape_test_sees_a_raw_label():
    raw = relationship_map(plan(), {}, TODAY).replace("CFO", PAYLOADS[0])
    assert not all(_LINE.fullmatch(line) for line in raw.splitlines())


def test_reporting_is_solid_influence_dotted_and_stance_a_letter():
    drawn = relationship_map(plan(), {"ben": "Ben Archer"}, TODAY)
    assert '  p1[["X · Jane<br/>CFO"]]' in drawn
    assert '  p3["M · Pia<br/>→ Ben Archer"]' in drawn
    assert "  p1 --- p2\n" in drawn
    assert "  p3 -.-> p2\n" in drawn
    assert "  class p2 unmet\n" in drawn


def test_those_who_left_are_not_drawn():
    gone = plan(old={"name": "Gone", "left": "2026-01-01", "reports_to": "jane"})
    assert "Gone" not in relationship_map(gone, {}, TODAY)


def test_labels_keep_letters_of_every_script():
    assert label("Größl 渡辺") == "Größl 渡辺"
    assert label('a"b') == "a#34;b"
