from datetime import date
from pathlib import Path

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


def pack_of(root, id_, today=TODAY):
    loaded = load(root)
    return as_markdown(build(loaded.book, id_, today, lint(loaded, today)), Templates(root))


def page_of(root, id_):
    loaded = load(root)
    return as_html(build(loaded.book, id_, TODAY, lint(loaded, TODAY)), Templates(root))


@pytest.mark.parametrize("id_", ["harbour", "lighthouse"])
def test_the_pack_of_a_small_book_is_as_it_was(quay, golden, id_):
    golden(f"quay-{id_}.md", pack_of(quay, id_))


@pytest.mark.parametrize("id_", sorted(load(TEAM).book.everyone()))
def test_the_packs_of_the_example_book_are_as_they_were(golden, id_):
    golden(f"team-{id_}.md", pack_of(TEAM, id_))


@pytest.mark.parametrize("id_", ["acme", "contoso", "thackray"])
def test_the_pages_of_the_example_book_are_as_they_were(golden, id_):
    golden(f"team-{id_}.html", page_of(TEAM, id_))


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


NAUGHTY = [
    "a | b <!-- ``` # x",
    "[x](javascript:alert) ![](http://t.example/x.png)",
    "two\nlines\n# heading",
    "{{ 7*7 }} {% raw %}",
    "</td><details>",
]


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_foreign_text_changes_no_structure_anywhere_in_a_pack(quay, naughty):
    """Every text of the plan and of the log is replaced; only words may differ."""
    assert structure(with_text(quay, naughty)) == structure(with_text(quay, "plain"))


def test_the_structure_of_a_pack_shows_a_raw_text(quay):
    plain = with_text(quay, "plain")
    raw = plain.replace("What they value:", "# What they value:")
    assert structure(raw) != structure(plain)


def with_text(root, text):
    import json

    said = json.dumps(text)
    plan = f"""client: {said}
owner: ida
priority: A
since: 2024-02-01
notes: {said}
values: {{v: {said}}}
roles:
  berit: {{name: {said}, title: {said}, role: approver, stance: sceptic, tie: none, wanted: vendor}}
  tom: {{name: {said}, ours: omar, reports_to: berit}}
strengths: {{s: {{text: {said}, evidence: {said}}}}}
weaknesses: {{w: {{text: {said}, evidence: {said}}}}}
goals:
  g:
    goal: {said}
    by: 2026-01-01
    measure: {{what: {said}, target: 4}}
    initiatives:
      i: {{what: {said}, by: 2026-10-01, owner: ida}}
      j: {{what: {said}, status: done, done: 2026-11-01, result: {said}}}
review: {{held: {{2026-10-01: {{decided: [{said}]}}}}}}
"""
    log = (
        f"- {{date: 2026-10-21, with: [tom], by: ida, how: lunch, note: {said}, learned: {said},"
        f" for: i, promise: {{what: {said}, by: 2026-11-02}}}}\n"
        f"- {{date: 2026-11-03, with: [berit], by: ida, answered: false, note: {said}}}\n"
    )
    (root / "clients" / "naughty.yaml").write_text(plan, encoding="utf-8")
    (root / "touches" / "naughty.yaml").write_text(log, encoding="utf-8")
    said = Diagnostic("clients/naughty.yaml", 1, 1, "RP501", text, "warning", text)
    return as_markdown(build(load(root).book, "naughty", TODAY, [said]), Templates(root))


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
