import pytest

from relplan.files.document import document_of
from relplan.files.unquoted import unquoted


def said(note):
    line = f"- {{date: 2026-11-03, with: [jane], by: ben, note: {note}}}\n- {{date: 2026-11-04, by: ben}}\n"
    document, [trouble] = document_of("touches/acme.yaml", line.encode())
    assert document.root is None
    return f"{trouble.line}:{trouble.column}: {trouble.message}"


@pytest.mark.parametrize(
    ("note", "why", "quoted"),
    [
        ("Worried: audit rules", "holds `: `", '"Worried: audit rules"'),
        ("'Don't know'", "goes on after a closed quote", '"Don\'t know"'),
        ('"no" she said', "goes on after a closed quote", "'\"no\" she said'"),
        ("issue #4 open", "holds ` #`, which begins a comment", '"issue #4 open"'),
        ("[urgent] see him", "begins with [", '"[urgent] see him"'),
        ("{urgent} see him", "begins with {", '"{urgent} see him"'),
        ("50% - ok: yes", "holds `: `", '"50% - ok: yes"'),
        ("Re: tax, learned: all", "holds `: `", '"Re: tax"'),
    ],
)
def test_a_note_that_needed_quotes_is_shown_in_them_at_its_place(note, why, quoted):
    assert (
        said(note) == f"1:51: the text of `note` {why}; put quotes around all of it: note: {quoted}"
    )


def test_a_long_text_is_cut_at_a_word():
    assert said("Re: " + "word " * 40).endswith('word …"')


def test_brackets_that_are_really_left_open_are_called_so():
    document, [trouble] = document_of("a", b"- {date: 2026-11-03, note: x\n- {date: 2026-11-04}\n")
    assert document.root is None
    assert trouble.message.startswith("the { that opens here is not closed")


def test_without_a_field_before_the_place_there_is_nothing_to_say():
    assert unquoted("[a, b c: d]", 0, 5) is None
    assert unquoted("{a: }", 0, 4) is None
