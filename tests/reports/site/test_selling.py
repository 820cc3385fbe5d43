"""What a campaign's page shows."""

from types import MappingProxyType

import scenes

from relplan.files.book import Loaded
from relplan.reports.site.selling import campaigns, selling
from relplan.reports.site.source import Whole

STOCK = {
    "proposition": "We hold the stock",
    "owner": "ben",
    "cohort": {"clients": ["acme", "gone"], "prospects": ["contoso"]},
    "runs": {"from": "2026-10-01", "to": "2026-12-01"},
    "pitches": [
        {"date": "2026-11-01", "at": "acme", "to": "jane", "by": "ben", "outcome": "later"}
    ],
}


def whole(**campaign):
    boss = {"name": "Max Boss", "role": "decision-maker"}
    return Whole(
        Loaded(
            scenes.Path(),
            scenes.book(
                {"acme": {"roles": {"jane": scenes.jane(), "max": boss}}},
                prospects={"contoso": {"prospect": "Contoso", "owner": "amara"}},
                campaigns={"stock": {**STOCK, **campaign}},
            ),
        ),
        scenes.TODAY,
        (),
        MappingProxyType({}),
    )


def test_the_cohort_says_what_came_of_it_and_who_was_passed_over():
    made = whole()
    rows = selling(made, made.book.campaigns["stock"]).cohort
    assert [(one.client.name, one.pitched, one.missing) for one in rows] == [
        ("Acme", "later", "Max Boss"),
        ("gone", "not yet", ""),
        ("Contoso", "not yet", ""),
    ]
    assert [one.client.href for one in rows] == ["clients/acme.html", "", "prospects/contoso.html"]


def test_the_newest_pitch_stands_first_with_the_name_of_who_heard_it():
    made = whole(
        pitches=[*STOCK["pitches"], {"date": "2026-11-02", "at": "acme", "to": "jane", "by": "ben"}]
    )
    rows = selling(made, made.book.campaigns["stock"]).pitches
    assert [(one.day, one.to, one.by) for one in rows] == [
        ("2 Nov", "Jane Porter", "Ben Archer"),
        ("1 Nov", "Jane Porter", "Ben Archer"),
    ]


def test_a_campaign_that_is_over_says_so():
    [row] = campaigns(whole(runs={"from": "2026-10-01", "to": "2026-10-31"}))
    assert (row.runs, row.pitched, row.over) == ("1 Oct to 31 Oct (over)", "1 of 3", True)


def test_a_campaign_without_dates_says_so():
    [row] = campaigns(whole(runs=None))
    assert row.runs == "no dates"
