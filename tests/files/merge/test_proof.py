import pytest

from relplan.files.edit.outline import outline
from relplan.files.merge.doubt import Doubt
from relplan.files.merge.proof import prove, read

SIDES = [outline(text) for text in ("a: 1\nb: 1\n", "a: 2 # c\nb: 1\n", "a: 1\nb: 2\n")]


def test_a_result_that_says_what_both_sides_say_is_proven():
    prove(SIDES, ["a: 2 # c\nb: 2\n"], set())


@pytest.mark.parametrize(
    ("result", "why"),
    [
        ("a: 1 # c\nb: 2\n", "the result would say something else than the two sides"),
        ("b: 2\na: 2 # c\n", "the result would say something else than the two sides"),
        ("a: 2 # c\nb: 2\nd: 1\n", "the result would say something else than the two sides"),
        ("a: 2\nb: 2\n", "the comment `# c` would be lost"),
        ("a: 2 # c\nb: 2\nb: 2\n", "the result could not be read (`b` stands here a second time"),
        ("a: [\n", "the result could not be read ("),
    ],
)
def test_any_other_result_is_doubted(result, why):
    with pytest.raises(Doubt) as caught:
        prove(SIDES, [result], set())
    assert str(caught.value).startswith(why)


def test_what_does_not_fit_together_is_doubted_whatever_the_result():
    sides = [outline(text) for text in ("a: 1\n", "a: 2\n", "a: 3\n")]
    with pytest.raises(Doubt, match="the two sides do not fit together"):
        prove(sides, ["a: 2\n"], set())
    prove(sides, ["a: 2\n", "a: 3\n"], {((0, 0, 0),)})


def test_a_comment_that_one_side_removed_may_go_and_one_that_both_wrote_stays_once():
    sides = [outline(text) for text in ("# c\na: 1\n", "a: 1\n", "# c\na: 2\n")]
    prove(sides, ["a: 2\n"], set())
    both = [outline(text) for text in ("a: 1\n", "# c\na: 1\n", "# c\na: 2\n")]
    prove(both, ["# c\na: 2\n"], set())
    with pytest.raises(Doubt):
        prove(both, ["a: 2\n"], set())


def test_reading_gives_texts():
    assert read("a: 1\n") == {"a": "1"}
    assert read("") is None
