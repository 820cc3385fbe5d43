import re
from pathlib import Path

import pytest
from scenes import TODAY, book

from relplan.analysis.chain import chain
from relplan.analysis.timetable import TIGHT
from relplan.analysis.weakest import INFLUENCE, NOT_KNOWN, POINTS, Reason, weakest, weights
from relplan.model.prospect import Prospect

ROLES = {
    "lena": {"name": "Lena", "influence": "high"},
    "otto": {"name": "Otto", "influence": "high", "notes": "Proud of his costing"},
    "pia": {"name": "Pia"},
    "gone": {"name": "Gone", "influence": "high", "left": "2026-10-01"},
}
FINE = {"by": "2027-02-01", "value": "a map", "people": {"lena": "propellent"}}


def weighed(steps, **fields):
    shape = {
        "prospect": "Contoso",
        "win": {"what": "They ask us", "by": "2027-09-30"},
        "roles": ROLES,
        "steps": {id_: {"what": "Something", **one} for id_, one in steps.items()},
        **fields,
    }
    prospect = Prospect.model_validate(shape)
    settings = book().settings
    return weights(prospect, chain(prospect, settings, TODAY), settings, TODAY)


def reasons(one, **fields):
    return [tuple(reason[:2]) for reason in weighed({"a": {**FINE, **one}}, **fields)[0].reasons]


def test_a_step_that_somebody_drives_and_that_gives_something_is_not_weak():
    assert reasons({}) == []
    assert weakest(weighed({"a": FINE})) is None
    assert weakest(()) is None


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ({"otto": "detractor"}, [("force", 3), ("nobody drives it", 1)]),
        ({"otto": "detractor", "lena": "propellent"}, []),
        ({"otto": "detractor", "ben": "propellent"}, [("force", 1)]),
        ({"otto": "detractor", "gone": "propellent"}, [("force", 3), ("nobody drives it", 1)]),
        ({"lena": "neutral"}, [("nobody drives it", 1)]),
        ({"pia": "detractor", "lena": "propellent"}, [("unanswered", 2)]),
        ({}, [("nobody touches it", 2)]),
    ],
)
def test_force_times_influence(people, found):
    assert reasons({"people": people}) == found


def test_a_detractor_at_home_counts_by_influence_until_the_motive_is_met():
    own = {"name": "Marcus", "force": "detractor", "influence": "low"}
    people = {"lena": "propellent", "m": "detractor"}
    assert reasons({"people": people}, ours={"m": own}) == [("unanswered", 1)]
    met = {**own, "motive": "hours", "answer": "a cap"}
    assert reasons({"people": people}, ours={"m": met}) == []


def test_every_reason_says_where_it_stands():
    own = {"name": "Marcus", "force": "detractor"}
    steps = {"a": {**FINE, "people": {"m": "detractor", "pia": "detractor", "ben": "detractor"}}}
    found = weighed(steps, ours={"m": own})[0]
    assert found.points == 6 + 1 + 2 + 2 + 2
    assert found.reasons == (
        Reason("force", 6, ("steps", "a", "people"), against=6, behind=0),
        Reason("nobody drives it", 1, ("steps", "a", "people")),
        Reason("unanswered", 2, ("ours", "m"), "Marcus"),
        Reason("unanswered", 2, ("roles", "pia"), "Pia"),
        Reason("unanswered", 2, ("steps", "a", "people", "ben"), "Ben Archer"),
    )


def test_a_step_of_theirs_without_value_is_weak_and_one_at_home_is_not():
    assert reasons({"value": None}) == [("no value", 2)]
    assert reasons({"value": None, "people": {"ben": "propellent"}}) == []


def test_late_and_undated_steps_are_weak():
    assert reasons({"by": "2026-11-24"}) == [("late", 2)]
    assert reasons({"by": None}) == [("no date", 1)]
    assert weighed({"a": {**FINE, "done": "2026-11-24"}}) == ()


def test_homework_counts_once_it_says_what_it_is_for():
    other = {"learned": "x", "from": "interview"}
    assert reasons({}, homework={"h": other}) == []
    steps = {"b": {**FINE, "needs": "a"}, "a": FINE}
    found = weighed(steps, homework={"h": {**other, "for": "b"}})
    assert [(one.step, [r.kind for r in one.reasons]) for one in found] == [
        ("a", ["no homework"]),
        ("b", []),
    ]
    talk = {"learned": "x", "from": "our first sales call", "for": "a"}
    assert reasons({}, homework={"h": talk}) == [("sales talk", 1)]


def test_of_equals_the_first_of_the_chain_is_the_weakest():
    steps = {"b": {**FINE, "value": None, "needs": "a"}, "a": {**FINE, "value": None}}
    assert weakest(weighed(steps)).step == "a"
    steps["b"]["by"] = None
    assert weakest(weighed(steps)).step == "b"


def test_the_manual_names_every_reason_with_its_points():
    page = (Path(__file__).parents[2] / "docs" / "win.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([a-z ]+)(?::[^|]*)? \| (\d+) \|$", page, re.MULTILINE))
    assert rows == {kind: str(points) for kind, points in POINTS.items()}
    assert (
        f"high {INFLUENCE['high']}, medium {INFLUENCE['medium']},\nlow {INFLUENCE['low']}" in page
    )
    assert f"not written counts {NOT_KNOWN}" in page
    assert f"fewer than {TIGHT} working days" in page
