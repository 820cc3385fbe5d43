from exports import acme, rows, source

from relplan.reports.export.log_tables import DUE_ITEMS, PROMISES, TOUCH_PEOPLE, TOUCHES

PROMISE = {"what": "send the benchmark", "by": "2026-11-20"}
GOALS = {
    "g": {"goal": "x", "initiatives": {"clinic": "Clinic"}},
    "h": {"goal": "y", "initiatives": {"clinic": "The other one"}},
}


def test_every_entry_of_the_log_is_there_and_says_whether_it_counts():
    of = acme(
        {"date": "2026-11-01", "how": "lunch", "cost": "64.50 GBP", "hours": "1.5"},
        {"date": "2026-11-02"},
        {"date": "2026-11-02", "void": "2026-11-02 jane"},
        {"date": "2026-11-03", "answered": False},
        {"date": "2026-11-04", "planned": True},
        {"date": "2026-12-24"},
        {"date": "2026-11-05", "snooze": "2026-12-01"},
    )
    found = rows(TOUCHES, source(of))
    assert [one["entry"] for one in found] == [1, 2, 3, 4, 5, 6, 7]
    assert [one["counts"] for one in found] == [True] + 6 * [False]
    assert [one["in_force"] for one in found] == [True, False, False, True, True, True, True]
    assert (found[0]["cost"], found[0]["currency"], found[0]["hours"]) == (64.5, "GBP", 1.5)


def test_a_touch_names_the_goal_of_its_initiative():
    lines = {"date": "2026-11-01", "for": "clinic"}, {"date": "2026-11-02", "for": "gone"}
    first, second = rows(TOUCHES, source(acme(*lines, goals=GOALS)))
    assert (first["goal"], first["initiative"]) == ("g", "clinic")
    assert (second["goal"], second["initiative"]) == (None, "gone")


def test_a_person_stands_once_beside_a_touch():
    of = acme({"date": "2026-11-01", "with": ["jane", "raj", "jane"]})
    assert TOUCH_PEOPLE.read(source(of)) == [["acme", 1, "jane"], ["acme", 1, "raj"]]


def test_a_promise_says_what_became_of_it():
    of = acme(
        {"date": "2026-11-06", "promise": PROMISE},
        {"date": "2026-11-07", "promise": {"what": "call", "by": "2026-11-30"}},
        {"date": "2026-11-18", "kept": "Send the benchmark"},
    )
    first, second = rows(PROMISES, source(of))
    assert (first["state"], first["given"], first["kept"]) == ("kept", "2026-11-06", "2026-11-18")
    assert (second["state"], second["kept"], second["owner"]) == ("open", None, "amara")


def test_the_list_is_that_of_due():
    (found,) = rows(DUE_ITEMS, source(acme({"date": "2026-10-01", "how": "call"})))
    assert (found["number"], found["kind"], found["person"]) == (1, "contact", "jane")
    assert (found["due"], found["is_due"], found["days_late"]) == ("2026-10-29", True, 27)
    assert found["why"] == "55 days since call on 1 Oct, every 4w"
    assert found["owner"] == "amara"
