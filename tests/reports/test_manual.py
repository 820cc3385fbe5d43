"""The manual of the rules as text: list, page and JSON."""

import json

from relplan.reports.manual import as_json, as_list, as_page
from relplan.rules.catalogue import PAGES, Page

ONE = Page("RP901", "short", "error", "team", "A title", "**Why:** because.\n\n    code: x")
TWO = Page("RP902", "a-longer-name", "warning", "starter", "Another", "Text")


def test_the_list_has_a_line_a_page_and_its_columns_stand_below_each_other():
    first, second = as_list([ONE, TWO]).splitlines()
    assert first.split() == ["RP901", "short", "error", "team", "A", "title"]
    for left, right in (("error", "warning"), ("team", "starter"), ("A title", "Another")):
        assert first.index(left) == second.index(right)


def test_no_line_of_the_list_ends_in_spaces():
    assert all(line == line.rstrip() for line in as_list(PAGES).splitlines())


def test_a_list_of_nothing_is_empty():
    assert as_list([]) == ""


def test_a_page_has_its_head_its_title_and_its_text_without_marks():
    assert as_page(ONE) == (
        "RP901 short (error, from profile team)\n\nA title.\n\nWhy: because.\n\n    code: x\n"
    )


def test_every_page_is_free_of_marks_for_bold():
    assert not any("**" in as_page(one) for one in PAGES)


def test_json_keeps_every_field_as_it_is():
    found = json.loads(as_json([ONE, TWO]))
    assert found["version"] == 1
    links = [one.pop("link") for one in found["rules"]]
    assert found["rules"] == [ONE._asdict(), TWO._asdict()]
    assert links == [f"docs/rules.md#{one.code.lower()}-{one.name}" for one in (ONE, TWO)]


def test_json_of_nothing_is_an_object_all_the_same():
    assert json.loads(as_json([])) == {"rules": [], "version": 1}


def test_on_a_terminal_paragraphs_fit_and_examples_stay_as_they_are():
    from relplan.rules.catalogue import page

    one = page("RP303")
    narrow = as_page(one, 60)
    prose = [line for line in narrow.splitlines() if not line.startswith(" ")]
    assert max(len(line) for line in prose) <= 60
    assert " ".join(narrow.split()) == " ".join(as_page(one).split())
    examples = [line for line in as_page(one).splitlines() if line.startswith("    ")]
    assert [line for line in narrow.splitlines() if line.startswith("    ")] == examples
