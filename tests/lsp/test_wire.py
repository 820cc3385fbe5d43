"""Answers in the protocol's words."""

import pytest
from books import TODAY
from desks import ACME, PLAN, desk

pytest.importorskip("pygls")

from relplan.lsp.renaming import renamed
from relplan.lsp.things import Stretch
from relplan.lsp.wire import Wire

BOOK = "firm: H\nteam: {amara: {name: A, tier: senior}, ben: {name: B, tier: senior}}\n"


def pair(at):
    return at.line, at.character


def test_a_finding_has_its_place_its_code_and_its_rank(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN.replace("name: Jane Porter, title: CFO", "name: 🎻, title: X, stnce: y"))
    [one] = [one for one in made.findings(ACME, TODAY) if one.code == "RP101"]
    said = Wire(made, {}, "utf-16").diagnostic(one)
    assert (said.code, said.severity, said.source) == ("RP101", 1, "relplan")
    assert said.message == "`stnce` is not a field here; did you mean `stance`? [unknown-field]"
    assert said.code_description is None
    assert (pair(said.range.start), pair(said.range.end)) == ((5, 29), (5, 34))
    assert pair(Wire(made, {}, "utf-8").diagnostic(one).range.start) == (5, 31)


def test_a_finding_links_to_its_rule_where_the_book_says_where_that_is(tmp_path):
    made = desk(tmp_path, {"relplan.yaml": BOOK + "lint: {manual: https://firm.example/rules}\n"})
    [one] = [one for one in made.findings(ACME, TODAY) if one.code == "RP301"]
    said = Wire(made, {}, "utf-16").diagnostic(one)
    assert said.code_description.href == "https://firm.example/rules#rp301-sales-plan-initiative"


def test_an_open_file_keeps_the_address_that_the_editor_gave_it(tmp_path):
    wire = Wire(desk(tmp_path), {ACME: "file:///c%3A/acme.yaml"}, "utf-16")
    assert wire.location(Stretch(ACME, 0, 6)).uri == "file:///c%3A/acme.yaml"
    assert wire.uri("relplan.yaml").endswith("/relplan.yaml")


def test_a_move_comes_after_the_edits(tmp_path):
    made = desk(tmp_path, {"campaigns/c.yaml": "proposition: P\ncohort: {clients: [acme]}\n"})
    steps = Wire(made, {}, "utf-16").renamed(renamed(made, ACME, 1, "zenith")).document_changes
    assert [getattr(one, "kind", "edit") for one in steps] == ["edit", "rename", "rename"]
    assert steps[0].edits[0].new_text == "zenith"
    assert steps[1].new_uri.endswith("/clients/zenith.yaml")
