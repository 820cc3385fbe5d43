"""What is offered at the cursor."""

import pytest
from desks import ACME, desk, split

from relplan.files.places import REFERRING
from relplan.lsp.completion import fits, offers

BOOK = {
    "prospects/contoso.yaml": "prospect: Contoso\nroles: {lena: {name: Lena}}\nsteps:\n  first: {what: A talk}\n",
    "campaigns/stock.yaml": "proposition: We hold the stock\n",
}


def offered(made, path, typed):
    text, offset = split(typed)
    made.put(path, text)
    return [one.text for one in offers(made.whole, path, text, offset)]


PLAN = "client: Acme plc\nowner: amara\nroles:\n  jane: {name: Jane}\n  raj: {name: Raj}\nweaknesses: {no-tie: {text: None}}\n"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("owner: ¦", ["amara", "ben", "priya"]),
        (PLAN + "team: [¦", ["amara", "ben", "priya"]),
        (PLAN + "goals:\n  g:\n    goal: G\n    answers: [¦]\n", ["no-tie"]),
        (
            PLAN
            + "goals:\n  g:\n    goal: G\n    initiatives:\n      i:\n        for:\n          - ¦",
            ["jane", "raj"],
        ),
        (
            PLAN.replace("name: Raj", "name: Raj, stance: ¦"),
            ["mentor", "supporter", "neutral", "sceptic", "opponent"],
        ),
        (PLAN + "priority: ¦", ["A", "B", "C"]),
        (PLAN + "notes: he is a ¦", []),
    ],
)
def test_ids_and_choices_are_offered_where_they_may_stand(tmp_path, typed, known):
    made = desk(tmp_path)
    made.put(ACME, PLAN)
    assert offered(made, ACME, typed) == known


def test_fields_are_offered_without_those_that_are_there(tmp_path):
    found = offered(desk(tmp_path), ACME, PLAN.replace("{name: Raj}", "{name: Raj, st¦}"))
    assert "stance: " in found
    assert "name: " not in found
    top = offered(desk(tmp_path), ACME, PLAN + "¦")
    assert "goals:" in top
    assert "owner: " not in top


def test_a_log_offers_its_plans_people_ways_and_fields(tmp_path):
    made = desk(tmp_path)
    log = "touches/acme.yaml"
    assert offered(made, log, "- {date: 2026-11-03, with: [jane, ¦") == ["jane", "raj"]
    assert offered(made, log, "- {date: 2026-11-03, how: ¦}")[:2] == ["call", "email"]
    assert offered(made, log, "- {void: 2026-11-03 ¦}") == ["jane", "raj"]
    assert offered(made, log, "- {date: 2026-11-03, for: ¦}") == ["open-door"]
    assert "with:" in [one.rstrip() for one in offered(made, log, "- {date: 2026-11-03, w¦}")]
    assert offered(made, log, "- {date: 2026-11-03, answered: ¦}") == ["true", "false"]


def test_other_files_offer_clients_tiers_people_and_steps(tmp_path):
    made = desk(tmp_path, BOOK)
    assert offered(made, "campaigns/stock.yaml", "cohort: {clients: [¦") == ["acme"]
    pitch = "pitches:\n  - {date: 2026-11-03, at: contoso, to: ¦}\n"
    assert offered(made, "campaigns/stock.yaml", pitch) == ["lena"]
    settings = "firm: H\nteam:\n  amara: {name: A, tier: ¦}\n"
    assert offered(made, "relplan.yaml", settings) == [
        "admin",
        "marketing",
        "principal",
        "senior",
        "staff",
    ]


def test_people_of_a_step_are_offered_as_keys(tmp_path):
    made = desk(tmp_path, BOOK)
    text = BOOK["prospects/contoso.yaml"] + "  second:\n    what: B\n    needs: ¦\n"
    assert offered(made, "prospects/contoso.yaml", text) == ["first", "second"]
    text = BOOK["prospects/contoso.yaml"] + "  second:\n    what: B\n    people: {¦}\n"
    assert offered(made, "prospects/contoso.yaml", text)[:2] == ["amara", "ben"]


def test_an_offer_says_what_it_is(tmp_path):
    made = desk(tmp_path)
    text, offset = split(PLAN.replace("owner: amara", "owner: ¦"))
    found = {one.text: one.about for one in offers(made.whole, ACME, text, offset)}
    assert found["ben"] == "member: Ben Archer"


def test_every_place_fits_its_own_path():
    for places in REFERRING.values():
        for place in places:
            steps = place.where.split(".")
            path = tuple(0 if step == "-" else "x" if step == "*" else step for step in steps)
            assert fits(place, path), place.where
            assert fits(place, (*path, 3)), place.where
            assert not fits(place, (*path, "more")), place.where
