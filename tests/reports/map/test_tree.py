from hypothesis import given
from hypothesis import strategies as st

from relplan.reports.map.tree import forest

IDS = [f"a{at}" for at in range(12)]


def test_a_tree_is_in_the_order_of_the_plan():
    found = forest(["c", "a", "b", "d"], {"a": "c", "b": "c"})
    assert found.roots == ("c",)
    assert found.children["c"] == ("a", "b")
    assert found.loose == ("d",)
    assert found.downward() == ("c", "a", "b")


def test_of_a_circle_the_first_of_the_plan_is_the_head():
    found = forest(["x", "a", "b", "c"], {"x": "b", "a": "c", "b": "a", "c": "b"})
    assert found.roots == ("a",)
    assert found.back == (("a", "c"),)
    assert found.downward() == ("a", "b", "x", "c")


def test_who_reports_to_themselves_stands_alone():
    found = forest(["a"], {"a": "a"})
    assert (found.roots, found.loose, found.back) == ((), ("a",), (("a", "a"),))


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS)))
def test_everybody_stands_in_exactly_one_place_and_no_line_is_lost(reports_to):
    found = forest(IDS, reports_to)
    assert sorted([*found.downward(), *found.loose]) == sorted(IDS)
    lines = [(child, one) for one, below in found.children.items() for child in below]
    assert sorted([*lines, *found.back]) == sorted(reports_to.items())


def test_a_chain_of_thousands_is_no_trouble():
    ids = [f"a{at}" for at in range(3000)]
    assert len(forest(ids, dict(zip(ids[1:], ids, strict=False))).downward()) == 3000
