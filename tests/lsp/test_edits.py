"""Changes as an editor makes them."""

from desks import ACME, PLAN, applied, desk
from hypothesis import given
from hypothesis import strategies as st

from relplan.files.draft import Draft
from relplan.lsp.edits import _edits, edits_of


def test_only_the_words_that_differ_are_touched(tmp_path):
    draft = Draft(desk(tmp_path).loaded)
    draft.set_value(ACME, ["roles", "jane", "stance"], "mentor")
    [edit] = edits_of(draft)
    assert (PLAN[edit.start : edit.end], edit.text) == ("supporter", "mentor")


def test_a_new_line_is_put_in(tmp_path):
    draft = Draft(desk(tmp_path).loaded)
    draft.add_entry(ACME, ["strengths"], "warm", "They smile")
    [edit] = edits_of(draft)
    assert (edit.start == edit.end, edit.text) == (True, "  warm: They smile\n")


def test_a_byte_order_mark_is_not_counted():
    [edit] = _edits(ACME, "\ufeffa: b\n", "\ufeffa: c\n")
    assert (edit.start, edit.end, edit.text) == (3, 4, "c")


@given(*[st.text(st.sampled_from("ab :\r\n🎻\u2028"), max_size=25)] * 2)
def test_the_edits_make_the_new_text(old, new):
    assert applied(old, _edits("x", old, new)) == new
