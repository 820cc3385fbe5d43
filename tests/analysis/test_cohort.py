"""To whom a campaign is taken, by list and by rule."""

import pytest
from scenes import book

from relplan.analysis.cohort import cohort, ever_member, member_of

PLANS = {
    "acme": {"tags": ["plants", "audit"]},
    "calder": {"priority": "B", "status": "damaged", "tags": "plants"},
    "kestrel": {"priority": "B", "owner": "ben", "tags": ["software"]},
}
PROSPECTS = {
    "contoso": {"prospect": "Contoso", "priority": "A", "tags": ["plants"]},
    "bramhope": {"prospect": "Bramhope", "status": "lost"},
}


def members(**shape):
    found = book(
        PLANS, prospects=PROSPECTS, campaigns={"stock": {"proposition": "x", "cohort": shape}}
    )
    return cohort(found.campaigns["stock"], found)


def ids(**shape):
    return [one.id for one in members(**shape)]


def test_a_list_names_everybody_once_in_its_order():
    found = members(clients=["kestrel", "acme", "kestrel"], prospects=["contoso"])
    assert [(one.id, one.kind, one.place) for one in found] == [
        ("kestrel", "clients", ("cohort", "clients", 0)),
        ("acme", "clients", ("cohort", "clients", 1)),
        ("contoso", "prospects", ("cohort", "prospects", 0)),
    ]


@pytest.mark.parametrize("id_", [*PLANS, *PROSPECTS, "nowhere"])
def test_one_client_is_told_as_the_whole_cohort_tells(id_):
    shape = {"clients": ["calder"], "where": {"tags": "plants"}, "unless": {"tags": "audit"}}
    found = book(
        PLANS, prospects=PROSPECTS, campaigns={"stock": {"proposition": "x", "cohort": shape}}
    )
    campaign = found.campaigns["stock"]
    whole = {one.id: one for one in cohort(campaign, found)}
    assert member_of(campaign, id_, found) == whole.get(id_)


def test_without_list_and_rule_there_is_nobody():
    assert members() == ()


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({}, ["acme", "kestrel", "contoso"]),
        ({"of": "clients"}, ["acme", "kestrel"]),
        ({"of": "prospects"}, ["contoso"]),
        ({"priority": "A"}, ["acme", "contoso"]),
        ({"priority": ["A", "B"]}, ["acme", "kestrel", "contoso"]),
        ({"status": "damaged"}, ["calder"]),
        ({"status": ["active", "lost"]}, ["acme", "kestrel", "contoso", "bramhope"]),
        ({"tags": "plants"}, ["acme", "contoso"]),
        ({"tags": ["audit", "software"]}, ["acme", "kestrel"]),
        ({"owner": "ben"}, ["kestrel"]),
        ({"tags": "plants", "of": "prospects"}, ["contoso"]),
        ({"tags": "plants", "priority": "C"}, []),
    ],
)
def test_a_rule_finds_whoever_has_every_trait_and_is_active_where_no_status_is_named(where, found):
    assert ids(where=where) == found


def test_exceptions_are_made_by_traits_and_by_name():
    assert ids(where={}, unless={"tags": "audit"}) == ["kestrel", "contoso"]
    assert ids(where={}, unless={"tags": "plants", "of": "clients"}) == ["kestrel", "contoso"]
    assert ids(where={}, without=["kestrel"]) == ["acme", "contoso"]


def test_who_is_listed_stays_whatever_the_rule_says():
    found = members(clients=["calder", "acme"], where={"tags": "plants"}, without=["acme"])
    assert [(one.id, one.place) for one in found] == [
        ("calder", ("cohort", "clients", 0)),
        ("acme", ("cohort", "clients", 1)),
        ("contoso", ("cohort", "where")),
    ]


@pytest.mark.parametrize(
    ("shape", "id_", "ever"),
    [
        ({"clients": ["acme"]}, "acme", True),
        ({"clients": ["acme"]}, "kestrel", False),
        ({"where": {"tags": "plants"}}, "calder", True),
        ({"where": {"tags": "plants"}, "without": ["calder"]}, "calder", False),
        ({"where": {"tags": "plants"}, "unless": {"tags": "audit"}}, "acme", False),
        ({"where": {"tags": "plants"}, "unless": {"status": "damaged"}}, "calder", True),
        ({"where": {"of": "prospects", "tags": "plants"}}, "acme", True),
        ({"where": {"tags": "plants"}}, "kestrel", False),
        ({"where": {}}, "nowhere", False),
    ],
)
def test_who_left_a_rule_by_status_or_by_being_won_was_a_member_once(shape, id_, ever):
    found = book(
        PLANS, prospects=PROSPECTS, campaigns={"stock": {"proposition": "x", "cohort": shape}}
    )
    assert ever_member(found.campaigns["stock"], id_, found) is ever
