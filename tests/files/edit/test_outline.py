import pytest

from relplan.files.edit.outline import MAX_DEPTH, find, outline, place
from relplan.files.edit.refused import NotThere

TEXT = """\
a: &n 1  # one
"b c": [x, {d: *n}]
8080: !t |
  lines

true:
? k
: v
"""


def said(text, path):
    """The stretch of the text at a path."""
    part = find(outline(text), path)[-1]
    return text[part.start : part.end]


@pytest.mark.parametrize(
    ("path", "stretch"),
    [
        (["a"], "&n 1"),
        (["b c"], "[x, {d: *n}]"),
        (["b c", 1], "{d: *n}"),
        (["b c", -1, "d"], "*n"),
        ([8080], "!t |\n  lines"),
        ([True], ""),
        (["k"], "v"),
    ],
)
def test_a_path_leads_to_its_stretch(path, stretch):
    assert said(TEXT, path) == stretch


def test_an_offset_counts_characters_not_bytes():
    assert said("é: 🎉\nb: 株\n", ["b"]) == "株"


def test_only_the_first_document_is_walked():
    assert said("a: 1\n---\na: 2\n", ["a"]) == "1"


def test_a_file_of_comments_has_no_root():
    with pytest.raises(NotThere, match="nothing yet"):
        find(outline("# c\n"), [])


def test_a_text_that_is_no_yaml_says_where():
    with pytest.raises(NotThere) as caught:
        outline("a: 1\nb: 'x\n")
    assert caught.value.offset == 8


def test_deep_nesting_is_refused():
    deep = "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    with pytest.raises(NotThere, match="levels of nesting"):
        find(outline(deep), [])
    assert find(outline(deep[1:-1]), [])


def test_a_key_that_stands_twice_has_no_place():
    part = find(outline("a: 1\nb: 2\na: 3\n"), [])[0]
    assert place(part, "b") == 1
    assert place(part, "c") is None
    with pytest.raises(NotThere) as caught:
        place(part, "a")
    assert caught.value.offset == 10


def test_comments_are_those_outside_of_values():
    text = "a: 'x # no' # one\nb: | # two\n  # no\n# three\nc: 1\n"
    made = outline(text)
    assert made.comments(0, len(text), 0, len(made.events)) == ["# one", "# two", "# three"]


def test_an_alias_is_found_until_its_name_is_given_again():
    made = outline("a: &n 1\nb: &n 2\nc: *n\n")
    assert made.used("n", 4) is None
    assert made.used("n", 6) == 8
