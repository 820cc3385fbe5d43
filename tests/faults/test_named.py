"""Names of files and ids that another machine would take for something else."""

import os
import unicodedata

import pytest
import whole
from books import BASE, write_book
from typer.testing import CliRunner

from relplan.cli.app import app

PLAN = BASE["clients/acme.yaml"]
CAFE = "caf\u00e9"


def lint(book):
    typed = whole.command("lint", book=book)[3:]
    return CliRunner().invoke(app, typed).stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no such files")
@pytest.mark.parametrize(
    "name",
    [
        "Acme",
        "con",
        "aux",
        "acme.",
        "acme ",
        "nul",
        "com1",
        "a" * 80,
        "a_b",
        "-x",
        unicodedata.normalize("NFC", CAFE),
        unicodedata.normalize("NFD", CAFE),
    ],
)
def test_t33_a_file_name_that_is_not_portable_is_named(tmp_path, name):
    book = write_book(tmp_path, {f"clients/{name}.yaml": PLAN})
    [line] = [one for one in lint(book).splitlines() if " error: " in one or " error " in one]
    assert name.strip()[:3].lower() in line.lower()


def test_t33_ids_that_collide_are_named_and_long_ones_too(tmp_path):
    plan = PLAN + "values: {" + "v" * 300 + ": x}\nstrengths: {one: a, One: b}\n"
    told = lint(write_book(tmp_path, {"clients/acme.yaml": plan}))
    assert "v" * 20 in told
    assert "One" in told
