"""Comments that silence: what they cover, and what is said about them."""

import pytest
from books import TODAY, write_book

from relplan.files.book import load
from relplan.rules.choose import Wanted
from relplan.rules.comments import comments
from relplan.rules.runner import lint

HEAD = "client: Acme plc\nowner: amara\npriority: A\n"
GOALS = (
    "goals:\n"
    "  g:\n"
    "    goal: They call us\n"
    "    initiatives:\n"
    "      a: {what: A day}\n"
    "      b: {what: A week}\n"
)
ONLY = ["RP203", "RP01", "RP106"]


def codes(tmp_path, text, select=ONLY):
    root = write_book(tmp_path, {"clients/acme.yaml": HEAD + text})
    return [f"{d.line} {d.code}" for d in lint(load(root), TODAY, Wanted(select=select))]


def test_without_a_comment_both_are_found(tmp_path):
    assert codes(tmp_path, GOALS) == ["8 RP203", "9 RP203"]


def test_at_the_end_of_a_line_it_covers_that_line(tmp_path):
    text = GOALS.replace("A day}", "A day}  # relplan: ignore[RP203] no hurry")
    assert codes(tmp_path, text) == ["9 RP203"]


def test_on_its_own_line_it_covers_the_item_below_and_no_more(tmp_path):
    text = GOALS.replace("      a:", "      # relplan: ignore[RP203] no hurry\n      a:")
    assert codes(tmp_path, text) == ["10 RP203"]


def test_above_a_goal_it_covers_all_initiatives_of_the_goal(tmp_path):
    text = GOALS.replace("  g:\n", "  # relplan: ignore[RP203] no hurry\n  g:\n")
    assert codes(tmp_path, text) == []


@pytest.mark.parametrize("words", ["RP2", "initiative-without-date", "rp203", "RP106, RP203"])
def test_a_family_a_name_and_several_codes_are_understood(tmp_path, words):
    text = GOALS.replace("goals:", f"# relplan: ignore[{words}] no hurry\ngoals:")
    found = codes(tmp_path, text)
    assert "9 RP203" not in found
    assert found == (["4 RP010"] if "RP106" in words else [])


@pytest.mark.parametrize(
    "text",
    [
        'notes: "no # relplan: ignore[RP203] comment"\n',
        "notes: |\n  text\n  # relplan: ignore[RP203] in a block\n",
        "notes: >\n  # relplan: ignore[RP203] in a folded one\n",
        "notes: 'x\n  # relplan: ignore[RP203] y'\n",
    ],
)
def test_a_hash_inside_a_text_is_no_comment(tmp_path, text):
    assert codes(tmp_path, text + GOALS)[-2:] == [
        f"{8 + text.count(chr(10))} RP203",
        f"{9 + text.count(chr(10))} RP203",
    ]
    assert not any("RP01" in one for one in codes(tmp_path, text + GOALS))


def test_a_comment_after_the_sign_of_a_block_is_one(tmp_path):
    root = write_book(
        tmp_path, {"clients/acme.yaml": HEAD + "notes: |  # first\n  # text\n# second\n"}
    )
    document = load(root).documents["clients/acme.yaml"]
    assert [document.text[a:b] for a, b in comments(document)] == ["# first", "# second"]


def test_until_holds_on_its_day_and_not_after(tmp_path):
    text = "# relplan: ignore[RP203] no hurry, until DAY\n" + GOALS
    assert codes(tmp_path, text.replace("DAY", "2026-11-25")) == []
    assert codes(tmp_path, text.replace("DAY", "2026-11-24")) == ["4 RP012", "9 RP203", "10 RP203"]


def test_without_a_reason_it_silences_and_is_a_finding_itself(tmp_path):
    assert codes(tmp_path, "# relplan: ignore[RP203]\n" + GOALS) == ["4 RP011"]


def test_an_unused_one_is_a_finding_only_where_its_rule_was_asked(tmp_path):
    text = "notes: x # relplan: ignore[RP203] no reason any more\n"
    assert codes(tmp_path, text) == ["4 RP010"]
    assert codes(tmp_path, text, ["RP01", "RP5"]) == []


def test_an_error_is_never_silenced(tmp_path):
    text = "since: 5/1/2024  # relplan: ignore[RP104] we write them so\n"
    assert codes(tmp_path, text) == ["4 RP104", "4 RP013"]
