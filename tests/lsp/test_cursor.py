"""Where the cursor stands, also in half a text."""

import pytest
from desks import split

from relplan.lsp.cursor import cursor_at


@pytest.mark.parametrize(
    ("text", "path", "key"),
    [
        ("owner: ¦", ("owner",), False),
        ("owner: am¦ara\nx: y\n", ("owner",), False),
        ("roles:\n  jane:\n    st¦\n    ours: ben\n", ("roles", "jane"), True),
        ("roles:\n  jane: {name: J, st¦}\n", ("roles", "jane"), True),
        ("roles:\n  jane: {name: J, ours: ¦", ("roles", "jane", "ours"), False),
        ("a:\n  with: [x, ¦\nb: c\n", ("a", "with", 1), False),
        ("- {date: d, with: [¦", (0, "with", 0), False),
        ("- date: d\n  with:\n    - ¦\n", (0, "with", 0), False),
        (
            "broken: [}\nroles:\n  jane:\n    # said\n    name: J\n    ours: ¦\n",
            ("roles", "jane", "ours"),
            False,
        ),
        ("roles:\r\n  jane:\r\n    ours: ¦\r\n", ("roles", "jane", "ours"), False),
    ],
)
def test_the_place_is_found(text, path, key):
    found = cursor_at(*split(text))
    assert found is not None
    assert (found.path[: len(path)], found.key) == (path, key)


def test_the_word_at_the_cursor_is_what_is_replaced():
    text, offset = split("stance: sup¦porter # why")
    found = cursor_at(text, offset)
    assert text[found.start : found.end] == "supporter"
    assert found.alone


def test_a_word_of_a_longer_text_does_not_stand_alone():
    found = cursor_at(*split("- {void: 2026-11-03 ja¦}\n"))
    assert (found.path, found.alone) == ((0, "void"), False)


@pytest.mark.parametrize("text", ["# ow¦", "a: b # c¦", "[}¦", "\t\t{{[¦"])
def test_where_no_place_is_none_is_found(text):
    assert cursor_at(*split(text)) is None
