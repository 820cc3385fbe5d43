"""`relplan help`: pages, the list, commands, and the manual page."""

from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.reports import topics


def run(*words):
    return CliRunner().invoke(app, ["help", *words])


def test_a_pipe_gets_the_page_as_it_is_written():
    assert run("due").stdout == topics.page("due")


def test_without_a_topic_they_are_listed():
    assert run().stdout == topics.listed()


def test_a_command_without_a_page_shows_its_own_help():
    done = run("log")
    assert done.exit_code == 0
    assert done.stdout.startswith("Usage: relplan log ")
    assert "Example: relplan log" in done.stdout
    assert "prospect" in run("new").stdout


def test_a_command_with_a_page_shows_that():
    assert run("lint").stdout.startswith("# Lint in a team\n")


def test_an_unknown_topic_is_wrong_use_with_the_nearest():
    done = run("exitcode")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "relplan: there is no page about 'exitcode'; did you mean exit-codes? The topics are: api, "
    )


def test_the_manual_page_is_printed_for_man():
    assert run("--man").stdout == topics.man()
    done = run("--man", "due")
    assert (done.exit_code, done.stderr) == (
        2,
        "relplan: --man prints the one manual page; leave the topic out\n",
    )


def test_a_terminal_gets_it_laid_out(monkeypatch):
    shown = []
    monkeypatch.setattr(topics, "show", shown.append)
    monkeypatch.setattr("relplan.cli.help.sys", type("S", (), {"stdout": _Terminal()}))
    assert run("git").stdout == ""
    assert shown == [topics.page("git")]


class _Terminal:
    def isatty(self):
        return True
