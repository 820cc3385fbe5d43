from contextlib import closing

from exports import acme, quay, source
from scenes import jane

from relplan.reports.export.database import database
from relplan.reports.export.views import FLAGS, LISTS, VIEWS, columns_of


def asked(of, name):
    with closing(database(source(of))) as made:
        cursor = made.execute(f"select * from {name}")
        names = [one[0] for one in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def test_a_view_has_the_columns_that_it_promises():
    with closing(database(source(quay()))) as made:
        for view in VIEWS:
            cursor = made.execute(f"select * from {view.name}")
            assert tuple(one[0] for one in cursor.description) == columns_of(view.name)


def test_flags_and_lists_of_views_are_columns_of_views():
    known = {column for view in VIEWS for column in columns_of(view.name)}
    assert {*FLAGS, *LISTS} <= known


def test_due_is_what_is_due_today():
    of = acme(
        {"date": "2026-10-01", "how": "call"},
        {"date": "2026-11-24", "with": "raj"},
        roles={"jane": jane(), "raj": jane(name="Raj")},
    )
    (found,) = asked(of, "due")
    assert (found["client_name"], found["person_name"], found["owner_name"]) == (
        "Acme",
        "Jane Porter",
        "Amara Okafor",
    )
    assert found["days_late"] == 27


def test_coverage_has_a_row_for_each_of_ours_and_one_for_nobody():
    of = acme(
        {"date": "2026-11-01", "by": "ben"},
        {"date": "2026-10-01", "by": "ben"},
        {"date": "2026-09-01"},
        {"date": "2025-11-25"},
        {"date": "2026-11-02", "by": "ben", "answered": False},
        {"date": "2025-11-25", "with": "raj"},
        roles={
            "jane": jane(),
            "raj": jane(name="Raj"),
            "gil": jane(name="Gil", left="2026-11-25"),
        },
    )
    found = [(one["person"], one["member"], one["touches"]) for one in asked(of, "coverage")]
    assert found == [("jane", "amara", 1), ("jane", "ben", 2), ("raj", None, 0)]


def test_coverage_counts_what_the_analysis_counts():
    from relplan.analysis.contacts import in_force
    from relplan.analysis.coverage import coverage

    of = quay()
    expected = [
        (client, row.id, member, count)
        for client, plan in of.everyone().items()
        for row in coverage(plan, in_force(of.touches.get(client, ())), source(of).today, {}).rows
        for member, count in sorted(row.touches.items()) or [(None, 0)]
    ]
    keys = ("client", "person", "member", "touches")
    found = [tuple(one[key] for key in keys) for one in asked(of, "coverage")]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_touches_are_counted_by_month_and_member():
    of = acme(
        {"date": "2026-11-01", "hours": "1.5"},
        {"date": "2026-11-30"},
        {"date": "2026-11-02", "hours": "2"},
        {"date": "2026-10-31", "by": "ben"},
    )
    found = [
        (one["month"], one["member"], one["touches"], one["hours"])
        for one in asked(of, "touches_per_month")
    ]
    assert found == [("2026-10", "ben", 1, 0), ("2026-11", "amara", 2, 3.5)]


def test_open_initiatives_say_which_are_late():
    goals = {
        "g": {
            "goal": "x",
            "initiatives": {
                "a": {"what": "Clinic", "by": "2026-11-24"},
                "b": {"what": "Walk", "by": "2026-11-25", "status": "doing"},
                "c": {"what": "Talk", "status": "done"},
                "d": {"what": "Call"},
            },
        }
    }
    found = [(one["id"], one["late"]) for one in asked(acme(goals=goals), "open_initiatives")]
    assert found == [("a", 1), ("b", 0), ("d", None)]


def test_open_promises_are_those_not_kept():
    of = acme(
        {"date": "2026-11-06", "promise": {"what": "one", "by": "2026-11-20"}},
        {"date": "2026-11-06", "promise": {"what": "two", "by": "2026-11-28"}},
        {"date": "2026-11-06", "promise": {"what": "three", "by": "2026-11-28"}},
        {"date": "2026-11-10", "kept": "three"},
    )
    found = [(one["what"], one["state"]) for one in asked(of, "open_promises")]
    assert found == [("one", "broken"), ("two", "open")]
