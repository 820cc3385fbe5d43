"""The table of places: complete by the model, and read the same by everybody who asks it."""

from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from relplan.files.document import document_of
from relplan.files.places import DEFINING, REFERRING, uses
from relplan.model import ids
from relplan.model.campaign import Campaign
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings
from relplan.model.touch import Touch

TAGS = {"tags", "cohort.where.tags", "cohort.unless.tags"}
NO_REFERENCE = TAGS | {"executives.*", "resistance.*"}
"""Ids that are words of their own: nothing refers to them, and they refer to nothing."""


def id_fields(shape, path=()):
    """Every field of a model that holds ids or is keyed by them, written as the table does."""
    origin, parts = get_origin(shape), get_args(shape)
    if origin is Annotated:
        if any(ids.PATTERN in str(one) for one in parts[1:] if hasattr(one, "json_schema")):
            yield path
        else:
            yield from id_fields(parts[0], path)
    elif origin in (Union, UnionType):
        for one in parts:
            yield from id_fields(one, path)
    elif origin is tuple:
        inner = parts[0]
        listed = isinstance(inner, type) and issubclass(inner, BaseModel)
        yield from id_fields(inner, (*path, "-") if listed else path)
    elif origin is dict:
        yield from id_fields(parts[0], (*path, "*"))
        yield from id_fields(parts[1], (*path, "*"))
    elif isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, field in shape.model_fields.items():
            whole = (
                Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            )
            yield from id_fields(whole, (*path, field.alias or name))


def written(shape, path=()):
    return {".".join(one) for one in id_fields(shape, path)}


@pytest.mark.parametrize(
    ("folder", "shape", "start"),
    [
        ("relplan.yaml", Settings, ()),
        ("clients", Plan, ()),
        ("prospects", Prospect, ()),
        ("touches", Touch, ("-",)),
        ("campaigns", Campaign, ()),
    ],
)
def test_every_field_of_the_model_that_holds_an_id_is_in_the_table(folder, shape, start):
    table = {one.where for one in REFERRING[folder]} | set(DEFINING.values())
    found = written(shape, start)
    assert found
    assert found - table - NO_REFERENCE == set()


def test_the_table_names_no_place_that_the_model_does_not_have():
    shapes = (Settings, Plan, Prospect, Campaign)
    found = set().union(*(written(one) for one in shapes), written(Touch, ("-",)), {"-.void"})
    table = {one.where for group in REFERRING.values() for one in group} | set(DEFINING.values())
    assert table - found == set()


def said(path, text):
    document, troubles = document_of(path, text.encode())
    assert troubles == []
    return [(one.item, one.id) for one in uses(document)]


def test_one_value_and_a_list_of_it_are_read_alike():
    many = "roles: {jane: {influences: [raj, mick]}}\n"
    assert said("clients/a.yaml", many) == [
        ("roles.jane.influences", "raj"),
        ("roles.jane.influences", "mick"),
    ]
    one = "roles: {jane: {influences: raj}}\n"
    assert said("clients/a.yaml", one) == [("roles.jane.influences", "raj")]
    away = "team: {ben: {away: {cover: amara}}, amara: {away: [{cover: ben}]}}\n"
    assert said("relplan.yaml", away) == [
        ("team.ben.away.cover", "amara"),
        ("team.amara.away.0.cover", "ben"),
    ]


def test_nothing_refers_to_nothing():
    assert said("clients/a.yaml", "owner: null\nteam: [~]\nvoice:\n") == []


def test_the_people_of_a_void_stand_behind_its_day():
    text = "- {date: 2026-01-05, by: ben, void: '2026-01-04 jane, raj'}\n- {void: 2026-01-04}\n"
    assert said("touches/a.yaml", text) == [("0.by", "ben"), ("0.void", "jane"), ("0.void", "raj")]


def test_keys_that_refer_are_found_as_keys():
    assert said("prospects/a.yaml", "steps: {won: {people: {jane: neutral}}}\n") == [
        ("steps.won.people.jane", "jane")
    ]


def test_a_file_of_no_kind_and_one_without_a_tree_refer_to_nothing():
    assert said("reviews/a.yaml", "owner: ben\n") == []
    assert said("clients/a.yaml", "") == []
