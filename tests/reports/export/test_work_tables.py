from exports import acme, quay, rows, source

from relplan.reports.export.work_tables import (
    DECISIONS,
    GOALS,
    INITIATIVE_PEOPLE,
    INITIATIVES,
    REVIEWS,
)


def test_a_goal_has_its_measure():
    (goal,) = [one for one in rows(GOALS, source(quay())) if one["id"] == "known-on-the-quay"]
    assert (goal["answers"], goal["by"]) == (["no-one-on-cranes"], "2027-03-31")
    assert (goal["target"], goal["actual"]) == (4, 1)


def test_an_initiative_has_its_verdict():
    found = {one["id"]: one for one in rows(INITIATIVES, source(quay()))}
    assert found["night-shift"]["verdict"] == "relationship"
    assert (found["night-shift"]["hours"], found["night-shift"]["people"]) == (9.5, ["ann"])


def test_a_person_stands_once_beside_an_initiative():
    one = {"what": "Clinic", "for": ["jane", "jane"]}
    of = acme(goals={"g": {"goal": "x", "initiatives": {"a": one}}})
    assert INITIATIVE_PEOPLE.read(source(of)) == [["acme", "g", "a", "jane"]]


def test_reviews_stand_by_day_with_what_they_decided():
    later = {
        "with": ["jane"],
        "ours": ["ben"],
        "decided": ["Start", {"what": "Ask", "owner": "ben"}],
    }
    of = source(acme(review={"held": {"2026-10-07": later, "2026-04-01": {"note": "short"}}}))
    assert [one["date"] for one in rows(REVIEWS, of)] == ["2026-04-01", "2026-10-07"]
    assert [(d["review"], d["number"], d["what"], d["owner"]) for d in rows(DECISIONS, of)] == [
        ("2026-10-07", 1, "Start", None),
        ("2026-10-07", 2, "Ask", "ben"),
    ]
