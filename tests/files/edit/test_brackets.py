import pytest

from relplan.files.edit import add_entry, append_item
from relplan.files.edit.brackets import bounds, check
from relplan.files.edit.outline import find, outline
from relplan.files.edit.refused import NotThere


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[a]\n", "[a, z]\n"),
        ("[a,b]\n", "[a,b,z]\n"),
        ("[ a , b ]\n", "[ a , b , z ]\n"),
        ("[a, b,]\n", "[a, b, z,]\n"),
        ("[a,\n b]\n", "[a,\n b,\n z]\n"),
        ("[\n  a, # one\n  b  # two\n]\n", "[\n  a, # one\n  b,  # two\n  z\n]\n"),
        (
            "[\n  a, # one\n  b, # two\n  # end\n]\n",
            "[\n  a, # one\n  b, # two\n  z,\n  # end\n]\n",
        ),
    ],
)
def test_an_item_follows_the_commas_and_lines_of_the_others(old, new):
    assert append_item(old, [], "z") == new


def test_a_pair_does_too():
    assert add_entry("{a: 1,b: 2}\n", [], "c", "x") == "{a: 1,b: 2,c: x}\n"
    assert (
        add_entry('{\r\n\t"a": "x"\r\n}\r\n', [], "b", "z")
        == '{\r\n\t"a": "x",\r\n\t"b": "z"\r\n}\r\n'
    )


def test_an_entry_reaches_from_its_key_to_its_value():
    text = "{a: 1, b, c: [2]}\n"
    part = find(outline(text), [])[0]
    assert [text[slice(*bounds(part, index))] for index in range(3)] == ["a: 1", "b", "c: [2]"]


def test_a_pair_that_has_no_brackets_of_its_own_is_refused():
    made = outline("[a: 1]\n")
    with pytest.raises(NotThere):
        check(made, find(made, [0])[-1])
    check(made, find(made, [])[-1])
