"""What the program shows: foreign text is inert and whole, on every screen and in every file."""

import html
import json
import os
import re
import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import naughty
import pytest
import whole
from books import BASE, write_book
from markdown_it import MarkdownIt
from repositories import commit, git
from typer.testing import CliRunner

from relplan.cli.app import app

NOTE = "asked [cfo] and [/x] on [2024-01-05] :bomb: 10:bomb:00"
READING = (
    ["due", "--all", "--ahead", "1y"],
    ["due", "--all", "--explain"],
    ["due", "--all", "--format", "markdown"],
    ["due", "--all", "--format", "csv"],
    ["show", "acme"],
    ["map", "acme"],
    ["map", "acme", "--format", "mermaid"],
    ["map", "acme", "--format", "dot"],
    ["review", "acme"],
    ["review", "team"],
    ["team"],
    ["team", "ben"],
    ["guide", "ben"],
    ["promise"],
    ["judge", "acme"],
    ["lint", "--output-format", "full"],
    ["lint", "--output-format", "concise"],
    ["changes", "acme"],
    ["leave", "acme", "jane", "--dry-run"],
    ["set", "acme", "jane.notes", "--remove", "--dry-run"],
    ["fmt", "--diff"],
    ["show", "\x1b]52;c;aGk=\x07"],
    ["due", "--client", "\x9b31m\u202e"],
)


def run(*words, book, today=whole.TODAY):
    typed = whole.command(*words, book=book, today=today)[3:]
    return CliRunner(env={"RELPLAN_ME": "ben"}).invoke(app, typed)


def book_of(tmp_path, text, files=None):
    """A book in which a name, a title, a note, an initiative and a promise are this text."""
    said = json.dumps(text)
    plan = (
        f"client: {said}\nowner: ben\npriority: A\nsince: 2020-01-01\n"
        f"roles:\n  jane: {{name: {said}, title: {said}, ours: ben, notes: {said}}}\n"
        f"  raj: {{name: {said}, reports_to: jane, influences: [jane]}}\n"
        f"goals: {{g: {{goal: {said}, initiatives: {{i: {{what: {said}, by: 2026-10-01}}}}}}}}\n"
    )
    log = (
        f"- {{date: 2026-09-01, with: [jane], by: ben, how: lunch, note: {said}, learned: {said},"
        f" promise: {{what: {said}, by: 2026-10-01}}}}\n"
    )
    quiet = f"{BASE['relplan.yaml']}lint: {{ignore: [RP2, RP3, RP4, RP5, RP6, RP7]}}\n"
    own = {"clients/acme.yaml": plan, "touches/acme.yaml": log, "relplan.yaml": quiet}
    return write_book(tmp_path, {**own, **(files or {})})


def test_t4_brackets_and_colons_of_a_note_are_shown_as_they_are(tmp_path):
    book = book_of(tmp_path, NOTE)
    for words in (["due", "--all"], ["show", "acme"]):
        assert NOTE in run(*words, book=book).stdout, words
    wrong = {"clients/acme.yaml": 'client: A\npriority: "[cfo] [/x] :bomb:"\n'}
    for form in ("full", "concise"):
        told = run("lint", "--output-format", form, book=write_book(tmp_path / "wrong", wrong))
        assert "[cfo] [/x] :bomb:" in told.stdout
    for words in (["due", "--all"], ["show", "acme"]):
        plain = re.sub(r"\x1b\[[0-9;]*m", "", whole.terminal(*words, book=book))
        assert "[cfo]" in plain
        assert "[/x]" in plain
        assert ":bomb:" in plain
    assert "[/y]" in run("show", "[/y]", book=book).stderr


def test_t5_a_name_makes_no_link_on_a_terminal(tmp_path):
    book = book_of(tmp_path, "[link=file:///etc/passwd]x[/link]")
    for words in (["due", "--all"], ["show", "acme"], ["map", "acme"], ["team", "ben"]):
        shown = whole.terminal(*words, book=book)
        assert "[link=file:///etc/passwd]x[/link]" in re.sub(r"\x1b\[[0-9;]*m", "", shown), words
        assert "\x1b]8" not in shown


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["cp1252", "ascii", "plainest locale"],
)
def test_t10_a_poor_encoding_shows_everything_with_escapes(tmp_path, environment):
    book = book_of(tmp_path, "株式会社 ✓")
    for words in (["due", "--all"], ["show", "acme"], ["review", "acme"], ["map", "acme"]):
        done = whole.run(*words, book=book, environment=environment)
        assert (done.returncode, done.stderr) == (0, b""), words
        assert rb"\u682a" in done.stdout
        rich = whole.run(*words, book=book, environment={"PYTHONIOENCODING": "utf-8"})
        assert done.stdout.count(b"\n") == rich.stdout.count(b"\n")


def test_t22_a_reader_that_stops_early_gets_no_traceback(tmp_path):
    book = write_book(
        tmp_path,
        {
            "clients/acme.yaml": "client: A\nowner: ben\npriority: A\nsince: 2020-01-01\nroles:\n"
            + "".join(f"  p{n}: {{name: Person {n}}}\n" for n in range(3000))
        },
    )
    for words in (["due", "--all"], ["show", "acme"], ["map", "acme"], ["lint"]):
        gone, pipe = os.pipe()
        os.close(gone)  # a reader that stops before the first line, however much a pipe holds
        done = whole.run(*words, book=book, stdout=pipe, stderr=subprocess.PIPE)
        os.close(pipe)
        assert b"Traceback" not in done.stderr, words
        assert b"defect" not in done.stderr, words
        assert done.returncode == 0, words


def test_t29_a_narrow_pipe_cuts_nothing(tmp_path):
    book = book_of(tmp_path, "A long name of somebody who is not to be cut anywhere")
    for words in (["due", "--all"], ["show", "acme"], ["team"], ["map", "acme"], ["lint"]):
        narrow = whole.run(*words, book=book, environment={"COLUMNS": "20", "FORCE_COLOR": ""})
        wide = whole.run(*words, book=book, environment={"COLUMNS": "300", "FORCE_COLOR": ""})
        assert narrow.stdout == wide.stdout, words
        assert "…" not in narrow.stdout.decode()
        assert b"\x1b" not in narrow.stdout


ZONES = ["Pacific/Kiritimati", "Pacific/Honolulu", "Europe/London"]


@pytest.mark.parametrize("today", ["2026-03-29", "2026-10-25", "2026-11-25"])
def test_t30_the_zone_of_the_machine_moves_no_day(tmp_path, today):
    book = book_of(tmp_path, "Jane")
    told = {
        whole.run("due", "--all", "--json", book=book, today=today, environment={"TZ": zone}).stdout
        for zone in ZONES
    }
    assert len(told) == 1
    assert json.loads(told.pop())["today"] == today


def test_t30_without_a_day_it_is_the_local_one(tmp_path):
    book = book_of(tmp_path, "Jane")
    for zone in ZONES:
        before = datetime.now(ZoneInfo(zone)).date().isoformat()  # noqa: TID251 -- the day is what is tested
        typed = [sys.executable, "-m", "relplan", "due", "--json", "--book", str(book)]
        done = subprocess.run(
            typed, env=whole.environment(TZ=zone), capture_output=True, check=False
        )
        after = datetime.now(ZoneInfo(zone)).date().isoformat()  # noqa: TID251 -- the day is what is tested
        assert json.loads(done.stdout)["today"] in (before, after)


def test_t31_the_ends_of_the_calendar_and_leap_days(tmp_path):
    plan = (
        "client: A\nowner: ben\npriority: A\nsince: 0001-01-01\n"
        "roles: {jane: {name: Jane, birthday: 02-29, cadence: 1y}, raj: {name: Raj, cadence: 1y}}\n"
        "goals: {g: {goal: G, by: 9999-12-31, initiatives: {i: {what: W, by: 9999-12-31}}}}\n"
    )
    log = (
        "- {date: 2024-02-29, with: [jane], by: ben}\n"
        "- {date: 9999-12-31, with: [raj], by: ben, promise: {what: x, by: 9999-12-31}}\n"
    )
    book = write_book(tmp_path, {"clients/acme.yaml": plan, "touches/acme.yaml": log})
    for today in ("0001-01-01", "2025-02-28", "2026-11-25", "9999-12-31"):
        for words in (["due", "--all", "--ahead", "1y"], ["review", "acme"], ["lint"], ["team"]):
            done = run(*words, book=book, today=today)
            assert done.exit_code in (0, 1), (today, words, done.stderr, done.exception)
    told = run("due", "--all", "--json", book=book, today="2025-02-28").stdout
    assert "birthday" in told
    assert "2025-02-28" in told
    assert "RP" in run("lint", book=book).stdout


def test_t32_a_clock_set_back_makes_nothing_vanish(tmp_path):
    log = "- {date: 2026-11-03, with: [jane], by: ben, how: call}\n"
    book = write_book(tmp_path, {"touches/acme.yaml": log})
    told = run("due", "--all", book=book, today="2025-11-25").stdout
    assert "2026" in told
    assert "3 Nov 2026 (jane) is after today and does not count yet" in told
    assert "future-touch" in run("lint", book=book, today="2025-11-25").stdout


def tokens(text):
    """The tree of a Markdown text without its words."""
    found = []
    for one in MarkdownIt("commonmark").enable("table").parse(text):
        found.append(one.type)
        found += [
            inner.type
            for inner in one.children or ()
            if inner.type not in ("text", "text_special", "softbreak")
        ]
    return found


@pytest.mark.parametrize("text", naughty.TEXTS)
def test_t34_a_text_changes_no_structure_of_a_pack(tmp_path, text):
    plain = run("review", "acme", book=book_of(tmp_path / "plain", "PLAIN"))
    told = run("review", "acme", book=book_of(tmp_path / "naughty", text))
    assert told.exit_code == 0, told.stderr
    assert tokens(told.stdout) == tokens(plain.stdout)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert)",
        "![](http://t.example/x.png)",
        "@team #12",
        "/close",
        "https://x.example",
    ],
)
def test_t35_a_text_makes_no_script_link_image_or_mention(tmp_path, text):
    told = run("review", "acme", book=book_of(tmp_path, text)).stdout
    reader = MarkdownIt("commonmark").enable("table")
    found = [inner for one in reader.parse(told) for inner in (one, *(one.children or ()))]
    assert not {one.type for one in found} & {"html_inline", "link_open", "image"}
    [own] = [one.content for one in found if one.type == "html_block"]
    assert own.startswith("<!-- relplan review acme 2026-11-25")
    assert not re.search(r"(?<![\\\w])@team|(?<!\\)#12|^/close", told, re.MULTILINE)
    page = run("review", "acme", "--format", "html", book=tmp_path).stdout
    assert "<script>alert" not in page
    assert 't.example/x.png"' not in page


def test_t36_a_line_break_in_a_name_is_one_line_everywhere(tmp_path):
    book = book_of(tmp_path, "Acme\nplc\n# heading")
    for words in READING[:-2]:
        done = run(*words, book=book)
        assert "\n# heading" not in done.stdout, words
        assert "\nplc" not in done.stdout, words


@pytest.mark.parametrize(
    "text", ['"]; click A "javascript:x"', "end", "%%{init:{'theme':'dark'}}%%", "`x`]"]
)
def test_t37_a_label_of_a_diagram_changes_neither_nodes_nor_edges(tmp_path, text):
    def shape(text, name):
        told = run("map", "acme", "--format", "mermaid", book=book_of(tmp_path / name, text)).stdout
        label = re.compile(r'(\s*\w+\[+)"[^"]*"(\]+)')
        lines = [line for line in told.splitlines() if "%%" not in line[:4]]
        return [label.sub(r"\1\2", line) if label.fullmatch(line) else line for line in lines]

    assert shape(text, "naughty") == shape("PLAIN", "plain")


HOSTILE = "a\x1b]52;c;aGk=\x07b\x1b]8;;http://x\x1b\\c\x9bd\x7fe\u202ef\u200bg\u2066h"
_SENT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.mark.parametrize("words", READING, ids=lambda words: ascii(" ".join(words)))
def test_t38_no_control_or_bidi_character_is_sent(tmp_path, words):
    book = book_of(tmp_path, HOSTILE, {"relplan.yaml": write_settings(HOSTILE)})
    done = run(*words, book=book)
    assert done.exit_code in (0, 1, 2, 3), done.exception
    assert not _SENT.search(done.stdout), words
    assert not _SENT.search(done.stderr), words


def write_settings(text):
    return f"firm: {json.dumps(text)}\nteam: {{ben: {{name: {json.dumps(text)}, tier: senior}}}}\n"


def test_t39_who_committed_and_what_they_said_sends_nothing(tmp_path):
    book = book_of(tmp_path, "Jane")
    git(book, "init", "-q")
    evil = "Ev\x1b]52;c;aGk=\x07il\u202e"
    git(book, "add", "-A")
    git(book, "commit", "-q", "-m", "s\x1b]8;;http://x\x1b\\t", author=evil, day="2026-09-01")
    git(book, "branch", "ev\u202eil")
    commit(
        book, "2026-11-01", clients__acme=(book / "clients/acme.yaml").read_text() + "notes: New\n"
    )
    for words in (
        ["changes", "acme"],
        ["changes", "acme", "--json"],
        ["judge", "acme", "--since", "2020-01-01"],
        ["review", "acme"],
        ["lint", "--since", "ev\u202eil"],
        ["changes", "--since", "HEAD~1"],
    ):
        done = run(*words, book=book)
        assert done.exit_code in (0, 1, 2, 3), done.exception
        assert not _SENT.search(done.stdout + done.stderr), words


def test_t43_a_formula_is_text_in_every_table(tmp_path):
    for text in ("=cmd|'/C calc'!A0", "+44 20 1", "@x", "-1"):
        book = book_of(tmp_path, text)
        told = run("due", "--all", "--format", "csv", book=book).stdout
        assert f"'{text}" in told
        assert not re.search(rf'(^|,)"?{re.escape(text)}', told, re.MULTILINE)
        assert text in (book / "clients/acme.yaml").read_text()


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% raw %}", "{# #}", "{% include 'x' %}"])
def test_t49_what_looks_like_a_template_is_text(tmp_path, text):
    book = book_of(tmp_path, text)
    for form in ("markdown", "html"):
        told = run("review", "acme", "--format", form, book=book)
        assert told.exit_code == 0
        shown = html.unescape(told.stdout.replace("\\", ""))
        assert shown.count(text) > 5


def test_t64_the_same_book_and_day_give_the_same_bytes(tmp_path):
    book = book_of(tmp_path / "book", "Jane")
    texts = []
    for number, more in enumerate(
        [
            {"PYTHONHASHSEED": "1", "TZ": "UTC"},
            {"PYTHONHASHSEED": "7", "LANG": "de_DE", "TZ": "Asia/Tokyo"},
        ]
    ):
        out = tmp_path / str(number)
        for words in (
            ["review", "--all", "--out"],
            ["review", "--all", "--format", "html", "--out"],
            ["site", "--out"],
        ):
            folder = out / str(len(words)) / words[0]
            done = whole.run(*words, str(folder), book=book, environment=more)
            assert done.returncode == 0, done.stderr
        texts.append(whole.everything(out))
    assert texts[0] == texts[1]
    assert len(texts[0]) > 5
