from datetime import date

from relplan.analysis.change import iso, paired


def pairs(old, new, *alike):
    return list(paired(old, new, *alike))


def test_entries_are_matched_by_id_in_the_order_of_the_new_state_then_what_is_gone():
    assert pairs({"a": 1, "b": 2}, {"c": 3, "a": 4}, str) == [
        ("c", None, 3),
        ("a", 1, 4),
        ("b", 2, None),
    ]


def test_an_entry_under_another_id_is_the_same_when_nothing_else_is_alike():
    assert pairs({"jane": "Jane"}, {"jane-porter": "JANE"}, str.lower) == [
        ("jane-porter", "Jane", "JANE")
    ]


def test_two_that_are_alike_are_not_guessed_at():
    found = pairs({"a": "x"}, {"b": "x", "c": "x"}, str)
    assert found == [("b", None, "x"), ("c", None, "x"), ("a", "x", None)]


def test_an_id_that_stayed_is_never_given_to_another():
    assert pairs({"a": "x"}, {"a": "y", "b": "x"}, str) == [("a", "x", "y"), ("b", None, "x")]


def test_a_second_likeness_is_tried_for_what_the_first_left():
    found = pairs({"a": (1, 2)}, {"b": (9, 2)}, lambda one: one[0], lambda one: one[1])
    assert found == [("b", (1, 2), (9, 2))]


def test_a_day_is_written_as_the_file_writes_it():
    assert (iso(date(2026, 11, 3)), iso(None)) == ("2026-11-03", None)
