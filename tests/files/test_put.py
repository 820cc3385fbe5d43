import pytest
from books import write_book

from relplan.errors import Refused
from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.files.put import deepest, put

PLAN = "clients/acme.yaml"
HEAD = "client: Acme plc\npriority: A\n\n"


def after(tmp_path, text, *changes):
    draft = Draft(load(write_book(tmp_path, {PLAN: text})))
    for where, value in changes:
        put(draft, PLAN, tuple(where.split(".")), value)
    draft.checked()
    return draft.text(PLAN)


def test_what_is_there_is_replaced(tmp_path):
    text = HEAD + "roles:\n  jane: {name: Jane, stance: neutral}  # note\n"
    assert after(tmp_path, text, ("roles.jane.stance", "mentor")) == text.replace(
        "neutral", "mentor"
    )


def test_a_missing_field_stands_in_the_order_of_the_model(tmp_path):
    text = HEAD + "roles:\n  jane:\n    name: Jane\n    stance: neutral\n"
    assert after(tmp_path, text, ("roles.jane.title", "CFO")) == text.replace(
        "    stance", "    title: CFO\n    stance"
    )


def test_a_short_form_is_spelled_out_for_a_second_field_and_stays_for_its_own(tmp_path):
    text = HEAD + "strengths:\n  s: They call us first\n"
    assert after(tmp_path, text, ("strengths.s.evidence", "the log")).endswith(
        "strengths:\n  s:\n    text: They call us first\n    evidence: the log\n"
    )
    for where in ("strengths.s", "strengths.s.text"):
        assert after(tmp_path, text, (where, "New")) == HEAD + "strengths:\n  s: New\n"


def test_a_bare_text_for_an_entry_in_full_changes_its_own_field_only(tmp_path):
    text = HEAD + "strengths:\n  s: {text: Old, evidence: the log}\n"
    assert after(tmp_path, text, ("strengths.s", "New")) == text.replace("Old", "New")


@pytest.mark.parametrize("begun", ["roles:", "roles: {}", "roles: null", "roles: ~"])
def test_an_empty_section_is_begun_where_it_stands(tmp_path, begun):
    text = HEAD + f"# people\n{begun}\n\n# the end\nreview: quarterly\n"
    assert after(tmp_path, text, ("roles.jane", "Jane Porter")) == (
        HEAD + "# people\nroles:\n  jane: Jane Porter\n\n# the end\nreview: quarterly\n"
    )


def test_a_missing_section_is_begun_in_the_order_of_a_plan(tmp_path):
    text = HEAD + "roles:\n  jane: Jane\n\n# what we want\ngoals:\n  g: The goal\n"
    assert after(tmp_path, text, ("weaknesses.w", "None of us knows Raj")) == (
        HEAD + "roles:\n  jane: Jane\n\nweaknesses:\n  w: None of us knows Raj\n\n"
        "# what we want\ngoals:\n  g: The goal\n"
    )


def test_groups_on_the_way_are_begun(tmp_path):
    text = HEAD.rstrip("\n")
    found = after(tmp_path, text, ("review.next", "2027-01-12"))
    assert found == f"{text}\nreview:\n  next: 2027-01-12"


def test_a_place_below_a_text_that_holds_nothing_is_refused_with_its_line(tmp_path):
    with pytest.raises(Refused, match=r"clients/acme.yaml:2: "):
        after(tmp_path, HEAD, ("priority.deep", "A"))


def test_the_written_part_of_a_place_is_found(tmp_path):
    draft = Draft(load(write_book(tmp_path)))
    assert deepest(draft, PLAN, ("roles", "jane", "stance"))[0] == ("roles", "jane")
    assert deepest(draft, PLAN, ("roles", "jane", "name"))[0] == ("roles", "jane", "name")
