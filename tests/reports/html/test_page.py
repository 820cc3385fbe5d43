import base64
import hashlib
import re

import pytest

from relplan.errors import Refused
from relplan.reports.html.escape import Html
from relplan.reports.html.page import MARK, Page, page, style_sheet
from relplan.reports.map.chart import COLOURS

ONE = Page("A <b> & c", Html("<h1>x</h1>\n"))


def hashed(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_document_has_a_title_a_language_and_the_body():
    text = page(ONE)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>A &lt;b&gt; &amp; c</title>" in text
    assert text.endswith("<body>\n<h1>x</h1>\n</body>\n</html>\n")
    assert MARK in text


def test_nothing_is_loaded_and_nothing_runs():
    text = page(ONE)
    assert "<script" not in text
    assert "default-src 'none'" in text
    assert "script-src" not in text
    assert not re.search(r"url\(|@import|https?:", text)


def test_only_this_style_and_this_script_are_allowed():
    text = page(Page("x", Html("<p>x</p>"), script="f();\n"))
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert f"style-src 'sha256-{hashed(style)}'" in text
    assert f"script-src 'sha256-{hashed('f();' + chr(10))}'" in text
    assert "<script>f();\n</script>\n</body>" in text


def test_a_script_cannot_end_its_element_early():
    with pytest.raises(Refused, match="the script of a page holds `</script`"):
        page(Page("x", Html(""), script="'</SCRIPT>'"))


def test_stances_have_the_colours_of_the_map():
    for letter, (ground, ink) in COLOURS.items():
        name = "q" if letter == "?" else letter.lower()
        rule = f".letter.{name} {{ background: {ground}; color: {ink}; }}"
        assert rule in style_sheet()


def test_each_class_that_the_style_sheet_lists_has_a_rule():
    said, _, rules = style_sheet().partition("*/")
    names = set(re.findall(r"\.([a-z][a-z0-9]*)", said))
    assert len(names) > 10
    assert not {one for one in names if not re.search(rf"\.{one}\b", rules)}
