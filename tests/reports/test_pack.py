import functools
from datetime import date
from pathlib import Path

import naughty
import pytest
import repositories
from markdown_it import MarkdownIt

from relplan.diagnostics import Diagnostic
from relplan.files.book import load
from relplan.reports.pack import build
from relplan.reports.review import as_html, as_markdown
from relplan.reports.templates import Templates
from relplan.rules.comparison import Since, compare
from relplan.rules.runner import lint

TODAY = date(2026, 11, 25)
ROOT = Path(__file__).parents[2]
TEAM = ROOT / "examples" / "team"


@functools.cache
def team():
    """The example book with what lint says of it."""
    loaded = load(TEAM)
    return loaded, lint(loaded, TODAY)


def pack_of(root, id_, today=TODAY):
    loaded, found = team() if root == TEAM else ((one := load(root)), lint(one, today))
    return as_markdown(build(loaded.book, id_, today, found), Templates(root))


def page_of(id_, root=TEAM):
    loaded, found = team()
    return as_html(build(loaded.book, id_, TODAY, found), Templates(root))


@pytest.mark.parametrize("id_", ["harbour", "lighthouse"])
def test_the_pack_of_a_small_book_is_as_it_was(quay, golden, id_):
    golden(f"quay-{id_}.md", pack_of(quay, id_))


@pytest.mark.parametrize("id_", sorted(load(TEAM).book.everyone()))
def test_the_packs_of_the_example_book_are_as_they_were(golden, id_):
    golden(f"team-{id_}.md", pack_of(TEAM, id_))


@pytest.mark.parametrize("id_", ["acme", "contoso", "thackray"])
def test_the_pages_of_the_example_book_are_as_they_were(golden, id_):
    golden(f"team-{id_}.html", page_of(id_))


def test_same_book_and_date_give_the_same_bytes(quay):
    assert pack_of(quay, "harbour") == pack_of(quay, "harbour")


def test_what_git_knows_of_the_plan_is_in_the_pack(quay, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(quay.parent))
    plan = (quay / "clients" / "harbour.yaml").read_text(encoding="utf-8")
    repositories.git(quay, "init", "-q", ".")
    (quay / "clients" / "harbour.yaml").write_text(plan.replace("2026-11-10", "2026-10-20"))
    repositories.commit(quay, "2026-09-30")
    (quay / "clients" / "harbour.yaml").write_text(plan)
    loaded = load(quay)
    (compared,) = compare(loaded, TODAY, ["harbour"], Since()).clients
    text = as_markdown(
        build(loaded.book, "harbour", TODAY, lint(loaded, TODAY), compared), Templates(quay)
    )
    section = text.split("\n## ")[2]
    assert "- night-shift slipped by 21 days, from 20 Oct to 10 Nov." in section
    (new,) = (line for line in section.splitlines() if " findings are new: " in line)
    assert "RP205 overdue-initiative" in new
    assert "RP503 broken-promise" in new
    assert "\n(compared with the plan as committed on 30 Sep (" in section
    assert "not compared here" not in section


def test_another_date_gives_another_pack(quay):
    assert pack_of(quay, "harbour") != pack_of(quay, "harbour", date(2026, 11, 26))


def test_all_ten_sections_stand_in_their_order(quay):
    headings = [one for one in pack_of(quay, "harbour").splitlines() if one.startswith("## ")]
    assert [one.split(".")[0] for one in headings[:1] + headings[9:]] == ["## 1", "## 10"]
    assert len(headings) == 10


def test_a_plan_with_nothing_in_it_gives_a_whole_pack(quay):
    (quay / "clients" / "new.yaml").write_text("client: New\npriority: C\n", encoding="utf-8")
    text = pack_of(quay, "new")
    assert "No person of theirs is written down" in text
    assert "The plan sets no goal." in text
    assert text.count("\n## ") == 10


@pytest.mark.parametrize("text", naughty.TEXTS)
def test_foreign_text_changes_no_structure_anywhere_in_a_pack(quay, text):
    """Every text of the plan and of the log is replaced; only words may differ."""
    assert structure(with_text(quay, text)) == structure(with_text(quay, "plain"))


def test_the_structure_of_a_pack_shows_a_raw_text(quay):
    plain = with_text(quay, "plain")
    raw = plain.replace("What they value:", "# What they value:")
    assert structure(raw) != structure(plain)


@pytest.mark.parametrize("id_", sorted(load(TEAM).book.everyone()))
def test_tables_are_tables_for_every_reader_and_nothing_else_is_needed(id_):
    """Without the extension for tables the rest of the pack is read the same."""
    plain = [t for t in MarkdownIt("commonmark").parse(pack_of(TEAM, id_)) if t.type != "inline"]
    host = MarkdownIt("commonmark").enable(["table"]).parse(pack_of(TEAM, id_))
    outside, depth = [], 0
    for token in host:
        depth += token.nesting if token.type.startswith("table") else 0
        if not depth and token.type not in ("inline", "table_close"):
            outside.append(token.type)
    tables = sum(token.type == "table_open" for token in host)
    texts = [token.type for token in plain]
    assert tables > 3
    assert len(texts) == len(outside) + 2 * tables  # each table is one paragraph there
    assert [one for one in texts if "paragraph" not in one] == [
        one for one in outside if "paragraph" not in one
    ]


def with_text(root, text):
    said = naughty.book(root, text)
    return as_markdown(build(load(root).book, "naughty", TODAY, said), Templates(root))


def structure(text):
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = []
    for token in parser.parse(text):
        found.append((token.type, token.tag, token.info))
        found.extend(
            (one.type, one.tag)
            for one in token.children or ()
            if one.type not in ("text", "text_special")
        )
        if token.type == "fence":
            found.append(sum(line.count('"') for line in token.content.splitlines()))
    return found


def finding(code, item, path="clients/harbour.yaml"):
    return Diagnostic(path, 1, 1, code, "name", "warning", f"about {item}", item=item)


def test_findings_of_this_client_come_with_those_about_selling_first(quay):
    found = [
        finding("RP501", "roles.tom"),
        finding("RP303", "goals.known-on-the-quay.initiatives.tide-table"),
        finding("RP301", "goals.known-on-the-quay.initiatives.night-shift.what"),
        finding("RP301", "goals.g.initiatives.i", path="clients/other.yaml"),
        finding("RP503", "0", path="touches/harbour.yaml"),
    ]
    pack = build(load(quay).book, "harbour", TODAY, found)
    assert [one.code for one in pack.findings.rows] == ["RP301", "RP303", "RP501", "RP503"]
    assert pack.state.decisions[0].startswith("1 of 2 open initiatives sells (section 8)")
    assert pack.state.decisions[1].startswith("1 of 2 open initiatives fails a test")


def test_findings_about_other_parts_ask_for_no_decision(quay):
    found = [finding("RP311", "goals.known-on-the-quay.goal"), finding("RP312", "strengths.s")]
    pack = build(load(quay).book, "harbour", TODAY, found)
    assert not [one for one in pack.state.decisions if "section 8" in one]


def test_a_running_campaign_stands_apart_at_the_end_of_the_pack():
    head = "## Apart from the relationship: what we sell here"
    section = pack_of(TEAM, "pennine").split(head)[1]
    assert section.startswith("\n\n- fifth-day-close, until 29 Jan 2027: We close your month ")
    assert (
        "\n  - 1 of 1 decision maker here heard it\n  - 15 Oct, Ben Archer to Stacey Hol" in section
    )
    assert "accepted; Three months from January" in section
    assert "\n## " not in section
    assert "1 answer to come" in pack_of(TEAM, "contoso").split(head)[1]
    assert head not in pack_of(TEAM, "acme")
