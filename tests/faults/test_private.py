"""What is confidential stays where it is: on this machine, with its owner, in the book."""

import os
import re
import socket
import stat

import pytest
import whole
from books import BASE, write_book
from repositories import git
from typer.testing import CliRunner

from relplan.cli.app import app

COMMANDS = (
    *(["due", "--all"], ["show", "acme"], ["map", "acme", "--format", "svg"], ["review", "acme"]),
    *(["review", "team", "--format", "html"], ["team"], ["guide", "ben"], ["promise"], ["changes"]),
    *(
        ["judge", "acme"],
        ["judge", "Dine with the CFO"],
        ["ideas", "acme"],
        ["lint"],
        ["lint", "--fix"],
    ),
    *(["rule", "RP301"], ["schema", "plan"], ["log", "acme", "jane", "-m", "Rang"], ["fmt"]),
    *(["set", "acme", "jane.stance", "mentor"], ["add", "person", "acme", "Nora Field"]),
    *(
        ["rename", "acme", "jane", "janet"],
        ["campaign", "list"],
        ["repair", "list"],
        ["review", "acme", "--save"],
    ),
)


def run(*words, book):
    typed = whole.command(
        *words, book=None if words[0] in ("schema", "rule") or len(words[-1]) > 15 else book
    )[3:]
    if words[0] in ("schema", "rule"):
        typed = list(words)
    return CliRunner(env={"RELPLAN_ME": "ben", "RELPLAN_BOOK": str(book)}).invoke(app, typed)


def test_no_command_opens_a_connection(tmp_path, monkeypatch):
    book = write_book(tmp_path)
    git(book, "init", "-q")
    git(book, "remote", "add", "origin", "https://x.invalid/book")
    git(book, "add", "-A")
    git(book, "commit", "-q", "-m", "first")
    opened = []

    def refuse(*words, **_):
        opened.append(words)
        raise OSError("no connection is opened")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse, raising=True)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for words in COMMANDS:
        done = run(*words, book=book)
        assert done.exit_code in (0, 1), (words, done.output, done.exception)
        assert opened == [], words


def test_a_connection_would_be_noticed(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("opened"))
    with pytest.raises(pytest.fail.Exception, match="opened"), socket.socket() as one:
        one.connect(("127.0.0.1", 9))


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_the_cache_is_its_owners_and_its_names_tell_nothing(tmp_path):
    book = write_book(tmp_path / "hartwell-book")
    cache = tmp_path / "cache"
    for words in (["due", "--all"], ["lint"], ["judge", "acme"], ["review", "acme"]):
        whole.run(*words, book=book, environment={"RELPLAN_CACHE": str(cache)})
    kept = list(cache.rglob("*"))
    assert kept
    for path in kept:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
        name = path.relative_to(cache).as_posix()
        assert not re.search("acme|jane|hartwell|porter", name, re.IGNORECASE), name


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_opens_a_book_of_a_newer_format(tmp_path, words):
    book = write_book(tmp_path, {"relplan.yaml": "format: 2\n" + BASE["relplan.yaml"]})
    before = whole.everything(book)
    done = run(*words, book=book)
    of_no_book = words[0] in ("schema", "rule") or words[-1].startswith("Dine")
    if not of_no_book:
        assert (done.exit_code, done.stdout) == (3, "")
        assert "relplan.yaml says format: 2" in done.stderr
    assert whole.everything(book) == before
