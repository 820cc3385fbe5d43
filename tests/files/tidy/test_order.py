import pytest

from relplan.files.edit.outline import outline
from relplan.files.edit.refused import NotThere
from relplan.files.tidy.order import ordered


def moved(text, *keys, path=()):
    return ordered(outline(text), lambda at: keys if at == path else ())


def test_entries_take_their_comments_along():
    text = "b: 2  # two\n\n# of a\na:\n  - 1\n"
    assert moved(text, "a", "b") == "# of a\na:\n  - 1\n\nb: 2  # two\n"


def test_keys_that_are_not_listed_stay_behind_in_their_own_order():
    assert moved("z: 1\ny: 2\na: 3\n", "a") == "a: 3\nz: 1\ny: 2\n"


def test_what_is_in_order_stays_as_it_is():
    text = "a: 1\n\n\n# of b\nb: 2\n"
    assert moved(text, "a", "b") is text


def test_the_head_and_the_end_of_a_file_stay_where_they_are():
    text = "# head\n\nb: 2\na: 1\n\n# the end\n"
    assert moved(text, "a", "b") == "# head\n\na: 1\nb: 2\n\n# the end\n"


def test_the_blank_line_above_the_new_first_goes_to_the_old_first():
    assert moved("b: 2\n\na: 1\n", "a", "b") == "a: 1\n\nb: 2\n"


def test_the_blank_line_behind_the_new_last_goes_to_the_old_last():
    assert moved("b: 2\n# of b\n\na: 1\n", "a", "b") == "a: 1\n\nb: 2\n# of b\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_without_a_last_line_break_still_has_none(end):
    assert moved(f"b: 2{end}a: 1", "a", "b") == f"a: 1{end}b: 2"


def test_inner_mappings_move_inside_of_moved_ones():
    text = "y:\n  b: 2\n  # of a\n  a: 1\nx: 0\n"
    wanted = {(): ("x", "y"), ("y",): ("a", "b")}
    new = ordered(outline(text), lambda path: wanted.get(path, ()))
    assert new == "x: 0\ny:\n  # of a\n  a: 1\n  b: 2\n"


def test_the_first_field_behind_a_dash_changes_places_with_another():
    text = "- b: 2 # two\n  # more\n\n  a: 1\n- c: 3\n"
    assert moved(text, "a", "b", path=(0,)) == "- a: 1\n\n  b: 2 # two\n  # more\n- c: 3\n"


def test_a_comment_has_no_place_beside_a_dash():
    with pytest.raises(NotThere, match="this comment would have to stand beside the dash; move"):
        moved("- b: 2\n  # of a\n  a: 1\n", "a", "b", path=(0,))


def test_a_comment_that_may_speak_of_the_whole_file_is_not_guessed():
    with pytest.raises(NotThere) as caught:
        moved("# whose?\nb: 2\na: 1\n", "a", "b")
    assert (caught.value.offset, caught.value.reason) == (
        0,
        (
            "this comment may speak of `b` or of all that follows; put a blank line below it, or move"
            " `a` above it by hand"
        ),
    )


def test_what_stands_in_brackets_is_left_alone():
    text = "k: {b: 2, a: 1}\n"
    assert moved(text, "a", "b", path=("k",)) == text
    assert moved("{b: 2, a: 1}\n", "a", "b") == "{b: 2, a: 1}\n"
    assert moved("# nothing\n", "a") == "# nothing\n"
