from datetime import date
from decimal import Decimal
from types import SimpleNamespace as Some

from relplan.analysis.contacts import Log
from relplan.analysis.touches import contacts, months_to, promised, spent
from relplan.analysis.working_days import WorkingDays
from relplan.model.plan import Plan
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

TODAY = date(2026, 11, 25)
SETTINGS = Settings(firm="Quay")


def log(*lines):
    return Log(
        TOUCHES.validate_python([{"by": "ida", **one} for one in lines]), TODAY, WorkingDays()
    )


def plan(status="active", **roles):
    named = {id_: {"name": id_.title(), **one} for id_, one in roles.items()}
    return Plan.model_validate(
        {"client": "Acme", "priority": "A", "since": "2026-01-05", "status": status, "roles": named}
    )


def test_the_latest_come_first_and_those_who_rest_last():
    people = plan(jo={}, al={"cadence": "never"}, bo={}, gone={"left": "2026-01-01"})
    lines = log({"date": "2026-11-20", "with": ["jo"]}, {"date": "2026-06-01", "with": ["bo"]})
    found = contacts(people, SETTINGS, lines)
    assert [one.id for one in found] == ["bo", "jo", "al"]
    assert found[0].days_late == (TODAY - date(2026, 6, 29)).days
    assert found[2].due is None


def test_a_call_and_its_email_on_one_day_are_one_touch_in_the_rhythm():
    same = {"date": "2026-11-03", "with": ["jo"]}
    lines = log({**same, "how": "call"}, {**same, "how": "email"}, {**same, "date": "2026-11-04"})
    assert contacts(plan(jo={}), SETTINGS, lines)[0].months[-1] == 2


def test_months_count_touches_that_count_this_month_last():
    lines = log(
        {"date": "2026-11-25", "with": ["jo"]},
        {"date": "2026-11-01", "with": ["jo"]},
        {"date": "2026-09-30", "with": ["jo"]},
        {"date": "2026-10-30", "with": ["jo"], "answered": False},
        {"date": "2026-11-26", "with": ["jo"]},
        {"date": "2025-11-25", "with": ["jo"]},
    )
    (found,) = contacts(plan(jo={}), SETTINGS, lines)
    assert found.months == (0, 0, 0, 1, 0, 2)


def test_a_dormant_client_has_nobody_due():
    (found,) = contacts(plan("dormant", jo={}), SETTINGS, log())
    assert found.due is None
    assert found.cadence


def test_months_go_back_over_the_year_and_end_at_the_first_year():
    assert months_to(date(2026, 2, 1), 3) == ((2025, 12), (2026, 1), (2026, 2))
    assert months_to(date(1, 1, 5), 3) == ((1, 1),)


def test_a_promise_is_open_kept_late_or_broken():
    def given(what, by, made="2026-10-01"):
        return {"date": made, "with": ["jo"], "promise": {"what": what, "by": by}}

    lines = log(
        given("a", "2026-11-24"),
        given("b", "2026-11-25"),
        given("c", "2026-11-10"),
        given("d", "2026-11-11"),
        given("e", "2026-11-20", made="2026-11-26"),
        {"date": "2026-11-10", "with": ["jo"], "kept": "c"},
        {"date": "2026-11-12", "with": ["jo"], "kept": "D"},
    )
    found = {one.given.what: one.state for one in promised(lines.touches, TODAY)}
    assert found == {"a": "broken", "b": "open", "c": "kept", "d": "late"}


def test_hours_and_money_are_summed_by_member_and_by_currency():
    def line(day, by, **more):
        nothing = {
            "planned": False,
            "cancelled": False,
            "snooze": None,
            "hours": None,
            "cost": None,
            "is_note": False,
        }
        return Some(date=date.fromisoformat(day), by=by, counts=True, **{**nothing, **more})

    gbp, eur = (Some(amount=Decimal("2.50"), currency=one) for one in ("GBP", "EUR"))
    lines = [
        line("2026-11-01", "ida", hours=Decimal("1.5"), cost=gbp),
        line("2026-11-02", "ida", cost=eur),
        line("2026-11-03", "ida", cost=gbp),
        line("2026-11-04", "omar", hours=Decimal(2)),
        line("2026-11-05", "omar", hours=Decimal(9), planned=True),
        line("2026-10-01", "omar", hours=Decimal(9)),
        line("2026-11-26", "omar", hours=Decimal(9)),
    ]
    omar, ida = spent(lines, date(2026, 10, 1), TODAY)
    assert (omar.member, omar.hours, omar.touches) == ("omar", 2, 1)
    assert ida.costs == (("EUR", Decimal("2.50")), ("GBP", Decimal("5.00")))
