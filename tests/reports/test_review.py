from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from relplan.errors import Refused
from relplan.files.book import load
from relplan.reports.pack import build
from relplan.reports.review import as_markdown, values_of
from relplan.rules.runner import lint

TODAY = date(2026, 11, 25)
ROOT = Path(__file__).parents[2]
TEAM = ROOT / "examples" / "team"


def pack_of(root, id_, today=TODAY):
    loaded = load(root)
    return as_markdown(build(loaded.book, id_, today, lint(loaded, today)), root)


@pytest.mark.parametrize("id_", ["harbour", "lighthouse"])
def test_the_pack_of_a_small_book_is_as_it_was(quay, golden, id_):
    golden(f"quay-{id_}.md", pack_of(quay, id_))


@pytest.mark.parametrize("id_", ["acme", "calder", "nordlicht", "thackray", "contoso"])
def test_the_packs_of_the_example_book_are_as_they_were(golden, id_):
    golden(f"team-{id_}.md", pack_of(TEAM, id_))


def test_same_book_and_date_give_the_same_bytes(quay):
    assert pack_of(quay, "harbour") == pack_of(quay, "harbour")


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
    return pack_of(root, "naughty")


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


def test_a_team_lays_out_one_section_anew(quay):
    (quay / "templates" / "review").mkdir(parents=True)
    own = quay / "templates" / "review" / "sources.md.j2"
    own.write_text("## 10. Ours for {{ client }}\n", encoding="utf-8")
    text = pack_of(quay, "harbour")
    assert text.endswith("## 10. Ours for Harbour Authority\n")
    assert "## 9. Until" in text


def test_a_fault_in_the_teams_template_gives_no_pack(quay):
    (quay / "templates" / "review").mkdir(parents=True)
    own = quay / "templates" / "review" / "sources.md.j2"
    own.write_text("## 10\n{{ sources.mode }}\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"^templates/review/sources\.md\.j2:2: there is no `mode`"):
        pack_of(quay, "harbour")


def test_templates_see_plain_values_only(quay):
    def kinds(value):
        if isinstance(value, dict):
            return set().union(*map(kinds, value.values()))
        if isinstance(value, list):
            return set().union(set(), *map(kinds, value))
        return {type(value).__name__}

    assert kinds(values_of(build(load(quay).book, "harbour", TODAY))) <= {"str", "Md"}


def test_without_findings_the_pack_says_how_to_get_them(quay):
    text = as_markdown(build(load(quay).book, "harbour", TODAY), quay)
    assert "relplan lint" in text


def test_the_readme_of_the_templates_names_every_value(quay):
    readme = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    values = values_of(build(load(quay).book, "harbour", TODAY, []))
    assert not unnamed(values, readme)
    assert unnamed({"state": {"novelty": ""}}, readme) == ["state.novelty"]


def unnamed(values, readme):
    missing = []
    for name, value in values.items():
        names = [f"{name}.{one}" for one in value] if isinstance(value, dict) else [name]
        missing += [one for one in names if f"`{one}`" not in readme and f"`{one}[]`" not in readme]
    return missing
