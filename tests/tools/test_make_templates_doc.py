"""What templates may name is documented, all of it, from the shapes themselves."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("doc", ROOT / "tools" / "make_templates_doc.py")
doc = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(doc)
README = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")


def test_the_page_is_as_the_tool_makes_it():
    assert doc.refreshed(README) == README


def test_a_new_value_makes_the_page_stale():
    stale = README.replace("| `state.decisions[]` |", "| `state.decided[]` |")
    assert stale != README
    assert doc.refreshed(stale) != stale


def test_every_value_is_named_down_to_its_texts():
    names = dict(doc.variables(doc.Pack))
    assert names["regularity.contacts[].months[].eighths"].startswith("The number as eighths")
    assert names["people.map"] == doc.MAP
    assert "work.initiatives[].mark" in names


def test_every_value_says_what_it_is():
    said = {**dict(doc.variables(doc.Pack)), **dict(doc.variables(doc.Summary))}
    assert [name for name, text in said.items() if text in ("A text.", "Texts.", "")] == []
