from datetime import date

import pytest
import scenes

from relplan.analysis.change import Side
from relplan.analysis.work_changes import of_work
from relplan.model.prospect import Prospect

EVE = date(2026, 10, 7)
WHAT = "Close clinic at each plant"


def goal(one, name="g"):
    fields = {} if one is None else {"clinic": {"what": WHAT, **one}}
    return {name: {"goal": "They call", "initiatives": fields}}


def told(old, new, dated=()):
    sides = Side(scenes.plan(goals=old), (), EVE), Side(scenes.plan(goals=new), (), scenes.TODAY)
    return [(one.kind, one.before, one.after) for one in of_work(*sides, dated)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({}, {}, []),
        (None, {}, [("added", None, WHAT)]),
        ({}, None, [("gone", WHAT, None)]),
        ({"status": "done"}, None, []),
        ({}, {"status": "doing"}, [("begun", None, None)]),
        (
            {},
            {"status": "done", "done": "2026-11-01", "result": "kept"},
            [("done", "kept", "2026-11-01")],
        ),
        ({}, {"status": "done"}, [("done", None, None)]),
        ({"status": "doing"}, {"status": "dropped"}, [("dropped", None, None)]),
        ({"status": "dropped"}, {}, [("reopened", "dropped", None)]),
        (
            {"by": "2026-12-01"},
            {"by": "2027-01-05"},
            [("work slipped", "2026-12-01", "2027-01-05")],
        ),
        ({"by": "2026-11-01"}, {"by": "2026-11-01"}, [("late", "2026-11-01", None)]),
        ({"by": "2026-10-01"}, {"by": "2026-10-01"}, []),
        ({}, {"what": "Sell the audit"}, [("reworded", WHAT, "Sell the audit")]),
        ({}, {"what": "close clinic, at each plant."}, []),
        ({"owner": "ben"}, {"owner": "amara"}, [("work owner", "ben", "amara")]),
    ],
)
def test_what_became_of_an_initiative(old, new, found):
    assert told(goal(old), goal(new)) == found


def test_an_initiative_under_another_goal_is_the_same():
    assert told(goal({}), goal({}, "h")) == []


def test_a_new_one_that_was_moved_since_slipped_from_its_first_date():
    item = "goals.g.initiatives.clinic"
    dated = [({item: date(2026, 12, 1)}, {item: date(2026, 12, 31)})]
    assert told(goal(None), goal({"by": "2026-12-31"}), dated) == [
        ("added", None, WHAT),
        ("work slipped", "2026-12-01", "2026-12-31"),
    ]


def test_the_steps_of_a_prospect_are_work():
    old, new = (
        Prospect.model_validate({"prospect": "X", "steps": {"pilot": {"what": "runs", **one}}})
        for one in ({}, {"done": "2026-11-01"})
    )
    (found,) = of_work(Side(old, (), EVE), Side(new, (), scenes.TODAY), ())
    assert (found.kind, found.item, found.after) == ("done", "steps.pilot", "2026-11-01")
