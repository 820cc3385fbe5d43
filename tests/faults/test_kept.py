"""Every byte that was written is kept: by every command that writes, whatever happens meanwhile."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import whole
from books import BASE, write_book
from naughty import SCALARS
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files import write
from relplan.files.book import load
from relplan.files.draft import Draft

ROOT = Path(__file__).parents[2]
STRACE = shutil.which("strace")
POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and signals of POSIX")
TRACED = pytest.mark.skipif(STRACE is None, reason="strace stops a program at a system call")
ACME = "clients/acme.yaml"
LOG = "- {date: 2026-11-03, with: [jane], by: ben, how: call, promise: {what: send it, by: 2026-12-01}}\n"
PLAN = BASE[ACME] + (
    "weaknesses: {w: Nobody knows the plants}\n"
    "goals:\n  g: {goal: They ring us, initiatives: {clinic: {what: Run a clinic, by: 2026-12-01}}}\n"
)
SETTINGS = BASE["relplan.yaml"] + "fmt: {fields: true}\n"
MORE = {
    ACME: PLAN,
    "touches/acme.yaml": LOG,
    "clients/ferry.yaml": "client: Ferry Lines\npriority: B\nowner: amara\nstatus: damaged\n"
    "roles:\n  otto:\n    role: user\n    name: Otto Berg\n"
    "repair: {began: 2026-11-20, our_faults: [Two filings late]}\n",
    "prospects/contoso.yaml": "prospect: Contoso\nowner: amara\n"
    "win: {what: They ask us first, by: 2027-09-30, sponsor: lena}\n"
    "roles:\n  lena: {name: Lena Fox}\n",
    "campaigns/stock.yaml": "proposition: We hold the stock\nowner: ben\n"
    "cohort: {clients: [acme, ferry]}\nruns: {from: 2026-11-01, to: 2026-12-31}\n"
    "pitches:\n  - {date: 2026-11-14, at: ferry, to: otto, by: ben, outcome: open}\n",
}
"""A book in which every command that writes has something to write."""
CARD = Path(__file__).parent / "nora.vcf"
WRITERS = {
    "log": ["log", "acme", "jane", "-m", "Rang"],
    "promise": ["promise", "acme", "jane", "ring her", "--by", "2026-12-04"],
    "kept": ["promise", "kept", "acme", "send"],
    "snooze": ["snooze", "acme", "jane", "2w"],
    "done": ["done", "acme", "clinic", "--with", "jane"],
    "drop": ["drop", "acme", "clinic", "-m", "No time"],
    "set": ["set", "acme", "jane.stance", "mentor"],
    "add": ["add", "person", "acme", "Nora Field"],
    "rename": ["rename", "acme", "jane", "janet"],
    "leave": ["leave", "acme", "jane"],
    "hand-over": ["hand-over", "acme", "--to", "priya"],
    "new": ["new", "client", "Fresh Foods"],
    "review --record": ["review", "acme", "--record", "--with", "jane"],
    "review --save": ["review", "acme", "--save"],
    "import": ["import", "acme", str(CARD), "--yes"],
    "campaign pitch": ["campaign", "pitch", "stock", "--at", "acme", "--to", "jane"],
    "campaign answer": [
        *("campaign", "answer", "stock", "--at", "ferry", "--to", "otto"),
        *("--outcome", "accepted"),
    ],
    "campaign learn": ["campaign", "learn", "stock", "--version", "You pay on use"],
    "repair start": ["repair", "start", "acme", "--what", "It was late", "--fault", "Sent in June"],
    "repair next": ["repair", "next", "ferry", "--corrected", "Both are filed"],
    "fmt --write": ["fmt", "ferry", "--write"],
    "win --became-client": ["win", "contoso", "--became-client"],
    "new prospect": ["new", "prospect", "Fabrikam", "--win", "They ask us", "--by", "2027-06-30"],
    "new campaign": [
        *("new", "campaign", "You pay on use", "--promise", "No cash is tied up"),
        *("--executive", "ops=Dana", "--executive", "it=Lee", "--resists", "Dana"),
        *("--resistance", "cash is tied up", "--answer", "two pilots first", "--for", "acme"),
        *("--from", "2027-01-11", "--to", "2027-03-26"),
    ],
}
"""Commands that write, each with words that write something."""


def run(*words, book, today=whole.TODAY):
    typed = whole.command(*words, book=book, today=today)[3:]
    return CliRunner(env={"RELPLAN_ME": "ben"}).invoke(app, typed)


def book_in(folder, files=None):
    return write_book(folder, {**MORE, "relplan.yaml": SETTINGS, **(files or {})})


# T9, T12, T14


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_t9_line_ends_stay_those_of_the_file(tmp_path, words, ends):
    book = book_in(tmp_path, {"reviews/keep.yaml": ""})
    for path in [*book.rglob("*.yaml")]:
        path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    before = whole.everything(book)
    done = run(*words, book=book)
    assert done.exit_code == 0, done.stderr
    after = whole.everything(book)
    changed = {path for path, raw in after.items() if path in before and before[path] != raw}
    assert changed or set(after) - set(before) or set(before) - set(after)
    for path in changed:
        assert re.sub(b"\r\n", b"", after[path]).count(b"\r") == 0
        assert after[path].count(b"\r\n") == (after[path].count(b"\n") if ends == "\r\n" else 0)


SECTIONS = """client: Acme plc
owner: amara
priority: A

# Their people: ask Jane first
roles:
  # the first
  jane: {name: Jane Porter}
  # the second
  raj: {name: Raj Patel}
  # the last
  tom: {name: Tom Reed}

# Goals below
goals:
  g: They ring us
"""


def test_t12_comments_stay_with_their_section(tmp_path):
    book = book_in(tmp_path, {ACME: SECTIONS, "touches/acme.yaml": "[]\n"})
    assert run("add", "person", "acme", "Nora Field", book=book).exit_code == 0
    text = (book / ACME).read_text()
    assert "\n\n# Goals below\ngoals:\n" in text
    assert text.index("tom:") < text.index("Nora Field") < text.index("# Goals below")
    assert [one for one in text.splitlines() if "Nora" not in one] == SECTIONS.splitlines()
    for first, comment, left in (
        ("jane", "# the first", "# the second"),
        ("tom", "# the last", "# Goals below"),
    ):
        (book / ACME).write_text(SECTIONS)
        done = run("set", "acme", f"roles.{first}", "--remove", book=book)
        now = (book / ACME).read_text()
        if done.exit_code:
            assert now == SECTIONS
        else:
            assert comment not in now
        assert left in now


@pytest.mark.parametrize("sign", ["|", ">", "|-", ">-", "|+", "|2", ">2-"])
def test_t14_texts_in_lines_keep_their_value_through_ten_edits(tmp_path, sign):
    digit = "  " if "2" in sign else ""
    lines = [
        "A line that is much longer than eighty columns " * 4,
        "",
        f"{digit}  - an indented bullet " + "x " * 60,
        "trailing   ",
    ]
    notes = f"notes: {sign}\n" + "".join(f"  {one}\n" if one else "\n" for one in lines) + "\n"
    book = book_in(tmp_path, {ACME: BASE[ACME] + notes + "tags: [a]\n"})
    before = load(book)
    assert before.diagnostics == ()
    for number in range(10):
        done = run("set", "acme", "jane.stance", "mentor" if number % 2 else "sceptic", book=book)
        assert done.exit_code == 0, done.stderr
    assert load(book).book.plans["acme"].notes == before.book.plans["acme"].notes
    assert notes in (book / ACME).read_text()


# T11


def test_t11_edits_of_every_commented_file_of_the_repository_damage_nothing(tmp_path):
    listed = subprocess.run(
        ["git", "ls-files", "*.yaml", "*.yml"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = [ROOT / one for one in listed.stdout.split() if (ROOT / one).is_file()]
    commented = [
        one
        for one in files
        if re.search(r"^\s*#|\s# ", one.read_text(errors="replace"), re.MULTILINE)
    ]
    assert len(commented) > 60
    for number, path in enumerate(commented):
        shutil.copy(path, tmp_path / f"{number}-{path.name}")
    told = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "edits.py", tmp_path, "--limit", "2"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "damaged: 0\n" in told.stdout, told.stdout
    assert int(re.search(r"(\d+) edits", told.stdout)[1]) > 200


# T16, T17, T24, T26


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_t16_what_an_editor_saved_meanwhile_is_kept(tmp_path, words, monkeypatch):
    book = book_in(tmp_path)
    saved = b"# saved by an editor\n"
    files = [book / one for one in MORE]
    write_draft, replace = Draft.write, write.replace

    def meanwhile(draft):
        for path in files:
            path.write_bytes(path.read_bytes() + saved)
        write_draft(draft)

    monkeypatch.setattr(Draft, "write", meanwhile)
    done = run(*words, book=book)
    assert replace is write.replace
    assert done.exit_code == 0 or all(one.read_bytes().endswith(saved) for one in files)
    if done.exit_code:
        assert "changed" in done.stderr
        assert (book / ACME).read_text().startswith(PLAN)


COLLEAGUE = """
import sys
from typer.testing import CliRunner
from relplan.cli.app import app
who, book, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(rounds):
    words = ["log", "acme", "jane", "-m", f"{who} {number}", "--by", who]
    done = CliRunner().invoke(app, [*words, "--book", book, "--today", "2026-11-25"])
    print(number if done.exit_code == 0 else -1)
"""


def test_t17_two_who_log_at_once_a_hundred_times_lose_no_line(tmp_path):
    book = book_in(tmp_path)
    both = [
        subprocess.Popen(
            [sys.executable, "-c", COLLEAGUE, who, str(book), "100"],
            stdout=subprocess.PIPE,
            env=whole.environment(),
            text=True,
        )
        for who in ("ben", "priya")
    ]
    said = {
        who: one.communicate(timeout=120)[0].split()
        for who, one in zip(("ben", "priya"), both, strict=True)
    }
    notes = {one.note for one in load(book).book.touches["acme"]}
    told = {
        f"{who} {number}" for who, numbers in said.items() for number in numbers if number != "-1"
    }
    assert told == {one for one in notes if one}
    assert len(told) > 150


@pytest.mark.parametrize(
    "words",
    [
        ["set", "acme", "jane.stance", "mentr"],
        ["set", "acme", "owner", "nobody"],
        ["set", "acme", "review.next", "2027-02-30"],
        ["set", "acme", "jane.reports_to", "nobody"],
        ["log", "acme", "jane", "-m", "x", "--how", "tam-tam"],
        ["add", "person", "acme", "N", "--tie", "big"],
    ],
)
def test_t24_an_edit_that_would_not_read_is_refused_with_the_reason(tmp_path, words):
    book = book_in(tmp_path)
    before = whole.everything(book)
    done = run(*words, book=book)
    assert done.exit_code in (2, 3)
    assert words[-1] in done.stderr
    assert whole.everything(book) == before


CLI_TEXTS = sorted(
    {*SCALARS, "-x", "--by", "a\nroles: {evil: x}", "x: y # z", "{{ 7*7 }}", "---\n"}
)


def test_t26_any_text_typed_reads_back_and_makes_no_key(tmp_path):
    book = book_in(tmp_path)
    fields = set(vars(load(book).book.plans["acme"]))
    kept = 0
    for text in CLI_TEXTS:
        before = whole.everything(book)
        for words in (
            ["log", "acme", "jane", f"--note={text}"],
            ["set", "acme", "notes", "--", text],
        ):
            typed = whole.command(words[0], book=book)[3:]
            done = CliRunner(env={"RELPLAN_ME": "ben"}).invoke(app, [*typed, *words[1:]])
            if done.exit_code:
                assert done.exit_code in (2, 3), (text, done.exception)
                continue
            kept += 1
            loaded = load(book)
            assert [one for one in loaded.diagnostics if one.severity == "error"] == []
            found = (
                loaded.book.touches["acme"][-1].note
                if words[0] == "log"
                else loaded.book.plans["acme"].notes
            )
            assert found == text
            assert set(vars(loaded.book.plans["acme"])) <= fields | {"notes"}
        assert set(whole.everything(book)) == set(before)
    assert kept >= 2 * len(CLI_TEXTS) - 4, "only what no editor shows, or says nothing, is refused"


# T18, T19, T20, T21, T25


@contextlib.contextmanager
def small_disk(folder):
    """A file system of 64 kB, where one may be mounted."""
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", folder], capture_output=True, check=False
    ).returncode:
        pytest.skip("no file system may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(not shutil.which("mount") or os.name == "nt", reason="mounts a small disk")
@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_t18_a_full_disk_is_named_and_the_old_file_is_whole(tmp_path, words):
    with small_disk(tmp_path / "disk") as disk:
        book = book_in(disk / "b")
        with contextlib.suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
            while filler.write(b"x" * 512):
                pass
        before = whole.everything(book)
        done = whole.run(*words, book=book)
        if done.returncode == 0:  # what was written found room
            assert load(book).unread == ()
            return
        assert done.returncode == 3, done.stderr
        assert b"No space left" in done.stderr or b"disk" in done.stderr, done.stderr
        assert whole.everything(book) == before


def traced(inject, words, book):
    tool = [STRACE, "-f", "-qq", "-o", os.devnull, "-e", inject]
    done = whole.run(*words, book=book, before=tool)
    if b"ptrace" in done.stderr.lower():
        pytest.skip("no process may be traced here")
    return done


RENAMES = "rename,renameat,renameat2"


@TRACED
@pytest.mark.parametrize("call", ["fsync", RENAMES, "write"])
@pytest.mark.parametrize("name", ["log", "set", "rename", "new", "win --became-client"])
def test_t19_a_kill_at_any_call_leaves_old_or_new_and_the_next_run_clears_up(tmp_path, name, call):
    new = book_in(tmp_path / "new")
    assert whole.run(*WRITERS[name], book=new).returncode == 0
    book = book_in(tmp_path / "book")
    old, states = whole.everything(book), (whole.everything(book), whole.everything(new))
    for nth in (1, 2):
        traced(f"inject={call}:signal=SIGKILL:when={nth}", WRITERS[name], book)
        whole.run("log", "acme", "tom" if nth > 9 else "jane", "-m", "", "--dry-run", book=book)
        now = {
            path: raw
            for path, raw in whole.everything(book).items()
            if not Path(path).name.startswith(".")
        }
        # What is not yet settled is by the next command that opens the book.
        whole.run("lint", book=book)
        now = {
            path: raw
            for path, raw in whole.everything(book).items()
            if not Path(path).name.startswith(".")
        }
        assert now in states, (nth, set(now) ^ set(old))
        assert load(book).unread == ()
        again = whole.run("set", "acme", "priority", "B", book=book)
        assert again.returncode == 0, again.stderr
        left = [path for path in whole.everything(book) if Path(path).name.startswith(".relplan")]
        assert len(left) <= 1, left
        shutil.rmtree(book)
        book_in(book)


@POSIX
@TRACED
@pytest.mark.parametrize("name", ["log", "set", "rename"])
def test_t20_ctrl_c_in_a_write_leaves_old_or_new(tmp_path, name):
    new = book_in(tmp_path / "new")
    whole.run(*WRITERS[name], book=new)
    book = book_in(tmp_path / "book")
    states = (whole.everything(book), whole.everything(new))
    done = traced("inject=fsync:signal=SIGINT:when=1", WRITERS[name], book)
    assert done.returncode in (0, 130), done.stderr
    assert b"Traceback" not in done.stderr
    assert whole.everything(book) in states


@POSIX
def test_t20_ctrl_c_in_a_long_list_is_130(tmp_path):
    plan = "client: C\nowner: ben\npriority: C\nsince: 2020-01-01\nroles: {p: {name: P}}\n"
    book = write_book(tmp_path, {f"clients/c{n}.yaml": plan for n in range(1_500)})
    process = subprocess.Popen(
        whole.command("lint", book=book),
        env=whole.environment(RELPLAN_NO_CACHE="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline and process.poll() is None:
        pass
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode in (130, 1), said
    assert b"Traceback" not in said


@TRACED
@pytest.mark.parametrize(
    ("call", "error"),
    [("fsync", "EIO"), (RENAMES, "EACCES"), (RENAMES, "ENOSPC"), ("fsync", "ENOSPC")],
)
@pytest.mark.parametrize("name", WRITERS)
def test_t21_a_call_that_fails_is_told_and_nothing_is_changed(tmp_path, name, call, error):
    book = book_in(tmp_path / "book")
    before = whole.everything(book)
    done = traced(f"inject={call}:error={error}", WRITERS[name], book)
    assert done.returncode == 3, (done.stdout, done.stderr)
    assert done.stderr.startswith(b"relplan: ")
    assert b"Traceback" not in done.stderr
    left = {
        path: raw
        for path, raw in whole.everything(book).items()
        if not path.startswith(".relplan-pending/")
    }
    assert left == before


SOMEBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def as_somebody_else():
    """True where another user, to whom the book is closed, can run this relplan."""
    if os.name == "nt" or not shutil.which("setpriv"):
        return False
    typed = [*SOMEBODY, sys.executable, "-c", "import relplan.cli.app"]
    return subprocess.run(typed, capture_output=True, check=False, cwd="/").returncode == 0


@POSIX
@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_t25_a_book_that_may_only_be_read_is_told_and_stays(words):
    if not as_somebody_else():
        pytest.skip("root may write anything, and no other user can run relplan here")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        book = book_in(Path(folder) / "book")
        before = whole.everything(book)
        more = {"RELPLAN_NO_CACHE": "1", "HOME": "/"}
        done = whole.run(*words, book=book, before=SOMEBODY, environment=more, cwd="/")
        assert done.returncode == 3, (done.stdout, done.stderr)
        assert b"Traceback" not in done.stderr
        assert whole.everything(book) == before


def test_t25_a_file_that_another_program_holds_is_tried_again_and_then_told(tmp_path, monkeypatch):
    book = book_in(tmp_path)
    monkeypatch.setenv("RELPLAN_NO_CACHE", "1")
    true, tries = Path.replace, []

    def held(self, target):
        tries.append(target)
        if len(tries) <= most:
            error = PermissionError(13, "The process cannot access the file")
            error.winerror = 32
            raise error
        return true(self, target)

    monkeypatch.setattr(Path, "replace", held)
    most = 2
    assert run("set", "acme", "jane.stance", "mentor", book=book).exit_code == 0
    assert len(tries) == 3
    most, before = 10_000, whole.everything(book)
    done = run("set", "acme", "jane.stance", "sceptic", book=book)
    assert done.exit_code == 3
    assert whole.everything(book) == before
    assert len(tries) < 100


# T23


def test_t23_a_name_that_is_taken_is_refused_and_nothing_is_lost(tmp_path):
    book = book_in(tmp_path, {"clients/other.yaml": BASE[ACME].replace("Acme", "Other")})
    before = whole.everything(book)
    for words in (
        ["rename", "client", "acme", "other"],
        ["rename", "acme", "jane", "jane-x"],
        ["new", "client", "Acme", "--id", "other"],
    ):
        done = run(*words, book=book)
        if words[-1] == "jane-x":
            assert done.exit_code == 0
            write_book(book, dict(before.items()))
            continue
        assert done.exit_code in (2, 3), (words, done.stdout)
        assert "other" in done.stderr
        assert whole.everything(book) == before


@TRACED
def test_t23_a_move_that_fails_half_way_leaves_one_of_both(tmp_path):
    new = book_in(tmp_path / "new", {"reviews/acme/2026-01-01.md": "x"})
    assert whole.run("rename", "client", "acme", "acme-plc", book=new).returncode == 0
    book = book_in(tmp_path / "book", {"reviews/acme/2026-01-01.md": "x"})
    states = (whole.everything(book), whole.everything(new))
    for nth in range(1, 8):
        traced(
            f"inject={RENAMES}:signal=SIGKILL:when={nth}",
            ["rename", "client", "acme", "acme-plc"],
            book,
        )
        whole.run("lint", book=book)
        now = {
            path: raw
            for path, raw in whole.everything(book).items()
            if not Path(path).name.startswith(".")
        }
        assert now in states, nth
        if now == states[1]:
            return
