from datetime import date

import pytest

from relplan.analysis.contacts import Log, in_force
from relplan.analysis.coverage import coverage
from relplan.analysis.progress import work_of
from relplan.analysis.state import Facts, count, listed, state
from relplan.analysis.touches import contacts, promised
from relplan.analysis.working_days import WorkingDays
from relplan.model.plan import Plan
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

TODAY = date(2026, 11, 25)
JO = {"name": "Jo", "stance": "supporter", "tie": "credible", "ours": "ida"}


def facts(lines=(), **plan):
    base = {"client": "Acme", "priority": "A", "owner": "ida", "since": "2026-11-01"}
    made = Plan.model_validate({**base, **plan})
    log = Log(in_force(TOUCHES.validate_python(lines)), TODAY, WorkingDays())
    names = {"ida": "Ida Holm"}
    settings = Settings(firm="Quay")
    return Facts(
        plan=made,
        names=names,
        log=log,
        coverage=coverage(made, log.touches, TODAY, names),
        contacts=contacts(made, settings, log),
        work=work_of(made, log.touches, TODAY),
        promised=promised(log.touches, TODAY),
    )


def test_a_new_plan_says_what_is_there_and_nothing_more():
    assert state(facts()) == (
        "Acme, a client since Nov 2026, is in Ida Holm's care (priority A). No person of theirs is"
        " written down. No initiative is open."
    )


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({"owner": None}, "is in nobody's care"),
        ({"since": None}, "Acme, a client, is in Ida Holm's care"),
        ({"status": "dormant"}, "Acme, a dormant client since Nov 2026"),
        ({"status": "damaged"}, "damaged and no repair has begun"),
        (
            {
                "status": "damaged",
                "repair": {"began": "2026-11-01", "step": "breathe", "until": "2026-12-01"},
            },
            "nobody calls until 1 Dec",
        ),
        ({"roles": {"jo": JO}}, "The one contact is on time."),
        (
            {"roles": {"jo": {**JO, "stance": "sceptic"}}},
            "none speak for us; Jo (sceptic) does not",
        ),
        ({"roles": {"jo": {**JO, "wanted": "trusted-adviser"}}}, "weaker than we want them: Jo"),
        ({"roles": {"jo": {**JO, "since": "2026-01-01"}}}, "is overdue: Jo (no touch yet)"),
        ({"goals": {"g": {"goal": "x", "initiatives": {"i": {"what": "y"}}}}}, "1 open initiative"),
        (
            {
                "goals": {
                    "g": {"goal": "x", "initiatives": {"i": {"what": "y", "by": "2026-11-23"}}}
                }
            },
            "1 of 1 open initiative is late: i (2 days).",
        ),
    ],
)
def test_a_sentence_stands_when_its_fact_does_and_only_then(plan, sentence):
    assert sentence in state(facts(**plan))
    assert sentence not in state(facts())


def test_what_was_tried_and_promised_is_said():
    lines = [
        {"date": "2026-11-20", "with": ["jo"], "by": "ida", "answered": False},
        {
            "date": "2026-11-02",
            "with": ["jo"],
            "by": "ida",
            "promise": {"what": "x", "by": "2026-11-03"},
        },
    ]
    text = state(facts(lines, roles={"jo": JO}))
    assert "Without an answer: Jo (1 try)." in text
    assert "A promise is broken: x (by 3 Nov)." in text


def test_lists_and_counts_are_said_as_people_say_them():
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d"]) == "a, b, c and 1 more"
    assert (count(1, "try", "tries"), count(2, "day")) == ("1 try", "2 days")
