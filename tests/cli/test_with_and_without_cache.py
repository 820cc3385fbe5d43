"""Nothing but time depends on the cache: each command says the same with it and without it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app

COMMANDS = [
    ["due"],
    ["due", "--all", "--ahead", "8w", "--explain"],
    ["due", "--json"],
    ["due", "--not-since", "2m"],
    ["show", "brandt"],
    ["show", "brandt", "--json"],
    ["map", "brandt"],
    ["team"],
    ["team", "--json"],
    ["judge", "brandt"],
    ["lint", "--profile", "strict"],
    ["lint", "--output-format", "full"],
    ["lint", "--statistics"],
    ["promise"],
    ["review", "brandt", "--stdout"],
]


def replace(path: Path, old: str, new: str, *, keep_time: bool = False) -> None:
    text, before = path.read_text(encoding="utf-8"), path.stat()
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    if keep_time:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def plan(book: Path) -> Path:
    return min((book / "clients").glob("*.yaml"), default=book / "clients/x.yaml")


def shelves() -> list[Path]:
    return sorted(Path(os.environ["RELPLAN_CACHE"]).rglob("facts/*"))


def corrupt(_book: Path) -> None:
    for shelf in shelves():
        raw = bytearray(shelf.read_bytes())
        raw[len(raw) // 2] ^= 1
        shelf.write_bytes(raw)


def foreign(_book: Path) -> None:
    for shelf in shelves():
        shelf.write_bytes(b"relplan 0.0.1 other /x\n" + shelf.read_bytes().partition(b"\n")[2])


def cut(_book: Path) -> None:
    for shelf in shelves():
        shelf.write_bytes(shelf.read_bytes()[:-40])


def emptied(_book: Path) -> None:
    for shelf in shelves():
        shelf.write_bytes(b"")


def swapped(_book: Path) -> None:
    """The lines of two files under each other's names."""
    for shelf in shelves():
        head, *rows = shelf.read_bytes().split(b"\n")
        parts = [row.split(b"\t", 1) for row in rows]
        turned = [b"\t".join([name, parts[-at - 1][1]]) for at, (name, _) in enumerate(parts)]
        shelf.write_bytes(b"\n".join([head, *turned]))


def renamed(book: Path) -> None:
    plan(book).rename(book / "clients" / "new-name.yaml")


def replaced(book: Path) -> None:
    path = plan(book)
    other = path.with_name("x.tmp")
    shutil.copy2(path, other)
    replace(other, "client: ", "client: X", keep_time=True)
    other.replace(path)


MUTATIONS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _book: None,
    "a word": lambda book: replace(plan(book), "client: ", "client: X"),
    "same size and time": lambda book: replace(
        plan(book), "priority: ", "priority:\t", keep_time=True
    ),
    "a file in its place": replaced,
    "a fault": lambda book: replace(plan(book), "priority:", "prio:"),
    "no YAML": lambda book: plan(book).write_text("a: [", encoding="utf-8"),
    "deleted": lambda book: plan(book).unlink(),
    "renamed": renamed,
    "added": lambda book: (book / "clients/new.yaml").write_text("client: New\npriority: A\n"),
    "touched": lambda book: plan(book).touch(),
    "no right to read": lambda book: plan(book).chmod(0),
    "a member gone": lambda book: replace(book / "relplan.yaml", "team:\n", "team:\n  zed:\n#"),
    "corrupt": corrupt,
    "foreign": foreign,
    "cut": cut,
    "emptied": emptied,
    "swapped": swapped,
}


@pytest.fixture
def book(quay, tmp_path, monkeypatch):
    monkeypatch.setenv("RELPLAN_CACHE", str(tmp_path / "cache"))
    return quay


def said(book: Path, words: list[str]) -> tuple[int, str, str]:
    client = plan(book).stem
    line = [client if word == "brandt" else word for word in words]
    done = CliRunner().invoke(app, [*line, "--book", str(book), "--today", "2026-11-25"])
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("change", MUTATIONS)
def test_every_command_says_the_same_with_a_warm_cache(book, monkeypatch, change):
    said(book, ["due"])
    assert shelves()
    MUTATIONS[change](book)
    warm = [said(book, words) for words in COMMANDS[:1]]
    warm += [said(book, words) for words in COMMANDS]
    monkeypatch.setenv("RELPLAN_NO_CACHE", "1")
    cold = [said(book, words) for words in (COMMANDS[0], *COMMANDS)]
    assert warm == cold


def test_without_a_cache_none_is_written(book, monkeypatch):
    monkeypatch.setenv("RELPLAN_NO_CACHE", "")  # so that it is put back in the end
    done = CliRunner().invoke(app, ["--no-cache", "due", "--book", str(book)])
    assert os.environ["RELPLAN_NO_CACHE"]
    assert done.exit_code in (0, 1)
    assert shelves() == []
