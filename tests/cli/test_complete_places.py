from types import SimpleNamespace

import pytest
from books import write_book

from relplan.cli.complete_places import places, renamable_in, values
from relplan.files.address import places as settable
from relplan.files.book import load, shape_of

PROSPECT = """\
prospect: Contoso Foods
owner: amara
roles: {lena: {name: Lena Voss}}
win: {what: They ask us, by: 2027-09-30, sponsor: lena}
steps: {pilot: {what: The pilot runs, by: 2027-03-01, value: a map}}
"""
PLAN = """\
client: Acme plc
owner: amara
priority: A
roles: {jane: {name: Jane Porter}, raj: Raj Patel}
weaknesses: {no-tie: Nobody of ours knows a plant manager}
goals:
  call-us:
    goal: They call us first
    answers: [no-tie]
    initiatives: {clinic: {what: A close clinic at each plant}}
"""


@pytest.fixture
def root(tmp_path):
    return write_book(
        tmp_path / "book", {"clients/acme.yaml": PLAN, "prospects/contoso.yaml": PROSPECT}
    )


def typed(root, **params):
    return SimpleNamespace(params={"book": root, **params})


@pytest.mark.parametrize(
    ("client", "path"),
    [
        ("acme", "clients/acme.yaml"),
        ("contoso", "prospects/contoso.yaml"),
        ("book", "relplan.yaml"),
    ],
)
def test_the_places_offered_are_those_that_set_takes(root, client, path):
    offered = [one for one, _ in places(typed(root, client=client), "")]
    known = list(settable(load(root).documents[path], shape_of(path)))
    missing = [one for one in known if one not in offered]
    # The default tiers stand in every book without being written; they are offered besides.
    assert missing == []
    assert [one for one in offered if one not in known and client != "book"] == []


def test_places_are_offered_by_what_was_typed(root):
    assert places(typed(root, client="acme"), "jane.st") == [("jane.stance", "")]
    assert places(typed(root, client="contoso"), "win") == [("win", "")]


def test_a_plan_with_a_fault_still_offers_its_fields(root):
    write_book(root, {"clients/acme.yaml": "client: [\n"})
    assert ("priority", "") in places(typed(root, client="acme"), "")


@pytest.mark.parametrize(
    ("client", "path", "word", "offered"),
    [
        ("acme", "jane.stance", "s", ["supporter", "sceptic"]),
        ("acme", "roles.jane.stance", "m", ["mentor"]),
        ("acme", "priority", "", ["A", "B", "C"]),
        ("acme", "clinic.status", "do", ["doing", "done"]),
        ("acme", "jane.external", "", ["true", "false"]),
        ("acme", "owner", "b", ["ben"]),
        ("acme", "jane.ours", "p", ["priya"]),
        ("acme", "jane.reports_to", "r", ["raj"]),
        ("acme", "jane.name", "", []),
        ("book", "lint.profile", "st", ["starter", "strict"]),
        ("acme", "nowhere.stance", "", []),
    ],
)
def test_words_that_fit_a_place_are_offered(root, client, path, word, offered):
    assert [one for one, _ in values(typed(root, client=client, path=path), word)] == offered


@pytest.mark.parametrize(
    ("where", "word", "offered"),
    [
        (
            "acme",
            "",
            [("call-us", "They call us first"), ("clinic", "A close clinic at each plant")],
        ),
        ("acme", "r", [("raj", "Raj Patel")]),
        ("contoso", "p", [("pilot", "The pilot runs")]),
        ("member", "b", [("ben", "Ben Archer")]),
        ("tier", "se", [("senior", "")]),
        ("client", "a", [("acme", "Acme plc")]),
        ("prospect", "", [("contoso", "Contoso Foods")]),
        ("campaign", "", []),
        ("nobody", "", []),
    ],
)
def test_ids_to_rename_are_offered(root, where, word, offered):
    assert renamable_in(typed(root, where=where), word)[: len(offered) or None] == offered
