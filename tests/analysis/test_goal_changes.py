import pytest
import scenes

from relplan.analysis.change import Side
from relplan.analysis.goal_changes import of_goals
from relplan.model.prospect import Prospect


def told(old, new):
    sides = (
        Side(
            scenes.plan(goals={"g": {"goal": "They call us", **goal}} if goal is not None else {}),
            (),
            scenes.TODAY,
        )
        for goal in (old, new)
    )
    return [(one.kind, one.before, one.after) for one in of_goals(*sides, ())]


def measure(actual=None, target="4", what="calls"):
    return {"measure": {"what": what, "target": target, "actual": actual}}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({}, {}, []),
        (None, {}, [("goal new", None, "They call us")]),
        ({}, None, [("goal gone", "They call us", None)]),
        ({}, {"goal": "they call us!"}, []),
        ({}, {"goal": "We call them"}, [("goal reworded", "They call us", "We call them")]),
        (
            {"by": "2026-12-01"},
            {"by": "2027-03-01"},
            [("goal slipped", "2026-12-01", "2027-03-01")],
        ),
        (measure("1"), measure("2"), [("progress", "1", "2 of 4 calls")]),
        (measure(), measure("2"), [("progress", None, "2 of 4 calls")]),
        (measure("1"), measure("4"), [("goal met", "1", "4 of 4 calls")]),
        (measure("4"), measure("3"), [("goal unmet", "4", "3 of 4 calls")]),
        (
            measure("2"),
            measure("2", "2"),
            [("target", "4 calls", "2 calls"), ("goal met", "2", "2 of 2 calls")],
        ),
        (measure(), measure(what="mails"), [("measure reworded", "calls", "mails")]),
        ({}, measure(), [("target", None, "4 calls")]),
        (measure(), {}, [("target", "4 calls", None)]),
    ],
)
def test_what_became_of_a_goal(old, new, found):
    assert told(old, new) == found


def test_the_win_of_a_prospect_is_a_goal():
    sides = (
        Side(
            Prospect.model_validate({"prospect": "X", "win": {"what": "won", "by": by}}),
            (),
            scenes.TODAY,
        )
        for by in ("2026-12-01", "2027-01-01")
    )
    (found,) = of_goals(*sides, ())
    assert (found.kind, found.item, found.days) == ("goal slipped", "win", 31)
