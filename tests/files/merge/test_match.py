import time

import pytest

from relplan.files.merge import match
from relplan.files.merge.doubt import Clash
from relplan.model.schema import KINDS, schema_of

JANE = {"name": "Jane", "role": "user"}


def keyed(base, ours, theirs, *, ids=True):
    """The keys of each entry on the three sides."""
    sides = [list(one) for one in (base, ours, theirs)]
    return [
        tuple(None if at is None else side[at] for side, at in zip(sides, one, strict=True))
        for one in match.of_mappings(base, ours, theirs, ids=ids)
    ]


def test_entries_of_mappings_are_known_by_their_keys_ours_before_theirs():
    assert keyed({"a": "1"}, {"a": "2", "o": "1"}, {"t": "1", "a": "1"}) == [
        (None, None, "t"),
        ("a", "a", "a"),
        (None, "o", None),
    ]


def test_a_new_key_with_the_old_content_is_a_renaming():
    found = keyed({"jane": JANE}, {"jane-p": JANE}, {"jane": {"name": "J"}})
    assert found == [("jane", "jane-p", "jane")]


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ({"lena": "propellent"}, {"otto": "propellent"}, {"lena": "propellent"}),
        ({"jane": JANE, "amy": JANE}, {"bob": JANE}, {"jane": JANE, "amy": JANE}),
        ({"jane": JANE}, {"amy": JANE}, {"jane": JANE, "amy": {"name": "Amy", "role": "user"}}),
        ({"jane": JANE}, {"amy": JANE, "bob": JANE}, {"jane": JANE}),
    ],
)
def test_what_may_be_chance_is_no_renaming(base, ours, theirs):
    assert all(len(set(one) - {None}) == 1 for one in keyed(base, ours, theirs))


def test_fields_are_never_renamed():
    found = keyed({"title": "a b"}, {"name": "a b"}, {"title": "a b"}, ids=False)
    assert (None, "name", None) in found


def test_items_of_lists_are_known_by_what_they_say():
    assert match.of_lists(["a", "b"], ["b", "a"], ["a", "b", "c"]) == [
        (1, 0, 1),
        (None, None, 2),
        (0, 1, 0),
    ]


def test_the_same_new_item_is_one():
    assert match.of_lists([], ["x", "y"], ["y"]) == [(None, 0, None), (None, 1, 0)]


def test_a_changed_item_is_the_one_in_its_place():
    assert match.paired(["a", "b"], ["a", "x"]) == {0: 0, 1: 1}
    assert match.paired(["a", "b"], ["x"]) == {0: None, 1: None}
    assert match.paired(["a", "b"], ["b"]) == {1: 0}


def test_a_changed_record_is_the_one_that_agrees_in_half_of_its_fields():
    old = {"date": "1", "at": "acme", "to": "jane"}
    assert match.paired([old], [{**old, "to": "raj"}]) == {0: 0}
    assert match.paired([old], [{"date": "2", "at": "rossi", "to": "ada"}]) == {0: None}
    assert match.paired([old], [{"date": "2"}, {**old, "to": "raj"}]) == {0: 1}
    assert match.paired([old], [{**old, "to": "raj"}, {**old, "to": "ann"}]) == {0: None}


def test_two_other_items_in_the_place_of_one_are_a_clash():
    with pytest.raises(Clash):
        match.of_lists(["a", "b"], ["c", "d", "b"], ["e", "f", "b"])
    same = ["c", "d", "b"]
    assert match.of_lists(["a", "b"], same, same)[-1] == (1, 2, 2)


def test_the_order_is_that_of_whoever_changed_it():
    one, two, three = (0, 0, 1), (1, 1, 0), (None, None, 2)
    assert match.ordered([one, two, three]) == [two, one, three]
    assert match.ordered([(0, 1, 0), (1, 0, 1)]) == [(1, 0, 1), (0, 1, 0)]


def test_two_new_orders_that_differ_are_a_clash():
    with pytest.raises(Clash):
        match.of_lists(["a", "b", "c"], ["b", "a", "c"], ["a", "c", "b"])


def test_long_lists_are_matched_in_time():
    base = [f"line {at}" for at in range(20_000)]
    before = time.perf_counter()
    match.of_lists(base, [*base, "ours"], ["theirs", *base])
    assert time.perf_counter() - before < 5


def fields_of_ids(schema):
    """The names of fields whose keys are of the writer's own choice."""
    found, waiting = set(), [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        if not isinstance(part, dict):
            continue
        for name, field in part.get("properties", {}).items():
            shapes = [field, *field.get("anyOf", [])]
            if any("propertyNames" in one or "patternProperties" in one for one in shapes):
                found.add(name)
        waiting += part.values()
    return found


def test_every_field_of_ids_in_the_schemas_is_known():
    assert set().union(*(fields_of_ids(schema_of(kind)) for kind in KINDS)) == match.IDS


def test_a_field_of_ids_that_is_not_known_would_be_noticed():
    schema = {"properties": {"pets": {"patternProperties": {"x": {}}}, "name": {}}}
    assert fields_of_ids(schema) == {"pets"}
