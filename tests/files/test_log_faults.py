"""A log whose writing fails or is killed: the old or the new, whole, and nothing beside."""

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


def values(raw: bytes) -> list:
    document, troubles = document_of("touches/acme.yaml", raw)
    assert not troubles
    return document.root.plain() if document.root else []


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    return write_book(tmp_path, {"touches/acme.yaml": f"- {FIRST}\n"}) / "touches" / "acme.yaml"


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


def command(book: Path, note: str) -> list[str]:
    typed = ["log", "acme", "jane", "-m", note, "--by", "ben", "--today", "2026-11-25"]
    return [sys.executable, "-m", "relplan", *typed, "--book", str(book)]
