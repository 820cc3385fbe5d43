from datetime import date

import pytest

from relplan.analysis.contacts import Log
from relplan.analysis.coverage import coverage
from relplan.analysis.decisions import MOST, decisions
from relplan.analysis.progress import work_of
from relplan.analysis.state import Facts
from relplan.analysis.touches import contacts, promised
from relplan.analysis.working_days import WorkingDays
from relplan.model.plan import Plan
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

TODAY = date(2026, 11, 25)
REVIEW = {"next": "2027-01-12"}


def asked(lines=(), **plan):
    base = {"client": "Acme", "priority": "A", "owner": "ida", "since": "2026-11-20"}
    made = Plan.model_validate({**base, "review": REVIEW, **plan})
    log = Log(TOUCHES.validate_python(lines), TODAY, WorkingDays())
    return decisions(
        Facts(
            plan=made,
            names={"ida": "Ida Holm"},
            log=log,
            coverage=coverage(made, log.touches, TODAY, {}),
            contacts=contacts(made, Settings(firm="Quay"), log),
            work=work_of(made, log.touches, TODAY),
            promised=promised(log.touches, TODAY),
        )
    )


def goal(**initiative):
    return {"goals": {"g": {"goal": "known", "initiatives": {"i": {"what": "do", **initiative}}}}}


def test_a_plan_in_order_asks_nothing():
    assert asked(**goal(by="2027-03-01")) == []


@pytest.mark.parametrize(
    ("plan", "question"),
    [
        ({"owner": None}, "Who answers for Acme?"),
        ({"status": "damaged"}, "Who begins the repair"),
        ({"review": {}}, "When is the next review?"),
        ({"review": {"next": "2026-11-24"}}, "When is the next review?"),
        ({"weaknesses": {"w": "slow"}}, "No goal answers “slow”"),
        ({"goals": {"g": "known"}}, "The goal g has no open initiative"),
        ({"goals": {"g": {"goal": "known", "by": "2026-11-01"}}}, "was set for 1 Nov: met, moved"),
        (goal(by="2026-11-24"), "i is 1 day late (Ida Holm, nothing logged so far)"),
        (goal(by="2026-12-24"), "i is due by 24 Dec and nothing is logged for it"),
        (
            {"roles": {"jo": {"name": "Jo", "role": "approver"}}},
            "Who keeps the tie to Jo (approver)?",
        ),
        (
            {
                "roles": {
                    "jo": {"name": "Jo", "influence": "high", "stance": "opponent", "ours": "x"}
                }
            },
            "What do we do for Jo (opponent)?",
        ),
        (
            {"roles": {"jo": {"name": "Jo", "stance": "opponent"}}},
            "What do we do for Jo (opponent)?",
        ),
        (
            {"roles": {"jo": {"name": "Jo", "stance": "opponent"}}},
            "Who keeps the tie to Jo (opponent)?",
        ),
        (
            {
                "review": {
                    **REVIEW,
                    "held": {"2026-10-01": {"decided": [{"what": "ring Jo", "by": "2026-11-01"}]}},
                }
            },
            "Decided on 1 Oct, by 1 Nov: ring Jo. Done?",
        ),
        ({"roles": {"jo": {"name": "Jo", "since": "2026-01-01"}}}, "No touch with Jo is logged"),
    ],
)
def test_each_fact_puts_its_question(plan, question):
    (found,) = [one for one in asked(**{**goal(by="2027-03-01"), **plan}) if question in one]
    assert found.endswith("?") or "no owner" in found or "Nothing" in found or "no day" in found


def test_a_broken_promise_and_a_silence_are_asked_about():
    lines = [
        {
            "date": "2026-11-02",
            "with": ["jo"],
            "by": "ida",
            "promise": {"what": "x", "by": "2026-11-03"},
        },
        *(
            {"date": f"2026-11-{day:02}", "with": ["jo"], "by": "ida", "answered": False}
            for day in (5, 9, 16)
        ),
    ]
    found = asked(lines, roles={"jo": {"name": "Jo"}})
    assert found[0] == "Ida Holm promised “x” by 3 Nov: who makes it good, and when?"
    assert "Jo has not answered 3 times: who else tries, or how?" in found


@pytest.mark.parametrize(
    ("hours", "asks"), [("3", True), ("5", False), ("10", False)], ids=["less", "half", "all"]
)
def test_little_done_shortly_before_the_day_is_asked_about(hours, asks):
    line = {"date": "2026-11-20", "with": ["jo"], "by": "ida", "for": "i", "hours": hours}
    found = asked([line], **goal(by="2026-12-18", hours="10"))
    question = "i is due by 18 Dec and 3 of its 10 hours are logged: is there time for the rest?"
    assert found == ([question] if asks else [])


def test_no_more_is_asked_than_a_meeting_decides():
    weak = {f"w{at}": f"weak {at}" for at in range(20)}
    assert len(asked(weaknesses=weak)) == MOST
