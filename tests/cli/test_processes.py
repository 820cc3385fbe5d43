"""relplan as a process of its own: pipes, terminals, encodings, zones."""

import json
import os
import subprocess
import sys

import pytest
from scenes import write_book

DUE = [sys.executable, "-m", "relplan", "due", "--all", "--ahead", "1y", "--today", "2026-11-25"]


@pytest.fixture
def hartwell(tmp_path):
    log = '- {date: 2026-10-12, with: [jane], by: amara, how: lunch, note: "株式会社 ✓ [/x] :bomb:"}\n'
    return write_book(tmp_path, touches__acme=log)


def run(book, *more, **environment):
    return subprocess.run(
        [*DUE, "--book", str(book), *more],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_narrow_pipe_cuts_nothing_and_gets_no_colour(hartwell):
    wide, narrow = run(hartwell, COLUMNS="300"), run(hartwell, COLUMNS="20", FORCE_COLOR="1")
    assert wide.stdout == narrow.stdout
    assert b"\x1b" not in narrow.stdout
    assert "…" not in narrow.stdout.decode()
    assert b"[/x] :bomb:" in narrow.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_poor_encoding_shows_numbers_and_loses_no_line(hartwell, encoding):
    rich, poor = run(hartwell, PYTHONIOENCODING="utf-8"), run(hartwell, PYTHONIOENCODING=encoding)
    assert poor.returncode == 0
    assert b"\\u682a" in poor.stdout
    assert poor.stdout.count(b"\n") == rich.stdout.count(b"\n")


def test_a_locale_of_c_is_enough(hartwell):
    assert run(hartwell, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").returncode == 0


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Honolulu", "Europe/London"])
def test_the_zone_of_the_machine_moves_no_day(hartwell, zone):
    assert run(hartwell, TZ=zone).stdout == run(hartwell, TZ="UTC").stdout


def test_relplan_today_is_the_day_and_the_option_goes_before_it(hartwell):
    command = [*DUE[:-2], "--json", "--book", str(hartwell)]
    environment = {**os.environ, "RELPLAN_TODAY": "2026-11-25"}
    told = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert told.stdout == run(hartwell, "--json").stdout
    assert run(hartwell, "--json", RELPLAN_TODAY="2020-01-01").stdout == told.stdout
    assert json.loads(told.stdout)


def test_a_reader_that_stops_early_gets_no_traceback(hartwell):
    shell = f'{" ".join(DUE)} --book "{hartwell}" | head -1'
    ended = subprocess.run(["bash", "-c", shell], capture_output=True, check=True)
    assert ended.stdout.count(b"\n") == 1
    assert ended.stderr == b""


def test_exit_codes_are_those_of_the_manual(hartwell, tmp_path_factory):
    assert run(hartwell).returncode == 0
    assert run(hartwell, "--exit-code").returncode == 1
    assert run(hartwell, "--ahead", "soon").returncode == 2
    assert run(tmp_path_factory.mktemp("none")).returncode in (2, 3)
    (hartwell / "clients" / "broken.yaml").write_text("a: [\n")
    assert run(hartwell).returncode == 1
