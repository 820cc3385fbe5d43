from datetime import date
from pathlib import Path

import pytest

from relplan.errors import Refused
from relplan.files.book import load
from relplan.reports.pack import build
from relplan.reports.review import as_markdown, in_mermaid, values_of
from relplan.reports.templates import Templates

TODAY = date(2026, 11, 25)
ROOT = Path(__file__).parents[2]


def pack_of(root, id_):
    return as_markdown(build(load(root).book, id_, TODAY, []), Templates(root))


def test_a_team_lays_out_one_section_anew(quay):
    (quay / "templates" / "review").mkdir(parents=True)
    own = quay / "templates" / "review" / "sources.md.j2"
    own.write_text("## 10. Ours for {{ client }}\n", encoding="utf-8")
    text = pack_of(quay, "harbour")
    assert text.endswith(
        "## 10. Ours for Harbour Authority\n\n<!-- relplan review harbour 2026-11-25 -->\n"
    )
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

    assert kinds(values_of(build(load(quay).book, "harbour", TODAY), in_mermaid)) <= {"str", "Md"}


def test_without_findings_the_pack_says_how_to_get_them(quay):
    text = as_markdown(build(load(quay).book, "harbour", TODAY), Templates(quay))
    assert "relplan lint" in text


def test_the_readme_of_the_templates_names_every_value(quay):
    readme = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    values = values_of(build(load(quay).book, "harbour", TODAY, []), in_mermaid)
    assert not unnamed(values, readme)
    assert unnamed({"state": {"novelty": ""}}, readme) == ["state.novelty"]


def unnamed(values, readme):
    missing = []
    for name, value in values.items():
        names = [f"{name}.{one}" for one in value] if isinstance(value, dict) else [name]
        missing += [one for one in names if f"`{one}`" not in readme and f"`{one}[]`" not in readme]
    return missing
