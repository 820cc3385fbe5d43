"""Where the touches of the last year went."""

from decimal import Decimal

import pytest
from scenes import TODAY, book, jane

from relplan.analysis.effort import FEWEST, effort

CAMPAIGN = {"proposition": "We hold the stock", "owner": "ben"}
PITCH = {"date": "2026-11-02", "at": "acme", "to": "jane", "by": "ben"}


def counted(*lines, status="active", pitches=(), at="acme", **plan):
    """The touches of each kind in a book of one client or prospect with these lines."""
    people = {"roles": {"jane": jane(), "raj": jane(name="Raj")}}
    prospects = {"newco": {"prospect": "Newco", "owner": "amara", **people}}
    of = book(
        {"acme": {"status": status, **people, **plan}},
        {at: lines},
        prospects=prospects,
        campaigns={"stock": {**CAMPAIGN, "pitches": list(pitches)}},
    )
    return {one.kind: one.touches for one in effort(of, TODAY).parts if one.touches}


def test_a_touch_is_for_the_relationship_or_for_the_prospect():
    assert counted({"date": "2026-11-02"}) == {"relationships": 1}
    assert counted({"date": "2026-11-02"}, at="newco") == {"prospects": 1}


def test_only_touches_of_the_last_year_that_count():
    lines = [
        {"date": "2025-11-25"},
        {"date": "2025-11-26"},
        {"date": "2026-11-25"},
        {"date": "2026-11-26"},
        {"date": "2026-11-24", "answered": "false"},
        {"date": "2026-11-24", "planned": "true"},
    ]
    assert counted(*lines) == {"relationships": 2}


def test_a_pitch_is_the_campaigns_and_counted_once():
    assert counted({"date": "2026-11-02", "by": "ben"}, pitches=[PITCH]) == {"campaigns": 1}
    both = [PITCH, {**PITCH, "to": "raj"}]
    assert counted({"date": "2026-11-02", "with": ["jane", "raj"]}, pitches=both) == {
        "campaigns": 1
    }
    twice = [{"date": "2026-11-02"}, {"date": "2026-11-02", "note": "called again"}]
    assert counted(*twice, pitches=[PITCH]) == {"campaigns": 1, "relationships": 1}


def test_a_pitch_that_no_log_knows_of_counts_too():
    assert counted(pitches=[PITCH, {**PITCH, "date": "2026-11-26"}]) == {"campaigns": 1}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ({"note": "answer to stock: accepted; from May on"}, "campaigns"),
        ({"note": "Rang about stock, she still thinks"}, "campaigns"),
        ({"note": "answer to stock: accepted", "with": ["raj"]}, "relationships"),
        ({"note": "answer to stock: accepted", "date": "2026-11-01"}, "relationships"),
        ({"note": "Their overstock worries her, and the stock-take"}, "relationships"),
        ({}, "relationships"),
    ],
)
def test_an_answer_on_a_later_day_is_the_campaigns_where_the_note_names_it(line, kind):
    lines = [{"date": "2026-11-02"}, {"date": "2026-11-09", "with": ["jane"], **line}]
    of = {"campaigns": 1}
    of[kind] = of.get(kind, 0) + 1
    assert counted(*lines, pitches=[PITCH]) == of


def test_what_happens_while_a_relationship_is_damaged_is_repair():
    lines = [{"date": "2026-10-01"}, {"date": "2026-11-02"}]
    repair = {"began": "2026-11-01"}
    assert counted(*lines, status="damaged", repair=repair) == {"relationships": 1, "repair": 1}


def test_hours_are_those_of_the_kind():
    of = book({"acme": {"roles": {"jane": jane()}}}, {"acme": [{"date": "2026-11-02", "hours": 2}]})
    assert [one.hours for one in effort(of, TODAY).parts] == [Decimal(2), 0, 0, 0]


@pytest.mark.parametrize(("number", "only"), [(FEWEST, "relationships"), (FEWEST - 1, None)])
def test_one_kind_alone_is_told_from_one_touch_a_month_on(number, only):
    lines = [{"date": f"2026-11-{day + 1:02}"} for day in range(number)]
    of = book({"acme": {"roles": {"jane": jane()}}}, {"acme": lines})
    assert effort(of, TODAY).only == only


def test_two_kinds_are_not_one_alone():
    lines = [{"date": f"2026-11-{day + 1:02}"} for day in range(FEWEST)]
    of = book(
        {"acme": {"roles": {"jane": jane()}}},
        {"acme": lines, "newco": [{"date": "2026-11-02"}]},
        prospects={"newco": {"prospect": "Newco", "roles": {"jane": jane()}}},
    )
    assert effort(of, TODAY).only is None
