import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from relplan.reports.markdown import Md, escape, fenced

PAYLOADS = [
    "a | b",
    "|---|",
    "<!-- hidden",
    "-->",
    "```",
    "~~~ x",
    "# heading",
    "## x\n# y",
    "1. one",
    "2) two",
    "---",
    "===",
    "- item",
    "+ item",
    "* item",
    "    code",
    "\tcode",
    "<details>",
    "</td>",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![](http://tracker.example/x.png)",
    "[x]: http://x.example",
    "<http://x.example>",
    "@team",
    "#12",
    "/close",
    "two\nlines\n\nand a paragraph",
    "a\r\nb",
    "a\u2028b",
    "trailing\\",
    "`code`",
    "**bold** _it_ ~~gone~~",
    "&lt;b&gt; &#35;",
    "\\input{/etc/passwd}",
    "$x^2$",
    "> quote",
    ": definition",
    "{{ 7*7 }} {% raw %} {# #}",
    "\x1b]52;c;AA\x07",
    "[ ] task",
]
PLACES = {
    "paragraph": "{}\n",
    "list": "- {}\n- next\n",
    "numbered": "1. {}\n",
    "heading": "# {}\n\ntext\n",
    "cell": "| a | b |\n| --- | --- |\n| {} | c |\n",
    "first cell": "| {} | b |\n| --- | --- |\n| d | c |\n",
    "behind words": "before {} after\n",
    "under a line": "before\n{}\n\nafter\n",
}


def tree(text):
    """The kinds of tokens, and how often each: what a reader sees besides the words."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = []
    for token in parser.parse(text):
        found.append((token.type, token.tag))
        kinds = [(one.type, one.tag) for one in token.children or () if one.type != "text"]
        found.extend(kind for kind in kinds if kind[0] != "text_special")
    return found


def words(text):
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return "".join(
        child.content
        for token in parser.parse(text)
        for child in token.children or ()
        if child.type in ("text", "text_special")
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_foreign_text_leaves_the_structure_that_a_plain_word_leaves(payload, place):
    form = PLACES[place]
    assert tree(form.format(escape(payload))) == tree(form.format("plain"))


@pytest.mark.parametrize("place", PLACES)
def test_the_structure_test_sees_raw_payloads(place):
    form = PLACES[place]
    raw = [one for one in PAYLOADS if tree(form.format(one)) != tree(form.format("plain"))]
    assert len(raw) >= 8


@pytest.mark.parametrize("payload", [one for one in PAYLOADS if one.isprintable()])
def test_the_whole_text_is_still_read(payload):
    shown = words(escape(payload)).replace("\u2060", "")
    assert shown == " ".join(payload.split())


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_text_is_one_line_of_plain_words(text):
    cell = PLACES["cell"]
    assert "\n" not in escape(text)
    assert tree(cell.format(escape(text))) == tree(cell.format("plain"))


def test_mentions_and_numbers_call_nobody():
    assert "@team" not in escape("ask @team about #12")
    assert "#12" not in escape("ask @team about #12")
    assert escape("jane@acme.example") == "jane@acme.example"


def test_dates_amounts_and_names_stay_as_they_are():
    for text in ("2026-11-25", "41.20 GBP", "Hartwell & Lowe", "close-clinic (late), 渡辺 健"):
        assert escape(text) == text


def test_what_is_markdown_already_is_left_alone():
    assert escape(Md("**x**")) == "**x**"


def test_no_line_of_a_block_closes_its_fence():
    (block,) = MarkdownIt().parse(fenced("text", "a\n```\nb\n````\n"))
    assert block.type == "fence"
    assert block.content == "a\n```\nb\n````\n"
