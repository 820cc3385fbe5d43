from exports import acme, quay, rows, source
from scenes import book

from relplan.reports.export.way_tables import (
    HOMEWORK,
    METRICS,
    OWN_PEOPLE,
    REPAIRS,
    STEP_PEOPLE,
    STEPS,
)

CONTOSO = {
    "prospect": "Contoso",
    "steps": {
        "hears": {
            "what": "The board hears it",
            "needs": ["runs"],
            "people": {"lena": "propellent"},
        },
        "runs": {"what": "The pilot runs", "done": "2026-11-01"},
    },
    "ours": {"marcus": {"name": "Marcus Hale", "force": "detractor", "motive": "unpaid hours"}},
    "homework": {"waste": {"learned": "Waste is reported", "from": "interview", "for": ["runs"]}},
    "metrics": {"meetings": {"what": "meetings", "target": 3}, "calls": {"what": "calls"}},
}


def contoso():
    return source(book(prospects={"contoso": CONTOSO}))


def test_the_steps_of_a_prospect_keep_their_order():
    found = rows(STEPS, contoso())
    assert [(one["number"], one["id"], one["needs"]) for one in found] == [
        (1, "hears", ["runs"]),
        (2, "runs", []),
    ]
    assert found[1]["done"] == "2026-11-01"
    assert {one["client"] for one in rows(STEPS, source(quay()))} == {"lighthouse"}


def test_who_touches_a_step_has_a_force():
    assert STEP_PEOPLE.read(contoso()) == [["contoso", "hears", "lena", "propellent"]]


def test_our_own_house_has_motives():
    (found,) = rows(OWN_PEOPLE, contoso())
    assert (found["name"], found["force"], found["motive"]) == (
        "Marcus Hale",
        "detractor",
        "unpaid hours",
    )


def test_homework_names_its_source_and_the_steps_that_rest_on_it():
    (found,) = rows(HOMEWORK, contoso())
    assert (found["source"], found["steps"]) == ("interview", ["runs"])


def test_metrics_stand_the_most_important_first():
    found = [(one["number"], one["id"], one["target"]) for one in rows(METRICS, contoso())]
    assert found == [(1, "meetings", 3), (2, "calls", None)]


def test_a_repair_says_where_it_is():
    repair = {"began": "2026-10-30", "our_faults": ["Late twice"], "step": "ask"}
    (found,) = rows(REPAIRS, source(acme(status="damaged", repair=repair)))
    assert (found["began"], found["step"], found["our_faults"]) == (
        "2026-10-30",
        "ask",
        ["Late twice"],
    )
    assert REPAIRS.read(source(acme())) == []
