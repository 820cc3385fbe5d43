from datetime import date

import pytest
from pydantic import ValidationError

from relplan.model.prospect import Prospect


def prospect(**more):
    return Prospect.model_validate({"prospect": "Contoso Foods"} | more)


def test_a_name_is_enough():
    least = prospect()
    assert (least.name, least.priority, least.status) == ("Contoso Foods", "B", "active")
    assert least.win is None


def test_a_win_is_dated():
    win = prospect(win={"what": "They ask us", "by": "2027-09-30", "sponsor": "lena"}).win
    assert (win.by, win.sponsor) == (date(2027, 9, 30), "lena")
    for wrong in ("They ask us", {"what": "x"}, {"by": "2027-09-30"}):
        with pytest.raises(ValidationError):
            prospect(win=wrong)


def test_a_step_names_what_it_needs_and_who_touches_it():
    found = prospect(
        steps={
            "board": {
                "what": "The board hears",
                "needs": "pilot",
                "people": {"lena": "propellent", "otto": "detractor"},
            },
            "pilot": "The pilot runs",
        }
    ).steps
    assert found["board"].needs == ("pilot",)
    assert found["board"].people == {"lena": "propellent", "otto": "detractor"}
    assert found["pilot"].what == "The pilot runs"
    with pytest.raises(ValidationError):
        prospect(steps={"a": {"what": "x", "people": {"lena": "friend"}}})


def test_one_of_our_own_needs_a_force():
    ours = {"name": "Marcus Hale", "force": "detractor", "motive": "fears unpaid hours"}
    assert prospect(ours={"m": ours}).ours["m"].force == "detractor"
    with pytest.raises(ValidationError):
        prospect(ours={"m": {"name": "Marcus Hale"}})


def test_homework_and_practices_name_their_source_as_written():
    found = prospect(
        homework={"waste": {"learned": "monthly", "from": "interview", "date": "2026-10-02"}},
        practices={"board": {"from": "a peer"}},
    )
    assert found.homework["waste"].source == "interview"
    assert found.practices["board"].source == "a peer"
    with pytest.raises(ValidationError):
        prospect(practices={"board": {"source": "a peer"}})


def test_metrics_keep_the_order_of_the_file():
    metrics = {"z": {"what": "meetings", "target": "3"}, "a": {"what": "calls"}}
    assert [*prospect(metrics=metrics).metrics] == ["z", "a"]


def test_a_plan_s_words_are_not_a_prospect_s():
    for field, value in (("client", "x"), ("status", "dormant"), ("goals", {})):
        with pytest.raises(ValidationError):
            prospect(**{field: value})
