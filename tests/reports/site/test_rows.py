"""The lists of clients: by priority, by owner, and what stands in a line."""

from types import MappingProxyType

import scenes

from relplan.files.book import Loaded
from relplan.reports.site.rows import by_priority, owners
from relplan.reports.site.source import Whole


def whole(book):
    return Whole(Loaded(scenes.Path(), book), scenes.TODAY, (), MappingProxyType({}))


def row(book):
    [group] = by_priority(whole(book))
    return group.rows[0]


def test_clients_stand_under_their_priorities_by_name():
    book = scenes.book(
        {
            "b": {"client": "beta", "priority": "A"},
            "a": {"client": "Gamma", "priority": "A"},
            "c": {"client": "Alpha", "priority": "C"},
        }
    )
    found = [
        (one.heading, [each.client.name for each in one.rows]) for one in by_priority(whole(book))
    ]
    assert found == [("Priority A", ["beta", "Gamma"]), ("Priority C", ["Alpha"])]


def test_a_line_counts_who_is_overdue_and_what_is_late():
    late = {
        "goal": "g",
        "initiatives": {"i": {"what": "x", "by": "2026-11-01"}, "j": {"what": "y"}},
    }
    plan = {
        "roles": {"jane": scenes.jane()},
        "goals": {"g": late},
        "status": "damaged",
        "review": {"next": "2026-11-02"},
    }
    found = row(scenes.book({"acme": plan}))
    assert (found.people, found.people_late) == ("1 of 1 overdue", True)
    assert (found.work, found.work_late) == ("2 open", "1 late")
    assert (found.review, found.review_late) == ("2 Nov", True)
    assert found.status == "damaged"


def test_a_line_of_a_client_in_good_order_has_no_mark():
    found = row(scenes.acme({}, {"date": "2026-11-20"}))
    assert (found.people, found.people_late, found.work, found.work_late) == (
        "1 on time",
        False,
        "none open",
        "",
    )


def test_what_nobody_owns_stands_below_the_team():
    book = scenes.book({"acme": {}, "beta": {"client": "Beta", "owner": None}})
    *_, last = owners(whole(book))
    assert last.owner.name == "nobody"
    assert [link.name for cell in last.cells for link in cell.links] == ["Beta"]


def test_an_owner_whom_the_team_does_not_know_is_named_without_a_page():
    [*_, last] = owners(whole(scenes.book({"acme": {"owner": "zoe"}})))
    assert (last.owner.name, last.owner.href) == ("zoe", "")
