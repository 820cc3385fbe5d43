from relplan.errors import Refused
from relplan.files.edit import EditRefused


def test_a_refusal_says_line_reason_and_what_to_paste():
    why = EditRefused("`a` is there already", 3, "a: 1")
    assert isinstance(why, Refused)
    assert (why.line, why.reason, why.paste) == (3, "`a` is there already", "a: 1")
    assert str(why) == "line 3: `a` is there already; nothing was changed, the text is:\na: 1"


def test_without_a_text_nothing_is_offered():
    assert str(EditRefused("why", 1)) == "line 1: why; nothing was changed"
