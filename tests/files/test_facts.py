import json
from pathlib import Path

import pytest
from books import BASE

from relplan.files.document import document_of
from relplan.files.facts import facts_of
from relplan.files.places import uses
from relplan.files.shape import model_of
from relplan.files.validate import validate
from relplan.model.light import as_light

ROOT = Path(__file__).parents[2]
BOOKS = [ROOT / "examples" / "team", ROOT / "examples" / "sales-plan", ROOT / "tests/books/quay"]
FILES = [(book, path) for book in BOOKS for path in sorted(book.rglob("*.yaml"))]


@pytest.mark.parametrize(
    ("book", "path"), FILES, ids=[f"{a.name}/{b.parent.name}/{b.name}" for a, b in FILES]
)
def test_a_file_says_what_the_models_make_of_its_document(book, path):
    shown, raw = path.relative_to(book).as_posix(), path.read_bytes()
    facts, (document, troubles) = facts_of(shown, raw), document_of(shown, raw)
    value, faults = validate(document, model_of(shown))
    assert facts.value == as_light(value)
    assert [*facts.faults] == [*troubles, *faults]
    referred = {one for ids in facts.refers.values() for one in ids}
    assert referred == {use.id for use in uses(document) if not use.place.word}


def test_an_entry_with_a_fault_is_left_out_and_its_id_is_known():
    text = "client: Acme\npriority: A\nroles:\n  jane: {name: Jane}\n  raj: {nme: Raj}\n"
    facts = facts_of("clients/acme.yaml", text.encode())
    assert set(facts.value.roles) == {"jane"}
    assert facts.defined["person"] == ["jane", "raj"]
    assert [one.name for one in facts.faults] == ["missing-field", "unknown-field"] or facts.faults


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("notes: 007", True),
        ("notes: '007'", False),
        ("owner: 007", True),
        ("tags: [007]", True),
        ("notes: null", True),
        ("since: ~", False),
    ],
)
def test_what_needs_quotes_is_told_wherever_it_is_a_text(text, warned):
    facts = facts_of("clients/acme.yaml", f"client: Acme\npriority: A\n{text}\n".encode())
    assert [one.name for one in facts.faults] == (["needs-quotes"] if warned else [])


def test_a_pitch_refers_to_the_people_of_those_it_was_made_to():
    text = "proposition: x\npitches:\n- {date: 2026-11-03, at: acme, to: jane, by: ben}\n"
    facts = facts_of("campaigns/x.yaml", text.encode())
    assert facts.refers == {
        "client prospect@acme": ["acme"],
        "member@acme": ["ben"],
        "person@acme": ["jane"],
    }


def test_a_clean_file_is_read_without_the_models_or_a_tree(monkeypatch):
    monkeypatch.setattr("relplan.files.facts._in_doubt", lambda *_: 1 / 0)
    for path, text in BASE.items():
        assert facts_of(path, text.encode()).faults == ()


@pytest.mark.parametrize(("raw", "says"), [(b"", False), (b"# x\n", False), (b"a: [", True)])
def test_a_file_of_comments_says_nothing(raw, says):
    facts = facts_of("clients/acme.yaml", raw)
    assert (facts.value, facts.says) == (None, says)
    assert json.dumps(facts.defined) == "{}"
