import pytest

from relplan.files.merge.doubt import Clash
from relplan.files.merge.values import Chosen


def merged(base, ours, theirs, conflicts=(), side=0):
    return Chosen(set(conflicts), side).merged(base, ours, theirs)


def test_fields_of_both_sides_are_put_together():
    found = merged({"a": "1", "b": "1"}, {"a": "2", "b": "1", "o": "1"}, {"a": "1", "t": "1"})
    assert list(found.items()) == [("a", "2"), ("t", "1"), ("o", "1")]


def test_the_order_of_keys_is_a_change_too():
    found = merged({"a": "1", "b": "1"}, {"b": "1", "a": "1"}, {"a": "1", "b": "2"})
    assert list(found.items()) == [("b", "2"), ("a", "1")]


def test_a_conflict_is_taken_from_one_side_as_a_whole():
    three = ({"k": {"a": "1", "b": "1"}}, {"k": {"a": "2", "b": "2"}}, {"k": {"a": "3", "b": "1"}})
    path = ((0, 0, 0),)
    assert merged(*three, [path], 0) == three[1]
    assert merged(*three, [path], 1) == three[2]


def test_a_conflict_is_found_below_what_only_one_side_changed():
    three = ({"k": {"a": "1"}}, {"k": {"a": "1"}}, {"k": {}})
    path = ((0, 0, 0), (0, 0, None))
    assert merged(*three, [path], 0) == {"k": {"a": "1"}}
    assert merged(*three, [path], 1) == {"k": {}}


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ({"a": "1"}, {"a": "2"}, {"a": "3"}),
        ({"a": "1"}, {}, {"a": "3"}),
        ({}, {"a": {"x": "1"}}, {"a": {"y": "1"}}),
        ({"a": "1"}, ["a"], {"a": "2"}),
        ({"a": "1"}, {"a": {"x": "1"}}, {"a": {"y": "1"}}),
    ],
)
def test_what_both_changed_is_a_clash(base, ours, theirs):
    with pytest.raises(Clash):
        merged(base, ours, theirs)


def test_a_section_that_both_began_is_put_together_and_an_item_is_not():
    assert merged({}, {"roles": {"a": "x"}}, {"roles": {"b": "y"}}) == {
        "roles": {"a": "x", "b": "y"}
    }
    with pytest.raises(Clash):
        merged({"roles": {}}, {"roles": {"team": {"a": "x"}}}, {"roles": {"team": {"b": "y"}}})


@pytest.mark.parametrize("empty", [None, {}, []])
def test_an_empty_place_can_be_filled_by_both(empty):
    assert merged({"pitches": empty}, {"pitches": ["x"]}, {"pitches": ["y"]}) == {
        "pitches": ["x", "y"]
    }


def test_a_renamed_id_keeps_its_new_name():
    old, new = {"name": "J", "role": "user"}, {"name": "J", "role": "buyer"}
    assert merged({"roles": {"j": old}}, {"roles": {"k": old}}, {"roles": {"j": new}}) == {
        "roles": {"k": new}
    }
    assert merged({"roles": {"j": old}}, {"roles": {"j": new}}, {"roles": {"k": old}}) == {
        "roles": {"k": new}
    }
