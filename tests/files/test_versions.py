from datetime import date

import pytest
import repositories

from relplan.files.history import history
from relplan.files.trails import Commit, Step
from relplan.files.versions import dated, dates_of, plans_since

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


def step(was, now, name="c"):
    return Step(Commit(name, date(2026, 1, 1)), was.encode(), now.encode())


def goal(by, more=""):
    return f"client: A\ngoals:\n  g:\n    initiatives:\n      i: {{what: x, by: {by}}}\n{more}"


def moves(*steps):
    item = "goals.g.initiatives.i"
    return [(str(a[item]), str(b[item])) for a, b in dated(steps).steps]


def test_the_dates_are_followed_from_step_to_step():
    one, two, three = goal("2026-01-01"), goal("2026-02-01"), goal("2026-03-01")
    assert moves(step(one, two), step(two, two + "# x"), step(two, three)) == [
        ("2026-01-01", "2026-02-01"),
        ("2026-02-01", "2026-03-01"),
    ]


def test_a_version_that_cannot_be_read_is_passed_over_and_named():
    one, broken, two = goal("2026-01-01"), goal("2026-02-01 {"), goal("2026-03-01")
    steps = (step(one, broken, "bad"), step(broken, two))
    assert moves(*steps) == [("2026-01-01", "2026-03-01")]
    assert dated(steps).unread == ["bad"]


def test_where_no_date_is_touched_nothing_is_read(monkeypatch):
    monkeypatch.setattr("relplan.files.versions.dates_of", pytest.fail)
    assert moves(step(goal("2026-01-01"), goal("2026-01-01", "notes: new\n"))) == []


def test_a_file_that_came_or_went_moved_no_date():
    away = Step(Commit("c", date(2026, 1, 1)), goal("2026-01-01").encode(), None)
    assert dated([away]).steps == []


def test_the_dates_of_goals_initiatives_steps_and_the_win_by_their_place():
    raw = (
        b"prospect: X\nwin: {what: w, by: 2026-01-01}\nnotes: |\n  goals: none\n"
        b"steps: {a: short, b: {what: x, by: soon}}\n"
        b'goals:\n# a word\n  g: {goal: x, by: "2026-02-01", initiatives: {i: short}}\n  h: short\n'
    )
    assert dates_of(raw) == {
        "win": date(2026, 1, 1),
        "steps.a": None,
        "steps.b": None,
        "goals.g": date(2026, 2, 1),
        "goals.g.initiatives.i": None,
        "goals.h": None,
    }


@pytest.mark.parametrize("raw", [b"", b"- a", b"goals: {", b"\xff", b"text"])
def test_what_is_no_plan_has_no_dates(raw):
    assert dates_of(raw) is None


def test_a_plan_in_brackets_is_read_whole():
    raw = b"{client: A, goals: {g: {goal: x, by: 2026-02-01}}}"
    assert dates_of(raw) == {"goals.g": date(2026, 2, 1)}
