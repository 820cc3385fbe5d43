import pytest
from typer.testing import CliRunner

from relplan.cli.app import app

TODAY = ["--today", "2026-11-25"]


@pytest.fixture
def run(quay):
    return lambda *words: CliRunner().invoke(app, [*words, "--book", str(quay), *TODAY])


def test_the_pack_goes_to_stdout(run):
    done = run("review", "harbour")
    assert done.exit_code == 0
    assert done.stdout.startswith("# Harbour Authority: relationship review\n")
    assert done.stderr == ""


def test_a_part_of_the_name_finds_the_client(run):
    assert run("review", "Author").stdout == run("review", "harbour").stdout


def test_save_writes_into_the_book_and_prints_the_path(run, quay):
    done = run("review", "harbour", "--save")
    assert done.stdout == "reviews/harbour/2026-11-25.md\n"
    saved = (quay / "reviews" / "harbour" / "2026-11-25.md").read_text(encoding="utf-8")
    assert saved == run("review", "harbour").stdout


def test_an_unknown_client_is_wrong_use_and_lists_those_there_are(run):
    done = run("review", "nobody")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "harbour" in done.stderr


def test_a_faulty_template_is_refused_with_its_line_and_nothing_is_saved(run, quay):
    (quay / "templates").mkdir()
    (quay / "templates" / "review.md.j2").write_text("{{ client }}\n{{ cliend }}\n", "utf-8")
    done = run("review", "harbour", "--save")
    assert done.exit_code == 3
    assert "templates/review.md.j2:2:" in done.stderr
    assert not (quay / "reviews").exists()


def test_a_broken_neighbour_is_named_and_the_pack_still_comes(run, quay):
    (quay / "clients" / "broken.yaml").write_text("client: [", encoding="utf-8")
    done = run("review", "harbour")
    assert done.exit_code == 1
    assert done.stdout.startswith("# Harbour Authority")
    assert "clients/broken.yaml:1" in done.stderr
