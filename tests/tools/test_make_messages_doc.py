import sys
from dataclasses import replace
from functools import cache

import guards
import pytest
from findings import finding

sys.path.insert(0, str(guards.ROOT / "tools"))
maker = pytest.importorskip("make_messages_doc")


@cache
def rows():
    return list(maker.rows())


def test_the_page_of_all_messages_is_fresh():
    page = maker.PATH.read_text(encoding="utf-8")
    assert page == maker.messages_doc(rows()), "run: make docs"


def test_every_message_scores_four_of_four():
    assert [(row.file, row.said.message, row.points) for row in rows() if len(row.points) < 4] == []


def test_every_rule_has_a_message_on_the_page():
    from relplan.rules.catalogue import PAGES

    told = {row.said.code for row in rows()}
    # RP114 takes an installed package: tests/rules/test_team.py
    assert told == {page.code for page in PAGES} - {"RP114"}


SHOWN = "a.yaml:1:1: …\n 1 | by: x\n   |     ^\n  = help: …\n"


@pytest.mark.parametrize(
    ("said", "shown", "missing"),
    [
        (finding(), SHOWN, set()),
        (replace(finding(), line=0), SHOWN, {"line"}),
        (replace(finding(), column=0), SHOWN, {"column"}),
        (finding(), "a.yaml:1:1: …\n  = help: …\n", {"excerpt"}),
        (finding(message="`x` is no date"), SHOWN, {"remedy"}),
        (finding(message="a text stands here, where it hurts"), SHOWN, {"remedy"}),
    ],
)
def test_a_message_loses_a_point_for_what_it_lacks(said, shown, missing):
    points = maker.Row("a.yaml", said, shown).points
    assert {"line", "column", "excerpt", "remedy"} - {*points} == missing
