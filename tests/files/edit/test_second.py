from relplan.files.edit.outline import outline
from relplan.files.edit.second import disagrees


def test_the_second_parser_has_a_voice():
    agreed = outline("a:\n  b: x # c\n  d: y\n")
    assert disagrees(agreed, 8, 9) == ""
    differs = outline("a:\n  b: &x:y z\n")  # a name with a colon in it, or a key without a value
    assert disagrees(differs, 8, 9) != ""


def test_what_the_second_parser_cannot_read_is_a_disagreement():
    differs = outline("a:\n  b: x\ty\n")  # a tab inside of a plain text
    assert disagrees(differs, 8, 9).startswith("the second parser cannot read this")
    assert disagrees(outline("a: 1\n"), 3, 4) == ""  # and it can read again afterwards


def test_a_tab_between_values_is_no_disagreement():
    assert disagrees(outline("a:\tx\t# c\nb: y\n"), 3, 4) == ""
