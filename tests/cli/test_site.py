"""`relplan site`: a folder of pages, written whole, and nothing beside it touched."""

import shutil

import books
import pytest
from typer.testing import CliRunner

from relplan.cli.app import app


@pytest.fixture
def root(tmp_path):
    return books.write_book(tmp_path / "book")


def run(root, *words):
    return CliRunner().invoke(app, ["site", "--book", str(root), "--today", "2026-11-25", *words])


def test_the_pages_are_written_and_the_first_one_is_named(root, tmp_path):
    done = run(root, "--out", str(tmp_path / "site"))
    assert done.exit_code == 0, done.output
    assert done.stdout == f"{tmp_path}/site/index.html: 8 pages: 8 new, 0 changed, 0 removed\n"
    assert (
        done.stderr == "relplan: this book is not in a git repository, so there is no history yet\n"
    )
    assert (tmp_path / "site" / "clients" / "acme.html").is_file()


def test_what_would_be_written_is_said_and_nothing_is(root, tmp_path):
    out = tmp_path / "site"
    run(root, "--out", str(out))
    shutil.move(root / "clients" / "acme.yaml", root / "clients" / "beta.yaml")
    before = {one: one.read_bytes() for one in out.rglob("*") if one.is_file()}
    done = run(root, "--out", str(out), "--dry-run")
    assert done.stdout.splitlines() == [
        "- clients/acme.html",
        "+ clients/beta.html",
        "~ due.html",
        "~ index.html",
        "~ search.html",
        "~ team/amara.html",
        "~ team/ben.html",
    ]
    assert "8 pages: 1 new, 5 changed, 1 removed; nothing was written" in done.stderr
    assert {one: one.read_bytes() for one in out.rglob("*") if one.is_file()} == before


def test_a_dry_run_makes_no_folder(root, tmp_path):
    done = run(root, "--out", str(tmp_path / "a" / "site"), "--dry-run")
    assert done.exit_code == 0
    assert not (tmp_path / "a").exists()


def test_the_page_of_a_client_that_is_gone_goes(root, tmp_path):
    out = tmp_path / "site"
    run(root, "--out", str(out))
    (root / "clients" / "acme.yaml").unlink()
    assert "1 removed" in run(root, "--out", str(out)).stdout
    assert not (out / "clients").exists()


def test_a_folder_with_something_else_in_it_is_refused(root, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "letter.txt").write_text("mine")
    done = run(root, "--out", str(tmp_path / "site"))
    assert done.exit_code == 3
    assert done.stderr == (
        f"relplan: {tmp_path}/site holds letter.txt, which relplan site did not make; name an empty"
        " folder, or take it away\n"
    )
    assert [one.name for one in (tmp_path / "site").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("inside", ["", "clients", "touches/site", ".git/site"])
def test_the_books_own_folders_are_refused(root, inside):
    (root / "touches").mkdir()
    before = sorted(root.rglob("*"))
    done = run(root, "--out", str(root / inside))
    assert done.exit_code == 3
    assert "of the book; name a folder outside" in done.stderr or "is the book's own" in done.stderr
    assert sorted(root.rglob("*")) == before


def test_a_folder_of_its_own_in_the_book_is_fine(root):
    assert run(root, "--out", str(root / "site")).exit_code == 0


def test_what_cannot_be_read_is_named_and_the_rest_is_written(root, tmp_path):
    (root / "clients" / "beta.yaml").write_text("client: [\n")
    done = run(root, "--out", str(tmp_path / "site"))
    assert done.exit_code == 1
    assert "clients/beta.yaml:" in done.stderr
    assert (tmp_path / "site" / "clients" / "beta.html").is_file()
    assert (tmp_path / "site" / "clients" / "acme.html").is_file()


def test_a_template_that_asks_for_too_much_is_named_and_nothing_is_written(root, tmp_path):
    (root / "templates" / "site").mkdir(parents=True)
    (root / "templates" / "site" / "foot.html.j2").write_text("<p>\n{{ firm.upper() }}\n")
    done = run(root, "--out", str(tmp_path / "site"))
    assert done.exit_code == 3
    assert "templates/site/foot.html.j2:2: calls are not offered" in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_folder_must_be_named(root):
    done = run(root)
    assert done.exit_code == 2
    assert "--out" in done.stderr
