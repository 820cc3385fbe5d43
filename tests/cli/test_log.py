import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from scenes import ACME_LOG, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

NOW = ["--today", "2026-11-25"]


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return write_book(tmp_path / "book")


def log(root, *words, env=None):
    return CliRunner().invoke(app, ["log", "--book", str(root), *NOW, *words], env=env)


def written(root):
    return (root / "touches" / "acme.yaml").read_text(encoding="utf-8")


def newest(root):
    loaded = load(root)
    assert not [one for one in loaded.diagnostics if one.severity == "error"]
    return loaded.book.touches["acme"][-1]


def test_one_line_is_appended_and_shown_and_every_other_byte_stays(root):
    found = log(root, "acme", "jane", "-m", "Rang about the audit", "--me", "ben")
    assert found.exit_code == 0
    assert written(root).startswith(ACME_LOG)
    line = written(root).removeprefix(ACME_LOG)
    assert line.count("\n") == 1
    assert found.stdout == f"touches/acme.yaml:3: {line}"
    assert "2026-11-25" in line


def test_every_option_reads_back_as_typed(root):
    words = ["acme", "jane", "raj", "--by", "ben", "--how", "lunch", "--date", "last tue"]
    words += ["--note", "Say: {yes}, #1", "--learned", "no", "--for", "close-clinic"]
    words += ["--hours", "1.5", "--cost", "64 GBP"]
    words += ["--promise", "send it", "--promise-by", "2026-12-01"]
    assert log(root, *words).exit_code == 0
    touch = newest(root)
    assert (touch.date.isoformat(), touch.people, touch.by) == (
        "2026-11-24",
        ("jane", "raj"),
        "ben",
    )
    assert (touch.how, touch.note, touch.learned) == ("lunch", "Say: {yes}, #1", "no")
    assert (touch.initiative, str(touch.hours), str(touch.cost)) == (
        "close-clinic",
        "1.5",
        "64 GBP",
    )
    assert touch.promise is not None
    assert (touch.promise.what, touch.promise.by.isoformat()) == ("send it", "2026-12-01")
    assert touch.counts


@pytest.mark.parametrize(
    "note",
    [
        "007",
        "null",
        "- x",
        "a: b",
        "'",
        '"',
        "🎉 李明",
        "two\nlines",
        "\\x1b",
        "x" * 3000,
        "{a, b}",
    ],
)
def test_any_note_reads_back_as_it_was_typed(root, note):
    assert log(root, "acme", "jane", "--me", "ben", "-m", note).exit_code == 0
    assert newest(root).note == note


def test_the_day_of_a_promise_is_taken_as_it_is_said(root):
    words = ["acme", "jane", "--me", "ben", "--promise", "x", "--promise-by", "next week"]
    assert "promise: {what: x, by: 2026-11-30}" in log(root, *words).stdout


def test_an_unanswered_try_is_no_touch(root):
    assert log(root, "acme", "jane", "--me", "ben", "--unanswered").exit_code == 0
    assert not newest(root).counts


def test_logging_takes_a_person_off_the_list(root):
    def due():
        words = ["due", "--all", "--book", str(root), *NOW]
        return CliRunner().invoke(app, words).stdout

    assert "\n1 late\n" in due()
    log(root, "acme", "jane", "--me", "ben")
    assert "\n0 due: next is Jane Porter on 23 Dec\n" in due()


def test_names_are_found_by_part_and_a_person_typed_twice_is_one(root):
    assert log(root, "manuf", "porter", "jane", "--me", "arch").exit_code == 0
    assert newest(root).people == ("jane",)


def test_people_are_typed_with_commas_or_without(root):
    assert log(root, "acme", "jane,raj", "--me", "ben").exit_code == 0
    assert newest(root).people == ("jane", "raj")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("last tue", "relplan: written for Tue 24 Nov\n"), ("2026-11-24", "")],
)
def test_a_day_that_is_said_in_words_is_echoed_with_its_weekday(root, typed, said):
    done = log(root, "acme", "jane", "--me", "ben", "-m", "x", "--date", typed)
    assert (done.exit_code, done.stderr) == (0, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody", "jane"], "no client 'nobody'"),
        (["acme", "otto"], "no person of Acme Manufacturing plc 'otto'"),
        (["acme", "a"], "fits more than one"),
        (["acme", "jane", "--date", "tomorrow"], "--date: 2026-11-26 is still to come"),
        (["acme", "jane", "--date", "2026-11-26"], "--date: 2026-11-26 is still to come"),
        (["acme", "jane", "--promise", "x"], "--promise WHAT --promise-by DATE"),
        (["acme", "jane", "--promise-by", "2026-12-01"], "--promise WHAT --promise-by DATE"),
        (["acme", "jane", "--promise", "x", "--promise-by", "soon"], "--promise-by: `soon`"),
        (["acme", "jane", "--promise", "x", "--promise-by", "2026-11-01"], "has passed already"),
        (
            ["acme", "jane", "--for", "nothing"],
            "--for: no initiative 'nothing'; there are: close-clinic",
        ),
    ],
)
def test_what_has_no_meaning_is_wrong_use_and_writes_nothing(root, words, said):
    found = log(root, "--me", "ben", *words)
    assert found.exit_code == 2
    assert said in found.stderr
    assert written(root) == ACME_LOG


@pytest.mark.parametrize(
    "words", [["--how", "telepathy"], ["--cost", "64"], ["--hours", "long"], ["--note", ""]]
)
def test_a_line_that_would_not_read_back_is_refused(root, words):
    found = log(root, "acme", "jane", "--me", "ben", *words)
    assert found.exit_code == 3
    assert "nothing was written" in found.stderr
    assert written(root) == ACME_LOG


def test_who_is_asking_must_be_known(root):
    found = log(root, "acme", "jane")
    assert found.exit_code == 2
    assert "Say --me MEMBER or set RELPLAN_ME; the team is: " in found.stderr
    assert written(root) == ACME_LOG


def test_the_variable_says_who(root):
    assert log(root, "acme", "jane", env={"RELPLAN_ME": "ben"}).exit_code == 0
    assert newest(root).by == "ben"


def test_a_dry_run_shows_the_line_and_writes_nothing(root):
    shown = log(root, "acme", "jane", "--me", "ben", "--dry-run")
    assert written(root) == ACME_LOG
    assert shown.stdout == log(root, "acme", "jane", "--me", "ben").stdout


def test_the_first_touch_of_a_client_starts_the_log(root):
    (root / "touches" / "acme.yaml").unlink()
    assert log(root, "acme", "jane", "--me", "ben").exit_code == 0
    assert newest(root).people == ("jane",)


@pytest.mark.parametrize("old", ["- {date: [\n", "a: mapping\n", "[]\n"])
def test_a_log_that_cannot_be_appended_to_is_left_alone_and_the_line_printed(root, old):
    write_book(root, touches__acme=old)
    found = log(root, "acme", "jane", "--me", "ben")
    assert found.exit_code == 3
    assert "- {date: " in found.stderr
    assert written(root) == old


def test_hostile_notes_are_shown_and_never_sent(root):
    found = log(root, "acme", "jane", "--me", "ben", "-m", "\x1b[2J\u202e")
    assert not set(found.output) & set("\x1b\u202e")


def test_two_who_log_at_once_lose_nothing(root):
    words = [sys.executable, "-m", "relplan", "log", "--book", str(root), *NOW, "--me", "ben"]

    def one(number):
        return subprocess.run([*words, "acme", "jane", "-m", f"call {number}"], check=True)

    with ThreadPoolExecutor(2) as both:
        list(both.map(one, range(4)))
    notes = [touch.note for touch in load(root).book.touches["acme"]][2:]
    assert sorted(notes) == [f"call {number}" for number in range(4)]


@pytest.fixture
def promised(tmp_path):
    lines = (
        "- {date: 2026-11-20, with: [jane], by: ben, promise: {what: send the benchmark, by: 2026-11-30}}\n"
        "- {date: 2026-11-20, with: [jane], by: ben, promise: {what: send the close times, by: 2026-11-30}}\n"
    )
    return write_book(
        tmp_path,
        clients__acme="client: Acme\npriority: A\nroles: {jane: {name: Jane Zieliński-O'Neill}}\n",
        touches__acme=lines,
    )


def kept(root, *words):
    day = ("--book", str(root), "--by", "ben", "--today", "2026-11-25")
    return CliRunner().invoke(app, ["log", "acme", "jane", *words, *day])


def test_a_promise_is_kept_by_a_part_of_its_words(promised):
    done = kept(promised, "--kept", "Close times")
    assert done.exit_code == 0, done.stderr
    assert "kept: send the close times}" in done.stdout


def test_a_part_that_fits_several_promises_or_none_lists_them(promised):
    both = 'there are: "send the benchmark"; "send the close times"'
    done = kept(promised, "--kept", "send the")
    assert done.exit_code == 2
    assert f"--kept: 'send the' fits more than one open promise; {both}" in done.stderr
    assert "--kept: 'cake' is no open promise here" in kept(promised, "--kept", "cake").stderr


def test_a_promise_is_not_kept_before_it_was_given(promised):
    done = kept(promised, "--kept", "close times", "--date", "2026-11-19")
    assert done.exit_code == 2
    assert "--date: 2026-11-19 is before 2026-11-20, when it was promised" in done.stderr


@pytest.mark.parametrize("typed", ["zielinski", "o’neill", "ZIELIŃSKI"])
def test_people_are_found_without_accents_and_with_any_apostrophe(promised, typed):
    day = ("--book", str(promised), "--by", "ben", "--today", "2026-11-25")
    done = CliRunner().invoke(app, ["log", "acme", typed, *day])
    assert done.exit_code == 0, done.stderr


def test_an_option_with_a_wrong_value_is_named(promised):
    assert "--hours: `two` is not a number" in kept(promised, "--hours", "two").stderr
    assert "--how: `phone` is not one of the words" in kept(promised, "--how", "phone").stderr


def test_a_line_without_a_word_is_written_and_said(root):
    done = log(root, "acme", "jane", "--me", "ben")
    assert done.exit_code == 0
    assert done.stderr == "relplan: without a word of what was said; -m NOTE says it\n"
    for words in (["-m", "x"], ["--learned", "x"], ["--unanswered"]):
        assert log(root, "acme", "jane", "--me", "ben", *words).stderr == ""


def test_what_nobody_answered_keeps_no_promise(promised):
    done = kept(promised, "--kept", "close", "--unanswered")
    assert done.exit_code == 2
    assert "a line that nobody answered keeps no promise" in done.stderr


LEAN = """\
import sys
from relplan.cli.app import app
try:
    app(sys.argv[1:])
finally:
    print([one for one in ("pydantic", "relplan.model.plan", "rich") if one in sys.modules])
"""


def test_a_call_is_logged_without_loading_the_model(root):
    words = ["log", "acme", "jane", "-m", "Rang", "--me", "ben", "--book", str(root), *NOW]
    done = subprocess.run(
        [sys.executable, "-c", LEAN, *words], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert newest(root).note == "Rang"


def test_only_the_files_that_it_takes_are_read(root):
    write_book(root, clients__other="client: [\n", touches__other="- {date: [\n")
    done = log(root, "acme", "jane", "--me", "ben", "-m", "Rang")
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_fault_elsewhere_in_the_plan_does_not_hide_its_people(root):
    text = (root / "clients/acme.yaml").read_text("utf-8").replace("priority: A", "priority: Z")
    write_book(root, clients__acme=text)
    assert log(root, "acme", "jane", "--me", "ben", "-m", "Rang").exit_code == 0


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"clients__acme": "client: [\n"}, "this plan cannot be read:\nclients/acme.yaml:"),
        (
            {"clients__acme": ""},
            "this plan cannot be read:\nclients/acme.yaml:1: no fields stand there",
        ),
        ({"relplan": "firm: [\n"}, "the settings cannot be read:\nrelplan.yaml:"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(root, files, said):
    write_book(root, **files)
    done = log(root, "acme", "jane", "--me", "ben", "-m", "Rang")
    assert done.exit_code == 3
    assert said in done.stderr
    assert written(root) == ACME_LOG
