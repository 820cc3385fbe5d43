import pytest
from scenes import ACME, ACME_LOG, write_book
from typer.testing import CliRunner

from relplan.cli.app import app


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path / "book")


def drop(root, *words):
    return CliRunner().invoke(app, ["drop", "--book", str(root), "acme", *words])


def text(root):
    return (root / "clients/acme.yaml").read_text("utf-8")


def test_it_stays_in_the_plan_with_the_reason(root):
    found = drop(root, "clinic", "-m", "No: time")
    assert found.exit_code == 0, found.stderr
    new = 'owner: ben, status: dropped, result: "No: time"}'
    assert text(root) == ACME.replace("owner: ben}", new)
    assert (root / "touches/acme.yaml").read_text("utf-8") == ACME_LOG


def test_what_was_done_loses_its_day(root):
    write_book(root, clients__acme=ACME.replace("owner: ben}", "status: done, done: 2026-11-01}"))
    assert drop(root, "clinic").exit_code == 0
    assert text(root) == ACME.replace("owner: ben}", "status: dropped}")


def test_a_dry_run_writes_nothing(root):
    assert "+  g1: {goal" in drop(root, "clinic", "--dry-run").stdout
    assert text(root) == ACME
