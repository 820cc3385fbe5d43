"""A book with buffers over its files."""

from pathlib import Path

from books import TODAY, write_book
from desks import ACME, PLAN, desk

from relplan.files.book import load
from relplan.lsp.desk import place_of
from relplan.rules.runner import lint


def test_a_file_of_a_book_is_known_by_its_place(tmp_path):
    root = write_book(tmp_path)
    assert place_of(root / ACME) == (root, ACME)
    assert place_of(root / "relplan.yaml") == (root, "relplan.yaml")
    assert place_of(root / "clients" / "not-there-yet.yaml") == (root, "clients/not-there-yet.yaml")


def test_a_foreign_file_is_none_of_a_books(tmp_path):
    root = write_book(tmp_path / "book")
    for path in ("notes.yaml", "clients/deep/acme.yaml", "clients/acme.txt", "reviews/acme.yaml"):
        assert place_of(root / path) is None, path
    assert place_of(tmp_path / "docker-compose.yaml") is None
    assert place_of(Path("/")) is None


def test_a_buffer_stands_in_the_place_of_its_file(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN.replace("priority: A", "priority: Z"))
    assert [one.code for one in made.findings(ACME, TODAY)] == ["RP103"]
    made.drop(ACME)
    assert "RP103" not in [one.code for one in made.findings(ACME, TODAY)]


def test_a_file_is_told_what_lint_tells_of_it(tmp_path):
    text = PLAN.replace("  raj:", "  # relplan: ignore[RP203] no reason is left\n  raj:")
    files = {ACME: text, "relplan.yaml": "firm: H\nteam: {amara: {name: A, tier: boss}}\n"}
    made = desk(tmp_path, files)
    everything = lint(load(made.root), TODAY)
    assert {one.path for one in everything} >= {ACME, "relplan.yaml", "touches/acme.yaml"}
    for path in made.loaded.documents:
        own = [one for one in everything if one.path == path]
        assert made.findings(path, TODAY) == own, path


def test_a_text_that_cannot_be_read_leaves_the_last_one_to_complete_by(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN.replace("  raj:", "  rajiv:"))
    made.put(ACME, PLAN.replace("  raj:", "  rajiv: [}"))
    assert made.loaded.documents[ACME].root is None
    assert "rajiv" in made.whole.book.plans["acme"].roles
    made.put(ACME, PLAN)
    assert "raj" in made.whole.book.plans["acme"].roles


def test_what_somebody_else_writes_is_read_below_the_buffers(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN.replace("Acme plc", "Acme Ltd"))
    (made.root / "clients" / "new.yaml").write_text(PLAN, encoding="utf-8")
    made.refresh()
    assert made.loaded.book.plans["new"].name == "Acme plc"
    assert made.loaded.book.plans["acme"].name == "Acme Ltd"


def test_typing_goes_on_while_somebody_writes_to_a_file_that_is_looked_at(tmp_path):
    made = desk(tmp_path)
    log = made.root / "touches" / "acme.yaml"
    log.write_text("- {date: 2026-11-04, with: [nobody], by: ben}\n", encoding="utf-8")
    made.put(ACME, PLAN.replace("raj", "rajiv"))  # the log names raj: it has to be looked at
    assert "rajiv" in made.loaded.book.plans["acme"].roles
    assert len(made.loaded.book.touches["acme"]) == 1


def test_a_buffer_of_a_file_that_is_not_there_is_forgotten_when_it_closes(tmp_path):
    made = desk(tmp_path)
    made.put("clients/new.yaml", "client: New\n")
    assert "new" in made.loaded.book.plans or made.findings("clients/new.yaml", TODAY)
    made.drop("clients/new.yaml")
    assert "clients/new.yaml" not in made.loaded.documents


def test_a_file_whose_name_is_no_id_is_told_so(tmp_path):
    made = desk(tmp_path, {"clients/Old Plan.yaml": "client: X\n"})
    made.put("clients/Old Plan.yaml", "client: Y\n")
    assert [one.code for one in made.findings("clients/Old Plan.yaml", TODAY)] == ["RP006"]
    made.drop("clients/Old Plan.yaml")


def test_half_a_character_is_one_that_can_be_written(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN + "notes: a \ud800 🎻\n")
    assert made.text(ACME).endswith("a \ufffd 🎻\n")
    assert made.loaded.book.plans["acme"].notes == "a \ufffd 🎻"
