import pytest
from scenes import ACME, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load
from relplan.model.person import Person


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path / "book", prospects__arvo="prospect: Arvo Foods\n")


def person(root, *words):
    return CliRunner().invoke(
        app, ["add", "person", "--book", str(root), "--today", "2026-11-25", *words]
    )


EVERY = {
    "title": "CFO",
    "department": "Finance",
    "role": "approver",
    "level": "senior",
    "influence": "high",
    "stance": "neutral",
    "reports-to": "jane",
    "influences": "raj,jane",
    "ours": "ben",
    "tie": "none",
    "wanted": "credible",
    "cadence": "6w",
    "email": "nora@acme.example",
    "phone": "0113 496",
    "birthday": "06-14",
    "interests": "bees, chess",
    "notes": "Not: Tuesdays",
    "since": "last tue",
    "known-by": "met",
    "as-of": "today",
}


def test_every_field_can_be_given_and_reads_back(root):
    words = [word for name, said in EVERY.items() for word in (f"--{name}", said)]
    done = person(root, "acme", "Nora Field", *words, "--external", "--private")
    assert done.exit_code == 0, done.stderr
    loaded = load(root)
    assert not loaded.diagnostics
    nora = loaded.book.plans["acme"].roles["nora-field"]
    assert (nora.name, nora.influences, nora.interests) == (
        "Nora Field",
        ("raj", "jane"),
        ("bees", "chess"),
    )
    assert (nora.since.isoformat(), nora.as_of.isoformat()) == ("2026-11-24", "2026-11-25")
    assert nora.external
    assert nora.private
    given = {name.replace("-", "_") for name in EVERY} | {"name", "external", "private"}
    assert set(Person.model_fields) - given == {"left"}  # whoever leaves was here before


def test_only_a_name_is_needed_and_every_other_byte_stays(root):
    done = person(root, "acme", "Nora Field")
    assert done.stdout == "clients/acme.yaml:8:   nora-field: Nora Field\n"
    written = (root / "clients/acme.yaml").read_text("utf-8")
    assert written.replace(done.stdout.split(":8: ")[1], "") == ACME


def test_a_prospect_gets_people_too(root):
    assert person(root, "arvo", "Zed Y").exit_code == 0
    assert "roles:\n  zed-y: Zed Y\n" in (root / "prospects/arvo.yaml").read_text("utf-8")
