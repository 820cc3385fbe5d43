"""The log: one line more, every earlier byte as it was, whatever goes wrong."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from books import write_book

from relplan.errors import Refused
from relplan.files import log
from relplan.files.document import document_of

LINE = {"date": "2026-11-25", "with": ["jane"], "by": "ben", "how": "call", "note": "new: # one"}
FIRST = "{date: 2026-11-01, with: [jane], by: ben, how: call}"
ODD = {
    "carriage returns": f"- {FIRST}\r\n- {FIRST}\r\n".encode(),
    "byte-order mark": b"\xef\xbb\xbf" + f"- {FIRST}\n".encode(),
    "no newline at the end": f"- {FIRST}".encode(),
    "no newline after returns": f"- {FIRST}\r\n- {FIRST}".encode(),
    "indented": f"  - {FIRST}\n  - {FIRST}\n".encode(),
    "comments at the end": f"- {FIRST}  # why\n# the end\n   # indented\n".encode(),
    "empty": b"",
    "comments only": b"# the log of Acme\n\n",
    "a comment without newline": b"# the log of Acme",
    "block style": b"- date: 2026-11-01\n  with: [jane]\n  by: ben\n  how: call\n",
    "literal block last": b"- date: 2026-11-01\n  with: [jane]\n  by: ben\n  note: |\n    a\n\n    b\n",
    "folded block last": b"- date: 2026-11-01\n  with: [jane]\n  by: ben\n  note: >-\n    a\n    b",
    "blank lines last": f"- {FIRST}\n\n\n".encode(),
    "document start": f"---\n- {FIRST}\n".encode(),
}


def values(raw: bytes) -> list:
    document, troubles = document_of("touches/acme.yaml", raw)
    assert not troubles
    return document.root.plain() if document.root else []


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    return write_book(tmp_path, {"touches/acme.yaml": f"- {FIRST}\n"}) / "touches" / "acme.yaml"


@pytest.mark.parametrize("old", ODD.values(), ids=ODD)
def test_a_line_is_added_and_every_earlier_byte_stays(acme, old):
    acme.write_bytes(old)
    placed = log.append(acme.parents[1], "acme", LINE)
    new = acme.read_bytes()
    assert new.startswith(old)
    assert values(new) == [*values(old), LINE]
    assert placed.text in new.decode("utf-8-sig").splitlines()[placed.line - 1]
    assert b"\r\n" not in old or new.count(b"\n") == new.count(b"\r\n")


@pytest.mark.parametrize(
    "old", [b"client: Acme\n", b"[]\n", b"[{date: 2026-11-01}]\n", b"text\n", b"- {a: 1\n", b"\xff"]
)
def test_a_log_in_another_form_is_refused_with_the_line_to_paste_and_stays(acme, old):
    acme.write_bytes(old)
    with pytest.raises(Refused, match=r"- \{date: 2026-11-25"):
        log.append(acme.parents[1], "acme", LINE)
    assert acme.read_bytes() == old


def test_a_log_that_does_not_exist_is_made_and_a_dry_run_makes_none(tmp_path):
    root = write_book(tmp_path)
    log.append(root, "acme", LINE, dry_run=True)
    assert not (root / "touches").exists()
    log.append(root, "acme", LINE)
    assert values((root / "touches/acme.yaml").read_bytes()) == [LINE]


def test_a_mode_is_kept_and_a_link_inside_the_book_is_followed(acme):
    real = acme.with_name("real.txt")
    acme.rename(real)
    real.chmod(0o664)
    acme.symlink_to(real)
    log.append(acme.parents[1], "acme", LINE)
    assert acme.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o664
    assert len(values(real.read_bytes())) == 2


CALLS = ["open", "write", "fsync", "replace"]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_a_call_that_fails_leaves_the_old_or_the_new_and_nothing_beside(
    acme, monkeypatch, call, code
):
    old = acme.read_bytes()
    for nth in range(1, 20):
        acme.write_bytes(old)
        with monkeypatch.context() as patch:
            failed = _fail(patch, call, nth, code)
            try:
                log.append(acme.parents[1], "acme", LINE)
            except Refused as error:
                assert os.strerror(code) in str(error)  # noqa: PT017 -- not every nth call fails
        now = acme.read_bytes()
        assert now == old or values(now) == [*values(old), LINE]
        assert [one.name for one in acme.parent.iterdir()] == ["acme.yaml"]
        if not failed:
            assert nth > 1, "this call is never made: the test proves nothing"
            return
    pytest.fail("the call is made without end")


@pytest.mark.parametrize("call", CALLS)
def test_a_refusal_that_says_nothing_was_changed_is_true(acme, monkeypatch, call):
    old = acme.read_bytes()
    for nth in range(1, 20):
        acme.write_bytes(old)
        with monkeypatch.context() as patch:
            failed = _fail(patch, call, nth, errno.EIO)
            try:
                log.append(acme.parents[1], "acme", LINE)
            except Refused as error:
                assert "nothing was changed" not in str(error) or acme.read_bytes() == old  # noqa: PT017 -- the same
        if not failed:
            return


def _fail(patch: pytest.MonkeyPatch, call: str, nth: int, code: int) -> list[int]:
    owner = Path if call == "replace" else os
    true, seen, failed = getattr(owner, call), [], []

    def sometimes(*args, **named):
        seen.append(1)
        if len(seen) == nth:
            failed.append(nth)
            raise OSError(code, os.strerror(code))
        return true(*args, **named)

    patch.setattr(owner, call, sometimes)
    return failed


STRACE = shutil.which("strace")


@pytest.mark.skipif(STRACE is None, reason="strace kills at a system call")
@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_a_process_killed_at_a_call_leaves_a_whole_log_and_the_next_run_writes(acme, call):
    old = acme.read_bytes()
    book = acme.parents[1]
    calls = "rename,renameat,renameat2" if call == "rename" else call
    tool = [STRACE, "-f", "-o", "/dev/null", "-e", f"trace={calls}"]
    inject = ["-e", f"inject={calls}:signal=SIGKILL:when=1"]
    run = subprocess.run(
        [*tool, *inject, *command(book, "killed")], capture_output=True, check=False
    )
    if b"PTRACE" in run.stderr or b"ptrace" in run.stderr:
        pytest.skip("no process may be traced here")
    assert run.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), run.stderr
    assert acme.read_bytes() == old or len(values(acme.read_bytes())) == 2
    before = values(acme.read_bytes())
    assert len(list(acme.parent.iterdir())) <= 2
    again = subprocess.run(command(book, "again"), capture_output=True, check=False, text=True)
    assert again.returncode == 0, again.stderr
    assert len(values(acme.read_bytes())) == len(before) + 1
    assert [one.name for one in acme.parent.iterdir()] == ["acme.yaml"]
    lint = [sys.executable, "-m", "relplan", "lint", "--select", "RP0,RP1", "--book", str(book)]
    assert subprocess.run(lint, capture_output=True, check=False).returncode == 0


def test_of_64_processes_that_log_at_once_no_line_is_lost_and_nothing_is_left(acme):
    runs = [
        subprocess.Popen(command(acme.parents[1], f"note {nth}"), stderr=subprocess.PIPE)
        for nth in range(64)
    ]
    for run in runs:
        assert run.communicate()[1] == b""
        assert run.returncode == 0
    notes = sorted(one["note"] for one in values(acme.read_bytes())[1:])
    assert notes == sorted(f"note {nth}" for nth in range(64))
    assert [one.name for one in acme.parent.iterdir()] == ["acme.yaml"]


def command(book: Path, note: str) -> list[str]:
    typed = ["log", "acme", "jane", "-m", note, "--by", "ben", "--today", "2026-11-25"]
    return [sys.executable, "-m", "relplan", *typed, "--book", str(book)]
