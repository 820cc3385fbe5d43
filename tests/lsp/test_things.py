"""What ids mean, and where they stand."""

import pytest
from desks import ACME, LOG, PLAN, desk

from relplan.files.known import Thing
from relplan.lsp.things import definition, definitions, references, said, thing_at

JANE = Thing("person", ACME, "jane")


def words(made, places):
    return [(at.path, made.text(at.path)[at.start : at.end]) for at in places]


@pytest.mark.parametrize(
    ("near", "kind", "id_"),
    [
        ("jane: {name", "person", "jane"),
        ("ben, tie", "member", "ben"),
        ("no-plant-tie]", "weakness", "no-plant-tie"),
        ("plants-call-us:", "goal", "plants-call-us"),
        ("open-door:", "initiative", "open-door"),
        ("Acme plc", "client", "acme"),
    ],
)
def test_an_id_is_known_wherever_it_stands(tmp_path, near, kind, id_):
    made = desk(tmp_path)
    found = thing_at(made.loaded, ACME, PLAN.index(near) + 1)
    assert (found.thing.kind, found.thing.id) == (kind, id_)


def test_a_text_and_an_unknown_id_mean_nothing(tmp_path):
    made = desk(tmp_path)
    assert thing_at(made.loaded, ACME, PLAN.index("Jane Porter")) is None
    made.put(ACME, PLAN.replace("ours: ben", "ours: bob"))
    assert thing_at(made.loaded, ACME, PLAN.index("ours: ben") + 7) is None
    assert thing_at(made.loaded, "clients/none.yaml", 0) is None


def test_a_definition_is_the_key_and_of_a_file_its_name(tmp_path):
    made = desk(tmp_path)
    documents = made.loaded.documents
    at = [definition(documents, one) for one in (JANE, Thing("client", ACME, "acme"))]
    assert words(made, at) == [(ACME, "jane"), (ACME, "client")]
    assert definition(documents, Thing("member", "relplan.yaml", "nobody")) is None
    assert definition(documents, Thing("client", "clients/x.yaml", "x")) is None


def test_a_tier_that_nobody_wrote_is_defined_nowhere(tmp_path):
    made = desk(tmp_path)
    assert definition(made.loaded.documents, Thing("tier", "relplan.yaml", "senior")) is None


def test_references_are_found_in_every_file_that_mentions_it(tmp_path):
    made = desk(tmp_path, {"clients/other.yaml": PLAN})
    log = "touches/acme.yaml"
    assert words(made, references(made.loaded, JANE)) == [
        (ACME, "jane"),
        (log, "jane"),
        (log, "jane"),
    ]
    raj = references(made.loaded, Thing("person", ACME, "raj"))
    assert words(made, raj) == [(ACME, "raj"), (log, "raj"), (log, "2026-11-05 raj")]
    ben = references(made.loaded, Thing("member", "relplan.yaml", "ben"))
    assert [at.path for at in ben].count("clients/other.yaml") == 2
    assert len(ben) == 2 * 2 + LOG.count("ben")


def test_what_is_said_of_a_thing_is_its_name_or_its_text(tmp_path):
    documents = desk(tmp_path).loaded.documents
    found = {one.id: said(documents, one) for one, _ in definitions(documents[ACME])}
    assert found == {
        "acme": "Acme plc",
        "jane": "Jane Porter",
        "raj": "Raj Malhotra",
        "first-call": "They ring us first",
        "no-plant-tie": "Nobody of ours knows a plant manager",
        "plants-call-us": "The plant managers call us first",
        "open-door": "Free workshop to open the door for the next audit",
    }
    assert said(documents, Thing("client", "clients/x.yaml", "x")) == ""
    assert said(documents, Thing("person", ACME, "nobody")) == ""
