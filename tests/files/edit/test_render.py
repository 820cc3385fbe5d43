import pytest

from relplan.errors import Refused
from relplan.files.edit import render
from relplan.files.edit.render import Wanted
from relplan.files.edit.style import Style
from relplan.files.emit import Bare

STYLE = Style("\n", 2, 2, " ", "", '"', flow=False)


def test_a_pair_with_all_that_a_value_can_be():
    value = {"a": "x", "b": ["p", {"q": None}], "c": "1\n2", "d": [], "e": Bare("4")}
    assert render.pair("k", ": ", value, 0, STYLE) == (
        "k:\n  a: x\n  b:\n    - p\n    - q: null\n  c: |-\n    1\n    2\n  d: []\n  e: 4"
    )


def test_brackets_hold_it_on_one_line():
    value = {"a": "x, y", "b": ["p", {"q": None}], "c": "1\n2"}
    assert render.bracketed(value, STYLE) == '{a: "x, y", b: [p, {q: null}], c: "1\\n2"}'


def test_an_item_stands_behind_its_dash():
    assert render.item({"a": "x", "b": "z"}, 2, STYLE) == "- a: x\n    b: z"


@pytest.mark.parametrize(
    ("wanted", "said", "fits"),
    [
        (Wanted("x"), ("x", True, None, None), True),
        (Wanted("x"), ("x", False, None, None), True),
        (Wanted("x"), ("z", True, None, None), False),
        (Wanted("x"), ("x", True, "n", None), False),
        (Wanted("x"), ("x", False, None, "!t"), False),
        (Wanted("7"), ("7", True, None, None), False),
        (Wanted("7"), ("7", False, None, None), True),
        (Wanted("7", typed=True), ("7", True, None, None), True),
        (Wanted(None), ("", True, None, None), True),
        (Wanted(None), ("null", False, None, None), False),
        (Wanted("x"), ("MappingStartEvent", None, None), False),
    ],
)
def test_an_event_fits_when_every_reader_takes_it_for_the_text(wanted, said, fits):
    assert wanted.fits(said) is fits


def test_a_value_is_checked_however_deep():
    with pytest.raises(TypeError):
        render.check({"a": [1]})
    with pytest.raises(Refused):
        render.check({"a": [{"b\x00": "c"}]})
    render.check({"a": [None, {"b": "c"}]})
