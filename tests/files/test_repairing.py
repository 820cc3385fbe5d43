"""A repair is written into its plan, and no other byte changes."""

import pytest
from scenes import write_book

from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.files.repairing import begin, fill, leave_step

PLAN = "clients/acme.yaml"
DAMAGED = "client: Acme\npriority: A\nstatus: damaged # since the audit\nrepair: {began: 2026-11-01, step: finish}\n"


@pytest.fixture
def draft(tmp_path):
    return lambda text: Draft(load(write_book(tmp_path, clients__acme=text)))


def test_a_repair_begins_with_the_status(draft):
    of = draft("client: Acme\npriority: A\nroles: {jane: {name: Jane}}\n")
    begin(of, PLAN, {"began": "2026-11-25", "our_faults": ["Late"], "step": "finish"})
    plan = of.checked().book.plans["acme"]
    assert (plan.status, plan.repair.our_faults) == ("damaged", ("Late",))
    assert of.text(PLAN).startswith("client: Acme\npriority: A\nstatus: damaged\n")


def test_fields_without_words_stay_as_they_are(draft):
    of = draft(DAMAGED)
    fill(of, PLAN, {"corrected": "Filed", "answer": None})
    assert of.text(PLAN) == DAMAGED.replace("finish}", "finish, corrected: Filed}")


def test_a_step_is_left_with_its_day(draft):
    of = draft(DAMAGED)
    leave_step(of, PLAN, "finish", of.checked().book.plans["acme"].repair.began, "breathe")
    repair = of.checked().book.plans["acme"].repair
    assert (repair.step, repair.taken["finish"].isoformat()) == ("breathe", "2026-11-01")


def test_after_the_last_step_the_client_is_active_with_the_day_kept(draft):
    of = draft(DAMAGED.replace("finish", "forward"))
    leave_step(of, PLAN, "forward", of.checked().book.plans["acme"].repair.began, None)
    plan = of.checked().book.plans["acme"]
    assert (plan.status, plan.repair.ended.isoformat()) == ("active", "2026-11-01")
    assert "status: active # since the audit\n" in of.text(PLAN)
