import pytest

from relplan.files.edit.outline import outline
from relplan.files.edit.refused import NotThere
from relplan.files.tidy.indent import indented

CASES = {
    "levels": ("a:\n    b:\n       c: 1\n", 2, "a:\n  b:\n    c: 1\n"),
    "a list at its key's column": ("a:\n- b\n- c: 1\n  d: 2\n", 4, "a:\n- b\n- c: 1\n  d: 2\n"),
    "a list further in": ("a:\n   - b\n   - c:\n         d: 2\n", 2, "a:\n  - b\n  - c:\n      d: 2\n"),
    "the space behind a dash": ("a:\n    -   b: 1\n        c: 2\n", 2, "a:\n  -   b: 1\n      c: 2\n"),
    "lists in lists": ("    - - a\n      - b\n", 2, "- - a\n  - b\n"),
    "comments": (
        "a:\n    # of b\n    b: 1 # one\n    # below b\n# of c\nc: 2\n",
        2,
        "a:\n  # of b\n  b: 1 # one\n  # below b\n# of c\nc: 2\n",
    ),
    "literal": ("a:\n    b: |\n        # no comment\n          more\n\n        end\n", 2,
                "a:\n  b: |\n    # no comment\n      more\n\n    end\n"),
    "literal with its indent": ("a:\n    b: |2\n          in\n      out\n", 2, "a:\n  b: |2\n        in\n    out\n"),
    "literal in a list": ("a:\n    - |\n      text\n", 2, "a:\n  - |\n    text\n"),
    "long texts": ('a:\n    b: one\n       two\n    c: "three\n      four"\n', 2,
                   'a:\n  b: one\n     two\n  c: "three\n    four"\n'),
    "a text below its key": ("a:\n    b:\n        one\n        two\n", 2, "a:\n  b:\n    one\n    two\n"),
    "brackets over lines": ("a:\n    b: [\n        1, # one\n        # none\n        2\n    ]\n", 2,
                            "a:\n  b: [\n      1, # one\n      # none\n      2\n  ]\n"),
    "Windows": ("a:\r\n    b: 1\r\n", 2, "a:\r\n  b: 1\r\n"),
    "no last break": ("a:\n    b: 1", 2, "a:\n  b: 1"),
    "blank lines with spaces": ("a:\n    b: |\n        one\n      \n        two\n    c: 1\n   \n", 2,
                                "a:\n  b: |\n    one\n    \n    two\n  c: 1\n   \n"),
    "an empty value": ("a:\n    b:\n    c: 1\n", 2, "a:\n  b:\n  c: 1\n"),
    "brackets alone": ("{a: 1,\n      b: 2}\n", 2, "{a: 1,\n      b: 2}\n"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "step", "new"), CASES.values(), ids=CASES)
def test_lines_move_as_a_whole_to_their_level(old, step, new):
    assert indented(outline(old), step) == new
    assert indented(outline(new), step) == new


def test_a_key_with_a_question_mark_is_refused():
    with pytest.raises(NotThere, match="a key with `\\?` stands here, which fmt does not indent"):
        indented(outline("? a\n: 1\n"), 2)
