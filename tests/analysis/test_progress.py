from datetime import date

from relplan.analysis.contacts import Log
from relplan.analysis.progress import to_come, work_of
from relplan.analysis.working_days import WorkingDays
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

TODAY = date(2026, 11, 25)
SETTINGS = Settings(firm="Quay")


def plan(review=None, **initiatives):
    made = {id_: {"what": f"do {id_}", **one} for id_, one in initiatives.items()}
    return Plan.model_validate(
        {
            "client": "Acme",
            "priority": "A",
            "owner": "ida",
            "roles": {"jo": "Jo"},
            "goals": {"g": {"goal": "known", "by": "2027-01-31", "initiatives": made}},
            "review": review or {"next": "2027-01-12"},
        }
    )


def touches(*lines):
    return TOUCHES.validate_python([{"by": "omar", "with": ["jo"], **one} for one in lines])


def test_late_ones_first_then_undated_then_by_date_the_done_and_dropped_last():
    found = work_of(
        plan(
            a={"by": "2026-12-24"},
            b={"by": "2026-12-01"},
            c={},
            d={"by": "2026-11-24"},
            e={"by": "2026-11-01"},
            f={"status": "dropped", "by": "2026-01-01"},
            h={"status": "done", "by": "2026-01-01"},
        ),
        (),
        TODAY,
    )
    assert [one.id for one in found] == ["e", "d", "c", "b", "a", "h", "f"]
    assert [one.days_late for one in found] == [24, 1, 0, 0, 0, 0, 0]


def test_due_today_is_not_late():
    (one,) = work_of(plan(a={"by": "2026-11-25"}), (), TODAY)
    assert one.standing == "open"


def test_the_touches_of_an_initiative_are_those_that_count_until_today():
    lines = touches(
        {"date": "2026-11-20", "for": "a"},
        {"date": "2026-11-10", "for": "a"},
        {"date": "2026-11-11", "for": "b"},
        {"date": "2026-11-12", "for": "a", "answered": False},
        {"date": "2026-11-26", "for": "a"},
    )
    (one,) = work_of(plan(a={}), lines, TODAY)
    assert [touch.date.day for touch in one.touches] == [10, 20]


def test_a_prospects_steps_are_its_work():
    prospect = Prospect.model_validate(
        {
            "prospect": "Light",
            "steps": {
                "a": {"what": "A", "by": "2026-11-01"},
                "b": {"what": "B", "by": "2026-11-01", "done": "2026-10-01"},
            },
        }
    )
    assert [(one.id, one.standing) for one in work_of(prospect, (), TODAY)] == [
        ("a", "late"),
        ("b", "done"),
    ]


def test_what_comes_is_in_order_with_what_is_late_and_nothing_beyond():
    review = {
        "next": "2027-01-12",
        "held": {
            "2026-10-01": {
                "decided": [
                    {"what": "decided", "by": "2026-12-05", "owner": "pia"},
                    {"what": "over", "by": "2026-11-01"},
                    "undated",
                ]
            }
        },
    }
    made = plan(review, a={"by": "2026-11-01"}, b={"by": "2027-06-01"}, c={"status": "done"})
    lines = touches(
        {"date": "2026-11-20", "promise": {"what": "send it", "by": "2026-12-01"}},
        {"date": "2026-11-20", "promise": {"what": "old", "by": "2026-11-22"}},
        {"date": "2026-11-21", "kept": "old"},
    )
    log = Log(lines, TODAY, WorkingDays())
    found = [
        (one.kind, one.owner, one.what) for one in to_come(made, SETTINGS, log, date(2027, 2, 1))
    ]
    assert found == [
        ("initiative", "ida", "do a"),
        ("promise", "omar", "send it (to Jo)"),
        ("decision", "pia", "decided"),
        ("review", "ida", "review of this plan"),
        ("goal", "ida", "g: known"),
    ]
