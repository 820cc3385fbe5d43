"""The examples of the manual are executed: the failing one fails, the passing one passes."""

import re
import textwrap

import pytest
from rulebooks import found_in

from relplan.rules import RULES
from relplan.rules.catalogue import page_of

PAGES = [page_of(rule) for rule in RULES]
IDS = [page.code for page in PAGES]


def examples(page):
    failing, _, passing = page.text.partition("\nFails:\n")[2].partition("\nPasses:\n")
    return textwrap.dedent(failing).strip("\n") + "\n", textwrap.dedent(passing).strip("\n") + "\n"


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_failing_example_fails_by_this_rule_alone(page, tmp_path):
    codes = {one.code for one in found_in(examples(page)[0], tmp_path, page.code)}
    assert codes == {page.code}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_passing_example_passes(page, tmp_path):
    assert found_in(examples(page)[1], tmp_path, page.code) == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_a_page_says_why_with_its_source_and_what_to_write_instead(page):
    assert re.fullmatch(r"RP[2-9]\d\d", page.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", page.name)
    assert page.title
    assert not page.title.endswith(".")
    text = " ".join(page.text.split())
    assert "**Why:**" in text
    assert "**Instead:**" in text
    sources = (
        "domain.md",
        "Maister",
        "Build relationship plans",
        "six steps",
        "relationship marketing",
    )
    assert any(source in text for source in sources)


def test_codes_and_names_are_used_once_and_in_order():
    codes = [page.code for page in PAGES]
    assert codes == sorted(set(codes))
    assert len({page.name for page in PAGES}) == len(PAGES)
