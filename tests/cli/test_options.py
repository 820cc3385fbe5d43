import os
import subprocess
from datetime import date

import pytest
import typer
from scenes import write_book

from relplan.cli.options import asker, client_of, day, end, open_book, root_of
from relplan.errors import RelplanError, WrongUse


@pytest.fixture(autouse=True)
def bare(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path / "book").resolve()


def who(root, me=None, **more):
    return asker(me, root, open_book(root).book, **more)


def test_the_book_is_named_else_the_variables_else_around_the_folder(root, tmp_path, monkeypatch):
    other = write_book(tmp_path / "other").resolve()
    monkeypatch.chdir(root / "clients")
    assert root_of(None) == root
    monkeypatch.setenv("RELPLAN_BOOK", str(other))
    assert root_of(None) == other
    assert root_of(root) == root


def test_an_empty_variable_is_no_book(root, monkeypatch):
    monkeypatch.chdir(root)
    monkeypatch.setenv("RELPLAN_BOOK", "")
    assert root_of(None) == root


def test_outside_a_book_there_is_none(tmp_path):
    with pytest.raises(WrongUse, match="relplan init"):
        root_of(tmp_path)


def test_errors_of_the_book_are_said_one_a_line_and_the_rest_is_loaded(root, capsys):
    write_book(root, clients__broken='client: "\\e[31mX"\npriority: Z\n')
    loaded = open_book(root)
    assert capsys.readouterr() == ("", "")  # they stand after the result, where they are seen
    with pytest.raises(typer.Exit):
        end(loaded)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("clients/broken.yaml:2:")
    assert said.err.count("\n") == 2
    assert "\x1b" not in said.err
    assert "acme" in loaded.book.plans


def test_a_sound_book_is_loaded_in_silence(root, capsys):
    open_book(root)
    assert capsys.readouterr() == ("", "")


def test_the_day_is_the_options(monkeypatch):
    monkeypatch.setenv("RELPLAN_TODAY", "2026-01-01")
    assert day("2026-11-25") == date(2026, 11, 25)
    assert day(None) == date(2026, 1, 1)


def test_who_asks_is_named_else_the_variables_else_gits(root, monkeypatch):
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    subprocess.run(
        ["git", "-C", str(root), "config", "user.email", "Ben@Hartwell.example"], check=True
    )
    assert who(root) == "ben"
    monkeypatch.setenv("RELPLAN_ME", "amara")
    assert who(root) == "amara"
    assert who(root, "Ben Archer") == "ben"


def test_nobody_asks_where_nothing_says_so(root):
    assert who(root) is None
    with pytest.raises(WrongUse, match="the team is: amara, ben"):
        who(root, required=True)


def test_an_empty_email_fits_nobody(root):
    write_book(root, relplan="firm: H\nteam: {zed: {name: Zed, tier: senior}}\n")
    assert who(root) is None


@pytest.mark.parametrize(("code", "ended"), [(0, 1), (1, 1), (3, 3)])
def test_an_unreadable_file_ends_with_1_unless_worse_came_of_it(root, code, ended, capsys):
    write_book(root, clients__broken="client: [\n")
    with pytest.raises(typer.Exit) as how:
        end(open_book(root), code)
    assert how.value.exit_code == ended
    assert "relplan: 1 file has errors, named above" in capsys.readouterr().err


def test_a_command_about_one_client_ends_well_when_another_is_broken(root, capsys):
    write_book(root, clients__broken="client: [\n")
    loaded = open_book(root)
    assert end(loaded, client="acme") is None
    assert "1 file has errors elsewhere in the book" in capsys.readouterr().err
    with pytest.raises(typer.Exit):
        end(loaded, client="broken")


def test_an_unreadable_client_is_refused_with_its_reason(root):
    write_book(root, clients__broken="client: [\n")
    loaded = open_book(root)
    assert client_of(loaded, "manuf") == "acme"
    with pytest.raises(RelplanError, match="clients/broken"):
        client_of(loaded, "broken")


def test_a_sound_book_ends_with_the_code(root):
    loaded = open_book(root)
    assert end(loaded) is None
    with pytest.raises(typer.Exit) as how:
        end(loaded, 1)
    assert how.value.exit_code == 1
