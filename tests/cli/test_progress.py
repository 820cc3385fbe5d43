"""A line on a terminal while a long work goes on."""

import io
import threading

import pytest

from relplan.cli.progress import Progress


class Terminal(io.StringIO):
    """A terminal that says when something was written to it."""

    def __init__(self):
        super().__init__()
        self.written = threading.Event()

    def isatty(self):
        return True

    def write(self, text):
        done = super().write(text)
        self.written.set()
        return done

    def wait(self):
        assert self.written.wait(30)
        self.written.clear()


def test_a_long_work_says_what_it_is_at_and_leaves_no_line(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("time.monotonic", lambda: 0.0)
    with Progress("reading the book", screen, after=0, every=0.01) as tell:
        screen.wait()
        tell("judging 12 initiatives")
        while "judging" not in screen.getvalue():
            screen.wait()
    lines = [line for line in screen.getvalue().split("\r\x1b[K") if line]
    assert list(dict.fromkeys(lines)) == [
        "relplan: reading the book … 0 s",
        "relplan: judging 12 initiatives … 0 s",
    ]
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_short_work_says_nothing():
    screen = Terminal()
    with Progress("reading the book", screen, after=60):
        pass
    assert screen.getvalue() == ""


def test_only_a_terminal_is_told_and_no_dumb_one(monkeypatch):
    pipe = io.StringIO()
    with Progress("reading the book", pipe, after=0) as tell:
        tell("x")
    assert pipe.getvalue() == ""
    monkeypatch.setenv("TERM", "dumb")
    dumb = Terminal()
    before = threading.active_count()
    with Progress("reading the book", dumb, after=0):
        assert threading.active_count() == before
    assert dumb.getvalue() == ""


def test_the_line_goes_also_when_the_work_is_stopped():
    screen = Terminal()

    def work():
        with Progress("reading", screen, after=0, every=0.01):
            screen.wait()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert screen.getvalue().endswith("\r\x1b[K")
