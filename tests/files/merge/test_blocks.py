import pytest

from relplan.files.edit.outline import outline
from relplan.files.merge.blocks import Merging
from relplan.files.merge.choose import Conflict, picked
from relplan.files.merge.doubt import Clash


def merged(*texts):
    merging = Merging(*(outline(text) for text in texts))
    return merging.file(), merging.conflicts


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        # The first entry behind a dash goes, the next one takes its place.
        ("- a: 1\n  b: 2\n  c: 3\n", "- b: 2\n  c: 3\n", "- a: 1\n  b: 2\n  c: 4\n", "- b: 2\n  c: 4\n"),
        ("- a: 1\n  b: 2\n", "- b: 2\n  a: 1\n", "- a: 1\n  b: 3\n", "- b: 3\n  a: 1\n"),
        ("-\n  a: 1\n  b: 2\n", "-\n  a: 1\n  b: 3\n", "-\n  a: 2\n  b: 2\n", "-\n  a: 2\n  b: 3\n"),
        # A comment that the other side wrote above a removed entry, for no entry in particular.
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\n", "a: 1\n\n# next\n\nb: 2\nc: 3\n", "a: 1\n\n# next\n\nc: 3\n"),
        ("k:\n  a: 1\n", "k:\n  a: 1\n  # more\n", "k:\n  a: 2\n", "k:\n  a: 2\n  # more\n"),
        ("k: # c\n  a: 1\n", "k: # d\n  a: 1\n", "k: # c\n  a: 2\n", "k: # d\n  a: 2\n"),
        ("---\na: 1\n...\n", "---\na: 2\n...\n", "---\na: 1\nb: 1\n...\n", "---\na: 2\nb: 1\n...\n"),
        ("# only words\n", "# only words\na: 1\n", "# only words\nb: 1\n", "# only words\na: 1\nb: 1\n"),
    ],
)  # fmt: skip
def test_entries_are_put_together_with_what_belongs_to_them(base, ours, theirs, found):
    chunks, conflicts = merged(base, ours, theirs)
    assert (picked(chunks, 0), conflicts) == (found, set())


def test_a_conflict_inside_of_one_around_it_is_counted_once():
    texts = (f"k: # {word}\n  a: {word}\n" for word in "xyz")
    chunks, conflicts = merged(*texts)
    assert [one for one in chunks if not isinstance(one, str)] == [
        Conflict("k: # y\n  a: y\n", "k: # x\n  a: x\n", "k: # z\n  a: z\n")
    ]
    assert conflicts == {((0, 0, 0),)}


def test_a_section_of_which_each_side_removed_the_other_half_is_one_conflict():
    chunks, _ = merged("k:\n  a: 1\n  b: 1\n", "k:\n  b: 1\n", "k:\n  a: 1\n")
    assert chunks == ["k:\n", Conflict("  b: 1\n", "  a: 1\n  b: 1\n", "  a: 1\n")]


def test_two_new_orders_are_a_conflict_of_their_section():
    chunks, _ = merged("k:\n  a: 1\n  b: 1\n  c: 1\n", "k:\n  b: 1\n  a: 1\n  c: 1\n", "k:\n  a: 1\n  c: 1\n  b: 1\n")  # fmt: skip
    assert chunks[0] == "k:\n"
    assert isinstance(chunks[1], Conflict)


@pytest.mark.parametrize("theirs", ["- a\n", "{a: 1}\n", "a\n", "# nothing\n"])
def test_files_of_other_shapes_do_not_fit(theirs):
    with pytest.raises(Clash):
        merged("a: 1\n", "a: 2\n", theirs)
