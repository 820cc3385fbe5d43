import contextlib
import json
import os
import subprocess
import sys
import time

import pytest
from scenes import ACME, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.reports.layout import width

RELPLAN = [sys.executable, "-m", "relplan"]
TODAY = ["--today", "2026-11-25"]


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return write_book(tmp_path / "book")


def due(root, *words, env=None):
    return CliRunner().invoke(app, ["due", "--book", str(root), *words], env=env)


def listed(root, *words, env=None):
    found = due(root, "--json", *words, env=env)
    assert found.exit_code == 0, found.stderr
    return [item["person"] or item["client"] for item in json.loads(found.stdout)["items"]]


def spawn(root, *words, **env):
    return subprocess.run(
        [*RELPLAN, "due", "--all", "--book", str(root), *TODAY, *words],
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )


# The day


def test_today_is_an_option(root):
    assert due(root, "--all", *TODAY).stdout.startswith("Wed 25 November 2026\n")


def test_today_is_a_variable_and_the_option_wins(root):
    env = {"RELPLAN_TODAY": "2026-12-01"}
    assert due(root, "--all", env=env).stdout.startswith("Tue 1 December 2026\n")
    assert due(root, "--all", *TODAY, env=env).stdout.startswith("Wed 25 November 2026\n")


@pytest.mark.parametrize("typed", ["25.11.2026", "tomorrow", "2026-02-30", "2026-11-25 "])
def test_another_form_of_a_day_is_wrong_use_and_named(root, typed):
    for found in (due(root, "--today", typed), due(root, env={"RELPLAN_TODAY": typed})):
        assert found.exit_code == 2
        assert typed.strip() in found.stderr
        assert found.stderr.startswith(("relplan: --today:", "relplan: RELPLAN_TODAY:"))


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31", "9999-12-25"])
@pytest.mark.parametrize("ahead", [[], ["--ahead", "9999y"], ["--ahead", "0d"]])
def test_the_first_and_last_days_of_the_calendar_give_a_list(root, today, ahead):
    assert due(root, "--all", "--today", today, *ahead).exit_code == 0


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Honolulu", "UTC"])
def test_the_zone_and_the_language_of_the_machine_do_not_reach_the_list(root, zone):
    there = [spawn(root, TZ=zone, LC_ALL=lang).stdout for lang in ("C", "C.UTF-8", "tr_TR.UTF-8")]
    assert there == [spawn(root, TZ="Europe/London").stdout] * 3


# Whose, which, how far


def test_without_a_name_it_is_everybodys_list(root):
    assert set(listed(root, "--today", "2027-06-01")) == {"jane", "raj", "acme"}


@pytest.mark.parametrize("words", [["--me", "ben"], ["--owner", "ben"], ["--owner", "Arch"]])
def test_a_members_list(root, words):
    assert "raj" in listed(root, "--today", "2027-06-01", *words)
    assert "jane" not in listed(root, "--today", "2027-06-01", *words)
    assert ", for Ben Archer\n" in due(root, *TODAY, *words).stdout


def test_the_variable_says_who_asks_and_all_overrules_it(root):
    env = {"RELPLAN_ME": "ben"}
    assert "jane" not in listed(root, *TODAY, env=env)
    assert "jane" in listed(root, "--all", *TODAY, env=env)


def test_git_says_who_asks(root):
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    subprocess.run(
        ["git", "-C", str(root), "config", "user.email", "BEN@hartwell.example"], check=True
    )
    assert ", for Ben Archer\n" in due(root, *TODAY).stdout


def test_a_stranger_is_wrong_use(root):
    found = due(root, "--me", "zed")
    assert found.exit_code == 2
    assert "no member of the team 'zed'" in found.stderr


def test_one_client_by_part_of_its_name(root):
    assert listed(root, *TODAY, "--client", "manufact") == ["jane"]
    assert due(root, "--client", "nobody").exit_code == 2


def test_the_list_reaches_to_sunday_and_as_far_as_asked(root):
    log = "- {date: 2026-11-01, with: [jane], by: amara}\n"  # due on Monday the 30th
    root = write_book(root, touches__acme=log)
    assert "jane" not in listed(root, *TODAY)
    assert "jane" in listed(root, "--today", "2026-11-30", "--ahead", "0d")
    assert "jane" in listed(root, *TODAY, "--ahead", "1w")
    assert "jane" not in listed(root, *TODAY, "--ahead", "4d")
    assert "jane" in listed(root, *TODAY, "--ahead", "5d")


def test_another_form_of_a_length_of_time_is_wrong_use(root):
    found = due(root, "--ahead", "soon")
    assert found.exit_code == 2
    assert "--ahead: `soon`" in found.stderr


# Exit codes


def test_the_exit_code_tells_whether_something_is_due_only_when_asked(root):
    assert due(root, "--all", *TODAY).exit_code == 0
    assert due(root, "--all", *TODAY, "--exit-code").exit_code == 1
    assert due(root, "--owner", "amara", "--exit-code", "--today", "2026-10-13").exit_code == 0


def test_what_is_still_to_come_is_not_due(root):
    words = ["--owner", "amara", "--today", "2026-11-06", "--ahead", "1w"]
    assert "jane" in listed(root, *words)
    assert due(root, *words, "--exit-code").exit_code == 0


def test_a_plan_that_cannot_be_read_hides_no_other_and_ends_with_1(root):
    write_book(root, clients__broken="client: [\n", clients__other="client: 7\npriority: Z\n")
    found = due(root, "--all", *TODAY)
    assert found.exit_code == 1
    assert "Jane Porter" in found.stdout
    assert "clients/broken.yaml:" in found.stderr
    assert "clients/other.yaml:2:" in found.stderr
    assert "relplan: 2 files have errors" in found.stderr


def test_outside_a_book_it_is_wrong_use_and_says_how_to_start(tmp_path):
    found = due(tmp_path)
    assert found.exit_code == 2
    assert "relplan init" in found.stderr


# Pipes


def test_a_pipe_gets_no_colour_and_nothing_is_cut_however_narrow(root):
    note = "a very long note " * 30
    write_book(
        root,
        touches__acme=f"- {{date: 2026-10-12, with: [jane], by: amara, note: {note.strip()}}}\n",
    )
    done = spawn(root, COLUMNS="20", FORCE_COLOR="1", TERM="xterm-256color")
    assert b"\x1b" not in done.stdout
    assert note.strip().encode() in done.stdout
    assert done.stdout == spawn(root, COLUMNS="200").stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize("json_", [[], ["--json"]])
def test_every_encoding_of_the_terminal_shows_the_list(root, encoding, json_):
    plan = ACME.replace("Jane Porter", "Zoë 李明 🎉")
    write_book(root, clients__acme=plan)
    done = spawn(root, *json_, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert "sailing" in text
    if json_:
        assert json.loads(text)["items"][0]["person_name"] == "Zoë 李明 🎉"


def test_the_plainest_locale_shows_the_list(root):
    write_book(root, clients__acme=ACME.replace("Jane", "Zoë"))
    done = spawn(root, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Zo" in done.stdout


# Terminals


def on_terminal(root, columns, *words, **env):
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    here = {**os.environ, "TERM": "xterm-256color", **env}
    process = subprocess.Popen(
        [*RELPLAN, "due", "--all", "--book", str(root), *TODAY, *words],
        stdin=child,
        stdout=child,
        stderr=child,
        env=here,
    )
    os.close(child)
    parts = []
    with contextlib.suppress(OSError):  # the end of a terminal is an error on Linux
        while part := os.read(parent, 65536):
            parts.append(part)
    os.close(parent)
    assert process.wait(30) == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


def plain(text):
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("columns", [80, 140])
def test_a_terminal_gets_a_table_that_fits_with_wide_names_in_line(root, columns):
    people = "  li: {name: 李明華, since: 2024-01-01}\n  zoe: {name: 🎉 Zoë, since: 2024-01-01}\n"
    write_book(root, clients__acme=ACME.replace("roles:\n", "roles:\n" + people))
    text = on_terminal(root, columns)
    assert "\x1b[" in text
    lines = plain(text).splitlines()
    assert max(width(line) for line in lines) <= columns
    rows = [line for line in lines if "days since" in line or "no touch logged yet" in line]
    assert len(rows) >= 3
    starts = {
        width(line.split("no touch logged yet")[0].split("44 days since")[0]) for line in rows
    }
    assert len(starts) == 1


def test_no_color_takes_the_colours_away(root):
    text = on_terminal(root, 100, NO_COLOR="1")
    assert "\x1b[31m" not in text
    assert "LATE" in text


def test_a_dumb_terminal_gets_no_escapes_at_all(root):
    assert "\x1b" not in on_terminal(root, 100, TERM="dumb")


def test_hostile_names_send_nothing_to_a_terminal(root):
    plan = ACME.replace("Jane Porter", '"\\e]0;owned\\a\\e[2J\\u202eJane"')
    write_book(root, clients__acme=plan)
    for words in ([], ["--json"]):
        text = on_terminal(root, 100, *words)
        assert "\x1b]" not in text
        assert "\x1b[2J" not in text
        assert "\u202e" not in text


def test_a_thousand_people_are_listed_in_a_blink(root):
    people = "".join(f"  p{n}: {{name: Person {n}, since: 2024-01-01}}\n" for n in range(1000))
    write_book(root, clients__big=f"client: Big\npriority: A\nowner: ben\nroles:\n{people}")
    begin = time.monotonic()
    found = due(root, "--all", *TODAY)
    assert found.stdout.count("Person ") == 1000
    assert time.monotonic() - begin < 20


def test_a_log_that_cannot_be_read_is_not_taken_for_an_empty_one(tmp_path):
    root = write_book(tmp_path, touches__acme="- {date: 2026-11-01, note: Worried: rules}\n")
    done = CliRunner().invoke(app, ["due", "--all", "--book", str(root), "--today", "2026-11-25"])
    said = "the log touches/acme.yaml cannot be read, so nobody there is listed"
    assert done.exit_code == 1
    assert said in done.stdout
    assert "no touch logged" not in done.stdout
    for command in ("show", "review"):
        refused = CliRunner().invoke(app, [command, "acme", "--book", str(root)])
        assert refused.exit_code == 3
        assert "this log cannot be read, and counts here:\ntouches/acme.yaml:1:" in refused.stderr


def test_a_plan_that_cannot_be_used_is_not_taken_for_an_empty_one(tmp_path):
    root = write_book(tmp_path, clients__acme="client: Acme\npriorty: A\n")
    done = CliRunner().invoke(
        app, ["due", "--client", "acme", "--all", "--book", str(root), "--today", "2026-11-25"]
    )
    assert done.exit_code == 3
    assert "this plan cannot be read:\nclients/acme.yaml:1:1" in done.stderr


def test_a_log_of_comments_only_is_an_empty_one(tmp_path):
    root = write_book(tmp_path, touches__acme="# the log of Acme\n")
    done = CliRunner().invoke(app, ["due", "--all", "--book", str(root), "--today", "2026-11-25"])
    assert "cannot be read" not in done.stdout


# Kinds, top, silence


def test_only_these_kinds_typed_as_one_or_several(root):
    log = "- {date: 2026-11-02, with: [raj], by: ben, promise: {what: x, by: 2026-11-25}}\n"
    write_book(root, touches__acme=log)
    assert listed(root, *TODAY, "--kind", "promise") == ["raj"]
    assert listed(root, *TODAY, "--kind", "promise,contact") == ["jane", "raj"]
    assert listed(root, *TODAY, "--kind", "promise", "--kind", "contact") == ["jane", "raj"]


def test_an_unknown_kind_is_wrong_use_and_the_kinds_are_named(root):
    found = due(root, "--kind", "call")
    assert found.exit_code == 2
    assert found.stderr == (
        "relplan: --kind 'call': write one of promise, call-back, contact, repair, initiative,"
        " step, pitch, review, birthday\n"
    )


def test_the_top_is_shown_and_the_rest_is_counted_and_still_due(root):
    words = ["--today", "2027-06-01", "--all"]
    whole = listed(root, *words)
    assert listed(root, *words, "--top", "1") == whole[:1]
    shown = due(root, *words, "--top", "1")
    assert "left out by --top: 2 late, 1 overdue (" in shown.stdout
    assert '"left_out": 3' in due(root, *words, "--top", "1", "--json").stdout
    assert due(root, *words, "--top", "1", "--exit-code").exit_code == 1


@pytest.mark.parametrize("typed", ["0", "-1", "many"])
def test_a_top_of_nothing_is_wrong_use(root, typed):
    assert due(root, "--top", typed).exit_code == 2


def test_a_top_of_nothing_is_told_what_to_write(root):
    said = "relplan: --top 0: write 1 or more; without it the whole list is shown\n"
    assert due(root, "--top", "0").stderr == said


def test_who_was_not_in_touch_for_so_long_is_listed_due_or_not(root):
    assert listed(root, *TODAY, "--not-since", "6m") == []
    assert listed(root, "--today", "2027-04-12", "--not-since", "6m") == ["jane"]
    assert listed(root, "--today", "2027-05-10", "--not-since", "6m", "--owner", "ben") == ["raj"]
    empty = due(root, *TODAY, "--not-since", "6m")
    assert "0 due: there was a touch with everybody within 6m" in empty.stdout


def test_a_silence_alone_is_not_due(root):
    resting = ACME.replace("cadence: 26w", "cadence: never")
    write_book(root, clients__acme=resting)
    words = ["--today", "2027-05-10", "--owner", "ben", "--kind", "contact", "--not-since", "6m"]
    shown = due(root, *words, "--exit-code")
    assert shown.exit_code == 0
    assert "NOT DUE\n   not due  Raj Patel" in shown.stdout


def test_another_length_of_time_is_wrong_use(root):
    found = due(root, "--not-since", "ages")
    assert found.exit_code == 2
    assert found.stderr.startswith("relplan: --not-since: `ages` is not a length of time; write ")


def test_what_cannot_be_is_named_and_the_rest_is_as_before(root):
    before = listed(root, *TODAY)
    log = (
        root / "touches/acme.yaml"
    ).read_text() + "- {date: 2027-01-15, with: [jane], by: amara}\n"
    write_book(root, touches__acme=log)
    assert listed(root, *TODAY) == before
    said = "not counted: touches/acme.yaml: 15 Jan 2027 (jane) is after today"
    assert said in due(root, *TODAY).stdout
