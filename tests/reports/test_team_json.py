import json

from scenes import TODAY, book, jane

from relplan.analysis.charge import in_charge_of
from relplan.analysis.departure import departure
from relplan.analysis.load import load_of, team
from relplan.reports.team_json import departure_json, member_json, team_json

TIERS = {"principal": {"contacts": "1", "budget": "50 GBP"}}
LOG = [
    {"date": "2026-11-02", "how": "lunch", "cost": "64.50 GBP", "hours": "2"},
    {"date": "2026-11-02", "promise": {"what": "the list", "by": "2026-11-24"}},
]
BOOK = book(
    {"acme": {"roles": {"jane": jane(), "raj": jane(ours="ben")}}}, {"acme": LOG}, tiers=TIERS
)


def test_the_team_for_a_program():
    found = json.loads(team_json(BOOK, team(BOOK, TODAY)))
    assert found["version"] == 1
    assert found["today"] == "2026-11-25"
    amara, ben = found["members"]
    assert amara["list"] == [{"client": "acme", "person": "jane"}]
    assert (amara["spent"], amara["budget"], amara["left"]) == (
        {"GBP": "64.50"},
        "50 GBP",
        "-14.50",
    )
    assert amara["promises"] == {"kept": 0, "late": 0, "broken": 1}
    assert (ben["lunches"], ben["lunches_budget"], ben["left"]) == (0, 12, None)
    assert found["to_settle"] == ["Amara Okafor's budget of 50 GBP is overspent: over by 14.50 GBP"]


def test_a_member_with_all_that_is_in_charge():
    load, charges = load_of(BOOK, "ben", TODAY), in_charge_of(BOOK, "ben", TODAY)
    found = json.loads(member_json(TODAY, BOOK, load, charges))
    assert (found["member"], found["name"], found["list_most"]) == ("ben", "Ben Archer", 20)
    [tie] = found["charges"]
    assert (tie["kind"], tie["at"], tie["people"], tie["by"]) == ("tie", "acme", ["raj"], None)


def test_a_departure_with_who_is_nearest():
    found = json.loads(departure_json(TODAY, departure(BOOK, "ben", TODAY)))
    assert found["leaves"] == "ben"
    [tie] = found["hanging"]
    assert (tie["to"], tie["known"], tie["why"]) == (
        "amara",
        True,
        "2 touches there in the last year",
    )
    assert found["lists"] == [{"member": "amara", "before": 1, "after": 2, "most": 1}]


def test_it_is_plain_ascii():
    strange = book({"acme": {"client": "株式会社\x1b", "owner": "ben"}})
    assert departure_json(TODAY, departure(strange, "ben", TODAY)).isascii()
