"""To whom a campaign goes, as text and as JSON."""

import json

from scenes import TODAY, book

from relplan.analysis.targets import targets
from relplan.reports import campaign_targets
from relplan.reports.sections import plain


def decider(name, **more):
    return {"name": name, "role": "decision-maker", **more}


def pitch(to, outcome="open", **more):
    return {"date": "2026-11-18", "at": "acme", "to": to, "by": "ben", "outcome": outcome, **more}


def found():
    roles = {
        "jane": decider("Jane", title="CFO", ours="ben", tie="credible"),
        "otto": decider("Otto"),
        "lena": decider("Lena"),
    }
    plans = {
        "acme": {"roles": roles},
        "asleep": {"client": "Asleep", "status": "dormant", "roles": {"kim": decider("Kim")}},
        "nobody": {"client": "Nobody", "roles": {}},
    }
    shape = {
        "proposition": "x",
        "cohort": {"clients": list(plans)},
        "pitches": [pitch("otto", feedback="who counts?"), pitch("lena", "accepted")],
    }
    made = book(plans, campaigns={"stock": shape})
    return targets(made.campaigns["stock"], made, TODAY)


def test_who_decides_stands_in_groups_with_who_goes():
    assert plain(campaign_targets.page("stock", found(), TODAY)) == (
        "stock: 2 of 4 decision makers have heard it\n"
        "\n"
        "HAVE NOT HEARD IT\n"
        "· Jane, CFO, Acme (acme jane)\n"
        "    Ben Archer goes, who keeps this tie (credible)\n"
        "\n"
        "NOT NOW\n"
        "· Kim, Asleep (asleep kim)\n"
        "  ! the plan is dormant\n"
        "\n"
        "HAVE NOT ANSWERED\n"
        "· Otto, Acme (acme otto)\n"
        "    18 Nov by ben, open: who counts?\n"
        "    Ben Archer goes, who pitched it to them\n"
        "\n"
        "HAVE ANSWERED\n"
        "· Lena, Acme (acme lena)\n"
        "    18 Nov by ben, accepted\n"
        "\n"
        "WHO DECIDES IS NOT KNOWN\n"
        "! Nobody: nobody in the plan is a decision-maker\n"
    )


def test_a_program_gets_who_goes_and_why_nobody_does():
    value = json.loads(campaign_targets.as_json("stock", found(), TODAY))
    jane, otto, _, kim = value["targets"]
    assert jane["goes"] == {"member": "ben", "because": "who keeps this tie (credible)"}
    assert (jane["pitches"], jane["wait"]) == ([], None)
    assert otto["pitches"][0]["outcome"] == "open"
    assert kim["wait"] == "the plan is dormant"
    assert value["undecided"] == ["Nobody"]


def test_where_nobody_is_near_an_owner_is_asked_for():
    made = book(
        {"acme": {"owner": None, "roles": {"jane": decider("Jane")}}},
        campaigns={"stock": {"proposition": "x", "cohort": {"clients": ["acme"]}}},
    )
    page = plain(
        campaign_targets.page("stock", targets(made.campaigns["stock"], made, TODAY), TODAY)
    )
    assert "    nobody of ours is near: give the campaign an owner\n" in page
