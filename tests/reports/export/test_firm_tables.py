from exports import rows, source
from scenes import book, jane

from relplan.reports.export.firm_tables import BOOK, CAMPAIGNS, COHORT, MEMBERS, PITCHES

CAMPAIGN = {
    "proposition": "We hold the stock",
    "owner": "ben",
    "cohort": {"clients": ["acme", "nobody"], "prospects": ["contoso"]},
    "runs": {"from": "2027-01-11", "to": "2027-03-26"},
    "pitches": [
        {"date": "2027-01-14", "at": "acme", "to": "jane", "by": "ben", "feedback": "who pays?"},
        {"date": "2027-01-15", "at": "nobody", "to": "x", "by": "ben"},
    ],
}


def firm(client=None):
    return source(
        book(
            {"acme": {"roles": {"jane": jane()}}},
            prospects={"contoso": {"prospect": "Contoso"}},
            campaigns={"stock": CAMPAIGN},
        ),
        client=client,
    )


def test_the_book_says_what_it_was_made_of():
    assert rows(BOOK, firm()) == [
        {"version": 1, "firm": "Hartwell", "today": "2026-11-25", "until": "2027-02-24"}
    ]


def test_the_team_stands_as_in_the_settings():
    assert [
        (one["id"], one["name"], one["tier"], one["left"]) for one in rows(MEMBERS, firm())
    ] == [
        ("amara", "Amara Okafor", "principal", None),
        ("ben", "Ben Archer", "senior", None),
    ]


def test_a_campaign_has_its_cohort_and_its_pitches():
    (campaign,) = rows(CAMPAIGNS, firm())
    assert (campaign["runs_from"], campaign["runs_to"]) == ("2027-01-11", "2027-03-26")
    assert COHORT.read(firm()) == [["stock", "acme"], ["stock", "contoso"]]
    (pitch,) = rows(PITCHES, firm())
    assert (pitch["number"], pitch["client"], pitch["person"]) == (1, "acme", "jane")
    assert (pitch["outcome"], pitch["feedback"]) == ("open", "who pays?")


def test_of_one_client_there_are_its_own_pitches_only():
    assert COHORT.read(firm("contoso")) == [["stock", "contoso"]]
    assert PITCHES.read(firm("contoso")) == []


def test_a_cohort_has_those_too_whom_its_rule_finds():
    of = book(
        {"acme": {"tags": ["plants"]}, "swale": {}},
        campaigns={"stock": {"proposition": "x", "cohort": {"where": {"tags": ["plants"]}}}},
    )
    assert COHORT.read(source(of)) == [["stock", "acme"]]
