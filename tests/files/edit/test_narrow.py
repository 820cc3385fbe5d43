from relplan.files.edit import add_entry, append_item, remove, set_value
from relplan.files.edit.narrow import narrow
from relplan.files.edit.outline import outline
from relplan.files.edit.window import window


def test_long_brackets_are_edited_as_fast_as_short_ones():
    """The second parser sees the entry alone; what it sees still has to say what was meant."""
    inner = ", ".join(f'"k{turn}": {{"a": [1, 2], "b": "x"}}' for turn in range(200))
    text = '{"first": {"n": 1}, "list": [1, 2, 3], ' + inner + "}\n"
    assert '"list": [1, 2, 3, "new"]' in append_item(text, ["list"], "new")
    assert '"k7": {"a": [1, 2], "b": "y: z"}' in set_value(text, ["k7", "b"], "y: z")
    assert add_entry(text, [], "last", "x").endswith('"b": "x"}, "last": "x"}\n')
    assert '"k8"' not in remove(text, ["k8"])
    shown = window(outline(text), text.index('"k7"'), text.index('"k8"'))
    assert shown is not None
    assert len(shown[0]) < 100


def test_an_entry_in_brackets_is_shown_between_stubs():
    text = "[a, {b: 1, c: 2, d: 3}, e]\n"
    shown = narrow(outline(text), text.index("2"), text.index("2") + 1)
    assert shown is not None
    assert shown[0] == "{z: z, c: 2, z: z}"
    assert shown[1][3:5] == [("c", True, None, None), ("2", True, None, None)]


def test_outside_of_brackets_there_is_nothing_to_show():
    assert narrow(outline("a: 1\n"), 3, 4) is None
    assert narrow(outline("- [a: 1]\n"), 6, 7) is None


def test_a_stretch_that_leaves_the_brackets_is_not_shown_by_a_part_of_it():
    text = "- {a: [b], c: [d]}\n"
    assert narrow(outline(text), text.index("b"), text.index("d") + 1) is None
