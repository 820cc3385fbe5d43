import pytest

from relplan.files.edit.outline import outline
from relplan.files.edit.proof import Unproven
from relplan.files.edit.refused import NotThere
from relplan.files.tidy.proof import owners, prove

OLD = "# head\n\na: 1 # one\n# of b\nb:\n  c: 'no'\n"


def test_each_comment_is_owned_by_the_innermost_entry_around_it():
    text = "# head\n\na: # here\n  # of b\n  b: 1 # one\n\n# of c\nc: [\n  2 # two\n]\n\n# end\n"
    assert owners(outline(text)) == {
        (): ["# head", "# end"],
        ("a",): ["# here"],
        ("a", "b"): ["# of b", "# one"],
        ("c",): ["# of c", "# two"],
    }


def test_another_order_and_indentation_are_proven():
    prove(OLD, "# head\n\n# of b\nb:\n    c: 'no'\na: 1 # one\n")


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("# head\n\na: 2 # one\n# of b\nb:\n  c: 'no'\n", "the file would say something else"),
        ("# head\n\na: 1 # one\n# of b\nb:\n  c: no\n", "the file would say something else"),
        ("# head\n\na: 1 # one\n# of b\nb:\n  c: [\n", "the file is not YAML here"),
        ('# head\n\na: 1 # one\n# of b\nb:\n  c: "no"\n', "a line would change behind its"),
        ("# head\n\na: 1 # one\nb:\n  c: 'no'\n", "a line would change behind its indentation"),
        ("# head\n\na: 1 # one\n# of b\nb:\n  c: 'no'", "a line would change behind its"),
        ("# head\r\n\na: 1 # one\n# of b\nb:\n  c: 'no'\n", "a line would change behind its"),
        ("# head\n\na: 1 # one\n# of b\nb:\n  c: 'no'\n\n", "a line would change behind its"),
    ],
)
def test_what_says_something_else_is_not_proven(new, why):
    with pytest.raises(Unproven, match=why):
        prove(OLD, new)


def test_a_comment_with_another_entry_is_not_proven():
    with pytest.raises(NotThere) as caught:
        prove(OLD, "# head\n\n# of b\na: 1 # one\nb:\n  c: 'no'\n")
    assert caught.value.offset == OLD.index("# of b")
    assert caught.value.reason == (
        "`# of b` would seem to speak of another entry; put it right above the line that it speaks"
        " of, without a blank line between"
    )


def test_a_text_that_the_second_parser_refuses_is_not_proven():
    old = 'a: "x"\nb: |\n  \t\n c\n'
    with pytest.raises((Unproven, NotThere)):
        prove(old, old.replace("a", "z"))


def test_a_second_parser_that_reads_something_else_stops_it(monkeypatch):
    monkeypatch.setattr("relplan.files.edit.second.marks", lambda text: [(text,)])
    with pytest.raises(Unproven, match="the second parser would read something else"):
        prove("a:\n    b: 1\n", "a:\n  b: 1\n")
