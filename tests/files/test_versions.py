from datetime import date

import repositories

from relplan.files.history import history
from relplan.files.versions import plans_since

PLAN = "client: Acme\npriority: {}\n"


def made(tmp_path):
    repositories.git(tmp_path, "init", "-q", ".")
    repositories.commit(tmp_path, "2026-01-10", clients__acme=PLAN.format("C"))
    repositories.commit(tmp_path, "2026-03-10", clients__acme=PLAN.format("B"))
    repositories.commit(tmp_path, "2026-04-10", clients__acme="client: [\n")
    repositories.commit(tmp_path, "2026-05-10", clients__acme=PLAN.format("A"))
    return history(tmp_path, "clients/acme.yaml")


def test_the_plan_at_a_day_and_after_each_later_commit_oldest_first(tmp_path):
    plans, _ = plans_since(made(tmp_path), date(2026, 2, 1))
    assert [(day.isoformat(), plan.priority) for day, plan in plans] == [
        ("2026-01-10", "C"),
        ("2026-03-10", "B"),
        ("2026-05-10", "A"),
    ]


def test_a_version_that_cannot_be_read_is_left_out_by_name(tmp_path):
    _, unread = plans_since(made(tmp_path), date(2026, 2, 1))
    assert len(unread) == 1
    assert unread[0].startswith("clients/acme.yaml at ")
    assert unread[0].endswith(" cannot be read and is left out")


def test_a_removed_plan_is_none_at_that_day(tmp_path):
    made(tmp_path)
    repositories.commit(tmp_path, "2026-06-10", clients__acme=None, clients__other="client: O\n")
    plans, _ = plans_since(history(tmp_path, "clients/acme.yaml"), date(2026, 6, 1))
    assert plans[-1] == (date(2026, 6, 10), None)
