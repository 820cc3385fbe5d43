"""lint --watch: told again at each change, ended by Ctrl-C."""

from books import write_book
from typer.testing import CliRunner

from relplan.cli import lint_watch
from relplan.cli.app import app

FUTURE = "- {date: 2027-11-03, with: [jane], by: ben}\n"


def watched(monkeypatch, root, *steps, more=()):
    """What `lint --watch` says when each step happens between two looks; then Ctrl-C."""
    todo = iter(steps)

    def wait():
        step = next(todo, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(lint_watch, "pause", wait)
    words = ["lint", "--watch", "--today", "2026-11-25", "--book", str(root), *more]
    return CliRunner().invoke(app, words)


def test_each_change_is_told_and_ctrl_c_ends_it_with_130(tmp_path, monkeypatch):
    root = write_book(tmp_path)
    log = root / "touches/acme.yaml"

    def write():
        log.parent.mkdir()
        log.write_text(FUTURE)

    done = watched(monkeypatch, root, write, log.unlink)
    assert done.exit_code == 130
    assert [line.partition(": ")[0] for line in done.stdout.splitlines()] == [
        "touches/acme.yaml:1:10"
    ]
    assert done.stderr == (
        "relplan: nothing found\n"
        "relplan: watching the book; Ctrl-C ends it\n"
        "relplan: touches/acme.yaml changed\n"
        "relplan: 1 warning in 1 of 3 files\n"
        "relplan: touches/acme.yaml changed\n"
        "relplan: nothing found\n"
        "relplan: stopped; nothing is half done\n"
    )


def test_many_changes_are_counted(tmp_path, monkeypatch):
    root = write_book(tmp_path)

    def write():
        for name in "abcde":
            (root / f"clients/{name}.yaml").write_text("")

    done = watched(monkeypatch, root, write, more=["--select", "RP5"])
    assert (
        "relplan: clients/a.yaml, clients/b.yaml, clients/c.yaml and 2 more changed\n"
        in done.stderr
    )


def test_a_refusal_ends_nothing(tmp_path, monkeypatch):
    root = write_book(tmp_path / "book")
    kept = tmp_path / "old.json"

    def write():
        kept.write_text('{"version": 1, "findings": []}')
        (root / "clients/acme.yaml").touch()

    done = watched(monkeypatch, root, write, more=["--baseline", str(kept)])
    assert done.exit_code == 130
    assert done.stderr.splitlines() == [
        f"relplan: --baseline {kept}: there is no such file; make it with --write-baseline",
        "relplan: watching the book; Ctrl-C ends it",
        "relplan: clients/acme.yaml changed",
        "relplan: nothing found",
        "relplan: stopped; nothing is half done",
    ]
