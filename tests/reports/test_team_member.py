"""One member's page, and the page of a departure."""

import pytest
from scenes import TEAM, TODAY, book, jane

from relplan.analysis.charge import KINDS, in_charge_of
from relplan.analysis.departure import Nearness, departure
from relplan.analysis.load import load_of
from relplan.reports.layout import width
from relplan.reports.sections import plain
from relplan.reports.team_member import (
    HEADINGS,
    View,
    departure_sections,
    member_sections,
    why,
)

FULL = {"principal": {"contacts": "1"}}
GOALS = {
    "g": {
        "goal": "They call us",
        "initiatives": {
            "i": {"what": "A day", "owner": "ben", "by": "2027-03-01", "for": ["jane"]}
        },
    }
}
PLAN = {"roles": {"jane": jane(ours="ben", tie="credible", role="approver")}, "goals": GOALS}


def of_member(of, member="ben"):
    load, charges = load_of(of, member, TODAY), in_charge_of(of, member, TODAY)
    return plain(member_sections(View(of, TODAY), load, charges))


def leaving(of, member="ben", columns=None):
    return plain(departure_sections(View(of, TODAY, columns), departure(of, member, TODAY)))


def test_a_members_page_has_the_load_and_everything_in_charge():
    shown = of_member(book({"acme": PLAN}))
    assert shown.startswith(
        "Ben Archer (ben)\nsenior\nlist 1 of 20 · lunches 0 of 12 · spent 0 · hours 0 · overdue 1\n"
    )
    assert shown.endswith(
        "\n\nTIES\n· Acme: Jane Porter, approver, tie credible\n"
        "\nINITIATIVES\n· Acme, for Jane Porter: A day (by 1 Mar 2027)\n"
    )


def test_a_planned_touch_has_its_day_and_with_whom():
    visit = {"date": "2026-12-03", "by": "ben", "how": "visit", "planned": True}
    shown = of_member(book({"acme": {"roles": {"jane": jane()}}}, {"acme": [visit]}))
    assert shown.endswith("\n\nPLANNED TOUCHES\n· Acme, with Jane Porter: visit (on 3 Dec)\n")


def test_a_departure_says_what_hangs_who_is_nearest_and_how_the_lists_grow():
    log = [{"date": "2026-11-02", "by": "amara"}]
    assert leaving(book({"acme": PLAN}, {"acme": log})) == (
        "if Ben Archer leaves: 1 tie, 1 initiative hang in the air\n"
        "→ who is nearest: most touches with the person in the last year, then the strongest tie"
        " with the client, then most room on the list\n"
        "\n"
        "TIES\n"
        "· Acme: Jane Porter, approver, tie credible\n"
        "    → amara: 1 touch with them in the last year\n"
        "\n"
        "INITIATIVES\n"
        "· Acme, for Jane Porter: A day (by 1 Mar 2027)\n"
        "    → amara: 1 touch with them in the last year\n"
        "\n"
        "LISTS AFTERWARDS\n"
        "· amara: 0, then 1 of 10\n"
    )


def test_what_nobody_else_knows_is_marked():
    shown = leaving(book({"acme": {**PLAN, "owner": None}}))
    assert "! Acme: Jane Porter, approver, tie credible\n" in shown
    assert "    → amara: nobody else knows them; has most room\n" in shown


def test_where_nobody_is_left_it_says_so():
    shown = leaving(book({"acme": PLAN}, team={"ben": TEAM["ben"]}))
    assert "    → nobody is left to take it\n" in shown
    assert "LISTS AFTERWARDS" not in shown


def test_a_list_that_becomes_too_long_is_marked():
    of = book({"acme": PLAN}, tiers={"principal": {"contacts": "1"}})
    assert "· amara: 0, then 1 of 1\n" in leaving(of)
    roles = {"jane": jane(ours="ben"), "raj": jane(ours="ben")}
    of = book({"acme": {"roles": roles}}, tiers={"principal": {"contacts": "1"}})
    assert "! amara: 0, then 2 of 1\n" in leaving(of)


def test_a_departure_without_a_trace_says_so():
    assert leaving(book({})) == "if Ben Archer leaves: nothing is in their charge\n"


def test_who_has_left_has_left():
    gone = {**TEAM, "ben": {**TEAM["ben"], "left": "2026-11-20"}}
    shown = leaving(book({"acme": {"owner": "ben"}}, team=gone))
    assert shown.startswith("Ben Archer left on 20 Nov: 1 client hangs in the air\n")


def test_when_the_nearest_has_no_room_the_nearest_who_has_is_named_too():
    team = {**TEAM, "priya": {"name": "Priya V", "tier": "senior"}}
    log = [{"date": "2026-11-02", "by": "amara"}]
    acme = {**PLAN, "roles": {**PLAN["roles"], "raj": jane()}, "team": ["priya"]}
    of = book({"acme": acme}, {"acme": log}, team=team, tiers=FULL)
    assert (
        "· Acme: Jane Porter, approver, tie credible\n"
        "    → amara: 1 touch with them in the last year\n"
        "      or, with room on the list, priya: named in the plan\n"
    ) in leaving(of)


@pytest.mark.parametrize("columns", [40, 80])
def test_nothing_is_wider_than_the_terminal(columns):
    lines = leaving(book({"acme": PLAN}), columns=columns).splitlines()
    assert all(width(line) <= columns for line in lines)


def test_every_kind_of_charge_has_a_heading():
    assert tuple(HEADINGS) == KINDS


@pytest.mark.parametrize(
    ("near", "said"),
    [
        (Nearness("a", 2, 4, 9, named=True), "2 touches with them in the last year"),
        (Nearness("a", 0, 4, 9, named=True), "keeps a tie there (trusted-adviser)"),
        (Nearness("a", 0, 0, 1, named=True), "1 touch there in the last year"),
        (Nearness("a", 0, 0, 0, named=True), "named in the plan"),
        (Nearness("a", 0, 0, 0, named=False), "nobody else knows them; has most room"),
    ],
)
def test_the_strongest_reason_is_given(near, said):
    assert why(near) == said


def test_foreign_text_cannot_reach_the_terminal():
    of = book({"acme": {"client": "Ac\x1bme", "owner": "ben"}})
    assert "Ac\\x1bme (acme)" in leaving(of)
