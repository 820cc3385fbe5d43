from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.reports.html.escape import Html, escape

PAYLOADS = [
    "<script>alert(1)</script>",
    "</td></table>",
    "<!-- hidden",
    "-->",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "&lt;b&gt; &#35; &amp",
    "]]>",
    "<![CDATA[x",
    "</style><style>",
    "</svg><p>",
    "javascript:alert(1)",
    "two\nlines",
    "\x1b]52;c;AA\x07",
    "\u202egnp.exe",
    "{{ 7*7 }}",
]


class Seen(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tree, self.words, self.titles = [], "", []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tree.append((tag, [name for name, _ in attrs]))
        self.titles += [value for name, value in attrs if name == "title"]

    def handle_endtag(self, tag):
        self.tree.append(tag)

    def handle_comment(self, _data):
        self.tree.append("comment")

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("form", ["<p>{}</p>", '<p title="{}">x</p>', "<p title='{}'>x</p>"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_foreign_text_leaves_the_elements_that_a_plain_word_leaves(payload, form):
    assert Seen(form.format(escape(payload))).tree == Seen(form.format("plain")).tree


@pytest.mark.parametrize("payload", [one for one in PAYLOADS if one.isprintable()])
def test_the_whole_text_is_read_in_an_element_and_in_quotes(payload):
    assert Seen(f"<p>{escape(payload)}</p>").words == payload
    assert Seen(f'<p title="{escape(payload)}">x</p>').titles == [payload]


def test_control_and_bidi_characters_are_shown():
    assert escape("a\x1b[31m\u202eb\x00") == "a\\x1b[31m\\u202eb\\x00"


def test_what_is_no_character_is_replaced():
    assert escape("a\ufffe\ufdd0\U0010ffffb") == "a\ufffd\ufffd\ufffdb"


def test_what_is_html_already_stays_so():
    assert escape(Html("<b>")) == "<b>"
    assert escape(escape("<b>")) == "&lt;b&gt;"


@given(st.text())
def test_nothing_gets_out_of_quotes_or_an_element(text):
    assert not set(escape(text)) & set("<>\"'\n\r\t")
