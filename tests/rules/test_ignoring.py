"""Comments for today's findings."""

from pathlib import Path

import pytest
from books import TODAY, write_book

from relplan.errors import WrongUse
from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.rules.choose import Wanted
from relplan.rules.ignoring import add_ignores, refuse_reason
from relplan.rules.runner import lint

ROOT = Path(__file__).parent.parent.parent
PLAN = "clients/acme.yaml"
LOG = "touches/acme.yaml"
HEAD = "client: Acme plc\nowner: amara\npriority: A\n"
ONLY = ["RP203", "RP202", "RP106", "RP502", "RP01"]


def silenced(folder, files, select=ONLY):
    """The texts with comments, the findings left over, and what lint then says."""
    loaded = load(write_book(folder, files))
    draft = Draft(loaded)
    wanted = Wanted(select=select)
    left = add_ignores(draft, lint(loaded, TODAY, wanted), loaded.documents, "no hurry")
    texts = {path: draft.text(path) for path in files}
    return texts, left, lint(draft.checked(), TODAY, wanted)


def plan(folder, text):
    texts, left, after = silenced(folder, {PLAN: HEAD + text})
    assert (left, after) == ([], [])
    return texts[PLAN].removeprefix(HEAD)


def test_a_comment_stands_at_the_end_of_the_line_with_every_code_of_it(tmp_path):
    text = "goals: {g: {goal: They call us, initiatives: {i: A day}}}\n"
    assert plan(tmp_path, text) == (text.rstrip() + "  # relplan: ignore[RP202, RP203] no hurry\n")


def test_where_another_comment_stands_it_goes_above(tmp_path):
    text = (
        "goals:\n"
        "  g:\n"
        "    goal: They call us\n"
        "    initiatives:\n"
        "      a: {what: A day, owner: ben}   # ask Jane\n"
        "      b: {what: A week, owner: ben}\n"
    )
    assert plan(tmp_path, text) == text.replace(
        "      a:", "      # relplan: ignore[RP203] no hurry\n      a:"
    ).replace("a: {what: A week", "").replace(
        "b: {what: A week, owner: ben}",
        "b: {what: A week, owner: ben}  # relplan: ignore[RP203] no hurry",
    )


def test_a_text_over_several_lines_is_not_touched(tmp_path):
    text = (
        "goals:\n"
        "  g:\n"
        "    goal: They call us\n"
        "    initiatives:\n"
        "      a: {owner: ben, what: A day\n"
        "          in spring}\n"
    )
    said = plan(tmp_path, text)
    assert said == text.replace("      a:", "      # relplan: ignore[RP203] no hurry\n      a:")


def test_a_comment_that_silences_there_already_gets_the_code_and_keeps_its_reason(tmp_path):
    text = (
        "goals: {g: {goal: They call us, initiatives: {i: A day}}}"
        "  # relplan: ignore[RP202] Ben will\n"
    )
    assert plan(tmp_path, text) == text.replace("[RP202]", "[RP202, RP203]")


def test_in_a_log_it_stands_above_so_that_no_line_changes(tmp_path):
    log = (
        "- {date: 2026-11-01, with: [jane], by: ben}\n- {date: 2027-11-01, with: [jane], by: ben}\n"
    )
    texts, left, after = silenced(tmp_path, {LOG: log})
    assert texts[LOG] == log.replace(
        "- {date: 2027", "# relplan: ignore[RP502] no hurry\n- {date: 2027"
    )
    assert (left, after) == ([], [])


def test_line_ends_and_the_mark_at_the_front_stay(tmp_path):
    text = "\ufeff" + (HEAD + "notes: 0123\ntags:\n  - 0456  # seen\n").replace("\n", "\r\n")
    texts, left, after = silenced(tmp_path, {PLAN: text})
    assert (left, after) == ([], [])
    assert texts[PLAN] == text.replace(
        "notes: 0123", "notes: 0123  # relplan: ignore[RP106] no hurry"
    ).replace("  - 0456", "  # relplan: ignore[RP106] no hurry\r\n  - 0456")


def test_errors_and_faults_of_comments_are_left_over(tmp_path):
    text = "priority: A\nsince: soon\n# relplan: ignore[RP203]\nnotes: x\n"
    loaded = load(write_book(tmp_path, {PLAN: "client: Acme plc\nowner: amara\n" + text}))
    draft = Draft(loaded)
    found = lint(loaded, TODAY, Wanted(select=["RP01"]))
    left = add_ignores(draft, found, loaded.documents, "x")
    assert sorted(one.code for one in left) == ["RP011", "RP104"]
    assert draft.changes() == []


@pytest.mark.parametrize("book", ["examples/sales-plan", "tests/books/quay"])
def test_every_finding_of_a_whole_book_is_silenced_and_nothing_else_changes(book):
    loaded = load((ROOT / book).resolve())
    draft, wanted = Draft(loaded), Wanted("strict")
    found = [one for one in lint(loaded, TODAY, wanted) if one.severity != "error"]
    assert found
    assert add_ignores(draft, found, loaded.documents, "taken over") == []
    after = draft.checked()
    assert [one for one in lint(after, TODAY, wanted) if one.severity != "error"] == []
    for path, document in loaded.documents.items():
        assert document.root is None or after.documents[path].root.plain() == document.root.plain()


@pytest.mark.parametrize("reason", ["agreed with Jane", "not yet, until 2027-01-31", "a ] b # c"])
def test_a_reason_is_taken_as_it_is(reason):
    assert refuse_reason(f" {reason} ", TODAY) == reason


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            None,
            "--add-ignores: say why with --reason; the colleague who reads it will ask",
        ),
        (" ", "--add-ignores: say why with --reason; the colleague who reads it will ask"),
        ("a\nb", "--reason: write it on one line, without invisible characters"),
        ("a\x1b[31m", "--reason: write it on one line, without invisible characters"),
        ("until 2027-01-31", "--reason: say why, besides until when"),
        ("x until 2026-01-31", "--reason: 31 Jan has passed; write a later `until`"),
        (
            "x until 2027-02-30",
            "--reason: after `until`: `2027-02-30` is not in the calendar; write a day up to 2027-02-28, where its month ends",
        ),
    ],
)
def test_a_reason_that_will_not_do_is_wrong_use(reason, said):
    with pytest.raises(WrongUse) as caught:
        refuse_reason(reason, TODAY)
    assert str(caught.value) == said
