"""Campaigns as text and as JSON."""

import json

from scenes import TODAY, book

from relplan.analysis.standing import standing, standings
from relplan.reports import campaigns
from relplan.reports.sections import plain

ROLES = {"jane": {"name": "Jane\x1b[31m Porter", "role": "decision-maker"}}
FULL = {
    "proposition": "We hold the stock",
    "promise": "no stock-outs",
    "owner": "ben",
    "executives": {"ops": "Dana", "it": "Lee"},
    "resistance": {
        "cash": {"who": "Dana", "what": "tied up", "answer": "pilots"},
        "b": {"what": "time"},
    },
    "cohort": {"is": "plants", "clients": ["acme"], "where": {"of": "prospects"}},
    "runs": {"from": "2026-11-02", "to": "2026-12-18"},
    "pitches": [
        {
            "date": "2026-11-18",
            "at": "acme",
            "to": "jane",
            "by": "ben",
            "outcome": "accepted",
            "feedback": "yes",
        },
        {"date": "2026-11-10", "at": "gone", "to": "otto", "by": "ben"},
    ],
    "versions": {"2026-11-20": "Counted at night"},
}


def of(**shapes):
    shapes = shapes or {"stock": FULL}
    return book(
        {"acme": {"roles": ROLES}}, prospects={"contoso": {"prospect": "Contoso"}}, campaigns=shapes
    )


def test_a_campaign_on_one_screen():
    found = of()
    page = plain(campaigns.page(standing(found, "stock", TODAY), found, TODAY))
    assert page == (
        "stock: running until 18 Dec, since 2 Nov, in the care of Ben Archer\n"
        "  We hold the stock\n"
        "  promise     no stock-outs\n"
        "  executives  Dana, Lee (2 departments)\n"
        "  resistance  1 of 2 answered\n"
        "  cohort      1 client, 1 prospect: plants\n"
        "  pitched     2 people; 1 of 1 decision maker\n"
        "  accepted    1 of 1 who answered; 1 open\n"
        "  learned     1 feedback, 1 version since, the last on 20 Nov\n"
        "\n"
        "RESISTANCE\n"
        "· Dana: tied up (cash)\n"
        "    pilots\n"
        "! time (b)\n"
        "    nothing answers it yet\n"
        "\n"
        "COHORT\n"
        "· Acme (acme, listed)\n"
        "· Contoso (contoso, by the rule)\n"
        "\n"
        "PITCHES\n"
        "· 10 Nov, ben to otto, gone: open\n"
        "· 18 Nov, ben to Jane\\x1b[31m Porter, Acme: accepted: yes\n"
        "\n"
        "VERSIONS\n"
        "· 20 Nov: Counted at night\n"
    )


def test_a_bare_proposition_says_what_is_not_known():
    found = of(stock={"proposition": "We hold the stock"})
    page = plain(campaigns.listing(standings(found, TODAY), found, TODAY))
    assert page == (
        "stock: not planned yet: say when under `runs:`\n"
        "  We hold the stock\n"
        "  executives  nobody (0 departments)\n"
        "  resistance  none is known\n"
        "  cohort      nobody\n"
        "  pitched     0 people; 0 of 0 decision makers\n"
        "  accepted    0 of 0 who answered; 0 open\n"
        "  learned     0 feedbacks, 0 versions since\n"
    )


def test_without_campaigns_the_list_says_how_to_start_one():
    found = book()
    page = plain(campaigns.listing([], found, TODAY))
    assert page == "no campaign yet; start one with: relplan new campaign\n"


def test_a_terminal_gets_lines_that_fit():
    found = of()
    lines = [
        line.text
        for section in campaigns.page(standing(found, "stock", TODAY), found, TODAY, 40)
        for line in section.lines[1:]
    ]
    assert max(map(len, lines)) <= 40


def test_the_run_is_said_from_where_it_is():
    runs = {
        "to come: 26 Nov to 18 Dec": {"from": "2026-11-26", "to": "2026-12-18"},
        "over since 24 Nov": {"from": "2026-11-02", "to": "2026-11-24"},
    }
    for said, run in runs.items():
        found = of(stock=FULL | {"runs": run})
        assert campaigns.run_of(standing(found, "stock", TODAY), TODAY) == said


def test_a_program_gets_every_number_and_nothing_but_ascii():
    found = of()
    text = campaigns.as_json(standings(found, TODAY), TODAY)
    assert text.isascii()
    [one] = json.loads(text)["campaigns"]
    assert (one["pitched"], one["answered"], one["accepted"], one["open"]) == (2, 1, 1, 1)
    assert one["cohort"]["members"] == [
        {"id": "acme", "kind": "clients", "listed": True},
        {"id": "contoso", "kind": "prospects", "listed": False},
    ]
    assert one["pitches"][0]["feedback"] == "yes"
    assert one["versions"] == {"2026-11-20": "Counted at night"}
