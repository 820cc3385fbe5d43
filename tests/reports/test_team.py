"""The page of the whole team."""

from decimal import Decimal

import pytest
from scenes import TEAM, TODAY, book, jane

from relplan.analysis.load import team
from relplan.reports.layout import width
from relplan.reports.sections import plain
from relplan.reports.team import money, sections, unsettled

TIERS = {"principal": {"contacts": "1", "budget": "50 GBP"}}
LOG = [{"date": "2026-11-02", "how": "lunch", "cost": "64.50 GBP", "hours": "2"}]


def busy(**settings):
    """Amara with a list too long and a budget overspent; Ben with nothing."""
    roles = {"jane": jane(), "raj": jane(name="Raj")}
    return book({"acme": {"roles": roles}}, {"acme": LOG}, tiers=TIERS, **settings)


def page(of, columns=None):
    return plain(sections(of, team(of, TODAY), columns))


def said(of):
    return unsettled(of, team(of, TODAY))


def test_a_line_a_member_and_what_is_to_settle_below():
    assert page(busy()) == (
        "Hartwell, 2 members, Wed 25 Nov 2026\n"
        "\n"
        "   member                tier       list     clients  lunches  spent      left"
        "               hours  overdue  promises\n"
        "!  Amara Okafor (amara)  principal  2 of 1   1 A      1        64.50 GBP  over by 14.50 GBP"
        "  2      1\n"
        "   Ben Archer (ben)      senior     0 of 20           0 of 12  0"
        "                             0      0\n"
        "list: people kept, of those the tier means · clients: owned, by priority · lunches, money,"
        " unpaid hours and promises (kept in time, of those that fell due): since 1 January\n"
        "\n"
        "EFFORT\n"
        "  1 touch in the last year: relationships 1 (100 %, 2 unpaid hours) · prospects 0 (0 %)"
        " · campaigns 0 (0 %) · repair 0 (0 %)\n"
        "\n"
        "TO SETTLE\n"
        "! Amara Okafor's list is 1 person too long\n"
        "! Amara Okafor's budget of 50 GBP is overspent: over by 14.50 GBP\n"
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_it_fits_the_terminal_and_loses_no_figure(columns):
    shown = page(busy(), columns)
    assert all(width(line) <= columns for line in shown.splitlines())
    for figure in ("Amara Okafor (amara)", "2 of 1", "64.50 GBP", "14.50"):
        assert figure in " ".join(shown.split())


def test_a_narrow_terminal_gets_a_few_lines_a_member():
    assert "! Amara Okafor (amara), principal\n    list 2 of 1 · clients 1 A" in page(busy(), 60)


def test_a_client_without_an_owner_is_named():
    assert said(book({"acme": {"owner": None}})) == ["Acme (acme) has no owner"]


def test_priorities_out_of_proportion_are_counted():
    plans = {f"c{n}": {} for n in range(3)} | {"d": {"priority": "C"}}
    assert said(book(plans)) == ["3 of 4 active clients are of priority A"]


def test_staff_without_peers_are_named():
    roles = {f"p{n}": jane() for n in range(5)}
    found = book({"acme": {"roles": roles}}, team={**TEAM, "zoe": {"name": "Zoe", "tier": "staff"}})
    assert said(found) == ["Zoe is staff and keeps no peers"]
    roles["p0"] = jane(ours="zoe")
    found = book({"acme": {"roles": roles}}, team={**TEAM, "zoe": {"name": "Zoe", "tier": "staff"}})
    assert said(found) == ["Zoe is staff and keeps 1 peer"]


def test_who_left_with_things_in_charge_is_named_with_the_command_that_helps():
    gone = {**TEAM, "ben": {**TEAM["ben"], "left": "2026-11-01"}}
    found = book({"acme": {"roles": {"jane": jane(ours="ben")}}}, team=gone)
    assert said(found) == [
        'Ben Archer left, and 1 thing is still in their charge: relplan team --what-if "leaves ben"'
    ]


def test_a_firm_that_hangs_on_one_is_told_so():
    plans = {f"c{n}": {"priority": "B", "roles": {"j": jane(tie="credible")}} for n in range(4)}
    assert said(book(plans)) == ["without Amara Okafor, 4 of 4 clients have no real tie with us"]


def test_an_empty_team_is_told_where_to_begin():
    assert "nobody is in the team; add them under `team:` of relplan.yaml" in page(
        book({}, team={})
    )


def test_foreign_text_cannot_reach_the_terminal():
    of = book({}, team={"amara": {"name": "Am\x1b[31mara", "tier": "principal"}})
    assert "\x1b" not in page(of)
    assert "Am\\x1b[31mara" in page(of)


def test_currencies_are_never_added_up():
    assert money((("EUR", Decimal(9)), ("GBP", Decimal("64.50")))) == "9 EUR + 64.50 GBP"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("acme", "relationships: no prospect was met and no proposition put to anybody;"),
        ("newco", "prospects: no client of ours was met for their own sake;"),
    ],
)
def test_a_firm_that_does_only_one_thing_is_told_so(where, said):
    lines = [{"date": f"2026-11-{day + 1:02}"} for day in range(12)]
    of = book(
        {"acme": {"roles": {"jane": jane()}}},
        {where: lines},
        prospects={"newco": {"prospect": "Newco", "roles": {"jane": jane()}}},
    )
    [line] = [one for one in unsettled(of, team(of, TODAY)) if "every touch" in one]
    assert line.startswith(f"every touch of the last year was for {said}")
