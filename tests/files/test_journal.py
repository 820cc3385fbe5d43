"""Changes of several files: all or none, whatever fails, and whenever the machine stops."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from books import BASE, write_book

from relplan.errors import Refused
from relplan.files import journal, write
from relplan.files.journal import PENDING, Change, settle, write_all

OLD = {
    "clients/acme.yaml": BASE["clients/acme.yaml"].encode(),
    "clients/borg.yaml": None,
    "relplan.yaml": BASE["relplan.yaml"].encode(),
    "touches/acme.yaml": b"- {date: 2026-11-01, with: [jane], by: ben, how: call}\n",
}
NEW = {
    "clients/acme.yaml": OLD["clients/acme.yaml"] + b"# new\n",
    "clients/borg.yaml": b"client: Borg\nowner: ben\n",
    "relplan.yaml": OLD["relplan.yaml"] + b"# new\n",
    "touches/acme.yaml": None,
}
CHANGES = [Change(path, OLD[path], NEW[path]) for path in OLD]


@pytest.fixture
def root(tmp_path):
    return _old(tmp_path)


def _old(folder):
    book = write_book(folder, {path: raw for path, raw in OLD.items() if raw is not None})
    (book / "clients" / "borg.yaml").unlink(missing_ok=True)
    return book


def texts(root):
    """What each file of the change holds now."""
    found = {path: root / path for path in OLD}
    return {path: one.read_bytes() if one.exists() else None for path, one in found.items()}


def strange(root):
    """Whatever lies in the book that no change put there."""
    every = {one.relative_to(root).as_posix() for one in root.rglob("*") if not one.is_dir()}
    return sorted(every - set(OLD))


def test_all_files_are_written_begun_and_removed(root):
    write_all(root, CHANGES)
    assert texts(root) == NEW
    assert strange(root) == []
    assert not (root / PENDING).exists()


def test_one_file_needs_no_journal(root, monkeypatch):
    monkeypatch.setattr(journal, "_record", lambda *_: pytest.fail("a journal for one file"))
    write_all(root, [CHANGES[0], Change("relplan.yaml", b"same", b"same")])
    assert (root / "clients/acme.yaml").read_bytes() == NEW["clients/acme.yaml"]


@pytest.mark.parametrize(("count", "what"), [(1, "clients/acme.yaml"), (2, "book")])
def test_a_full_disk_names_the_one_file_or_the_book(tmp_path, monkeypatch, count, what):
    root = _old(tmp_path / "book")

    def full(*_words):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write, "write_new", full)
    with pytest.raises(Refused) as refused:
        write_all(root, CHANGES[:count])
    assert str(refused.value) == (
        f"{what} could not be written (No space left on device); nothing was changed"
    )
    assert texts(root) == OLD


def test_a_file_that_somebody_changed_since_refuses_all(root):
    (root / "relplan.yaml").write_bytes(b"firm: Theirs\n")
    with pytest.raises(Refused) as refused:
        write_all(root, CHANGES)
    assert str(refused.value) == (
        "relplan.yaml was changed by somebody else since it was read; nothing was changed"
    )
    assert texts(root) == {**OLD, "relplan.yaml": b"firm: Theirs\n"}


CALLS = ["open", "write", "fsync", "replace", "mkdir", "unlink"]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_a_call_that_fails_leaves_all_old_or_all_new(tmp_path, monkeypatch, call, code):
    for nth in range(1, 60):
        root = _old(tmp_path / str(nth))
        with monkeypatch.context() as patch:
            failed = _fail(patch, call, nth, code)
            said = ""
            try:
                write_all(root, CHANGES)
            except Refused as error:
                said = str(error)
        settle(root)
        assert texts(root) in (OLD, NEW)
        assert texts(root) == OLD or "nothing was changed" not in said
        assert strange(root) == []
        assert not (root / PENDING).exists()
        if not failed:
            assert nth > 1, "this call is never made: the test proves nothing"
            return
    pytest.fail("the call is made without end")


def test_a_change_that_can_neither_be_made_nor_undone_waits_for_the_next_command(root, monkeypatch):
    with monkeypatch.context() as patch:
        _fail(patch, "replace", 3, errno.EIO, every=True)
        with pytest.raises(Refused) as refused:
            write_all(root, CHANGES)
    assert str(refused.value) == (
        "not all files could be written (Input/output error); .relplan-pending/ keeps them, and the"
        " next command finishes it"
    )
    assert texts(root) not in (OLD, NEW)
    assert settle(root) == "a change of 4 files that was interrupted has been finished"
    assert texts(root) == NEW
    assert strange(root) == []


def _fail(patch, call, nth, code, *, every=False):
    owner = Path if call in ("replace", "mkdir", "unlink") else os
    true, seen, failed = getattr(owner, call), [], []

    def sometimes(*args, **named):
        seen.append(1)
        if len(seen) == nth or (every and len(seen) > nth):
            failed.append(nth)
            raise OSError(code, os.strerror(code))
        return true(*args, **named)

    patch.setattr(owner, call, sometimes)
    return failed


@pytest.mark.parametrize("nth", range(1, 5))
def test_an_interrupt_between_two_files_ends_the_change_first(root, monkeypatch, nth):
    true, seen = write.replace, []

    def interrupted(*args):
        seen.append(1)
        true(*args)
        if len(seen) == nth:
            raise KeyboardInterrupt

    monkeypatch.setattr(write, "replace", interrupted)
    try:
        write_all(root, CHANGES)
    except KeyboardInterrupt:
        assert nth <= 3, "three files are replaced, one is removed"
    assert texts(root) == NEW
    assert strange(root) == []


def test_an_interrupt_before_the_list_is_in_place_changes_nothing(root, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(write, "write_new", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(root, CHANGES)
    assert texts(root) == OLD
    assert not (root / PENDING).exists()


def killed_after(root, nth):
    """A process that is killed at its nth replaced file."""
    program = f"""
import os, signal
from pathlib import Path
from relplan.files import journal, write
true, seen = Path.replace, []
def dying(self, target):
    seen.append(1)
    if len(seen) == {nth}:
        os.kill(os.getpid(), signal.SIGKILL)
    return true(self, target)
Path.replace = dying
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from test_journal import CHANGES
journal.write_all(Path({str(root)!r}), CHANGES)
"""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("nth", range(1, 6))
def test_a_process_that_is_killed_leaves_what_the_next_one_settles(root, nth):
    ended = killed_after(root, nth)
    assert (ended.returncode == -signal.SIGKILL) == (nth < 5), ended.stderr
    said = settle(root)
    assert texts(root) == (OLD if nth == 1 else NEW)
    assert (said == "") == (nth in (1, 5))
    assert strange(root) == []
    assert not (root / PENDING).exists()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_the_next_command_says_that_it_finished(root):
    killed_after(root, 3)
    run = subprocess.run(
        [sys.executable, "-m", "relplan", "lint", "--select", "RP0", "--book", str(root)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert "relplan: a change of 4 files that was interrupted has been finished" in run.stderr
    assert texts(root) == NEW


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_what_somebody_wrote_after_the_kill_stays(root):
    killed_after(root, 3)
    (root / "relplan.yaml").write_bytes(b"firm: Theirs\n")
    assert settle(root) == (
        "a change of 4 files that was interrupted has been finished, but relplan.yaml had been"
        " changed since and stayed"
    )
    assert texts(root) == {**NEW, "relplan.yaml": b"firm: Theirs\n"}


@pytest.mark.parametrize(
    "path", [".git/config", "../elsewhere.yaml", "clients/../.git/config", "/etc/passwd", "x.py"]
)
def test_a_list_that_came_with_a_repository_reaches_no_other_file(root, path):
    folder = root / PENDING
    folder.mkdir()
    (folder / "0.new").write_bytes(b"[core]\n")
    (folder / "list.json").write_text(json.dumps([[path, False, True, None]]))
    with pytest.raises(Refused) as refused:
        settle(root)
    assert str(refused.value) == (
        f".relplan-pending/ would change {path}, which no plan is; look at it and remove it"
    )
    assert texts(root) == OLD


@pytest.mark.parametrize(
    "listed",
    [
        "",
        "[",
        "{}",
        "[[1]]",
        '[["relplan.yaml", true, true]]',
        '[["relplan.yaml", true, true, null]]',
    ],
)
def test_a_list_that_is_damaged_is_named_and_touches_nothing(root, listed):
    (root / PENDING).mkdir()
    (root / PENDING / "list.json").write_text(listed)
    if listed == "{}":
        assert settle(root) == ""
    else:
        with pytest.raises(Refused, match="is not what relplan wrote; look at it and remove it"):
            settle(root)
    assert texts(root) == OLD


def test_a_pending_folder_that_is_a_link_is_not_followed(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "kept").write_text("kept")
    (root / PENDING).symlink_to(elsewhere)
    assert settle(root) == ""
    assert (elsewhere / "kept").read_text() == "kept"
    assert not os.path.lexists(root / PENDING)


def test_a_folder_without_a_list_is_cleared_away(root):
    (root / PENDING).mkdir()
    (root / PENDING / "0.new").write_bytes(b"half")
    assert settle(root) == ""
    assert not (root / PENDING).exists()


def test_nothing_pending_costs_one_look(root, monkeypatch):
    monkeypatch.setattr(write, "locked", lambda *_: pytest.fail("a lock for nothing"))
    assert settle(root) == ""


def test_a_file_that_moves_keeps_its_permissions_also_when_the_next_command_finishes_it(root):
    moved = [
        Change("clients/a.yaml", None, b"client: A\n", 0o640),
        Change("clients/b.yaml", None, b"", None),
    ]
    journal._record(root, moved)
    assert settle(root) == "a change of 2 files that was interrupted has been finished"
    assert (root / "clients/a.yaml").stat().st_mode & 0o777 == 0o640


def test_a_pulled_list_gives_no_file_more_than_permissions(root):
    (root / PENDING).mkdir()
    (root / PENDING / "0.new").write_bytes(b"client: A\n")
    (root / PENDING / "list.json").write_text('[["clients/a.yaml", false, true, 3583]]')
    settle(root)
    assert (root / "clients/a.yaml").stat().st_mode & 0o7000 == 0


def test_whoever_is_alone_writes_without_waiting_and_others_wait(root, monkeypatch):
    monkeypatch.setattr(write, "_WAIT", 0.05)
    other = f"""
from pathlib import Path
from relplan.files import write
write._WAIT = 0.05
with write.locked(Path({str(root / "touches")!r})):
    pass
"""
    command = [sys.executable, "-c", other]
    with journal.alone(root):
        write_all(root, CHANGES)
        assert (
            b"another relplan is writing in touches/"
            in subprocess.run(command, capture_output=True, check=False).stderr
        )
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert texts(root) == NEW


def test_a_book_that_cannot_be_written_is_refused_before_it_is_read(root):
    (root / "touches/acme.yaml").unlink()
    (root / "touches").rmdir()
    (root / "touches").write_bytes(b"")
    with (
        pytest.raises(Refused, match=r"cannot be written \(File exists\); nothing was changed"),
        journal.alone(root),
    ):
        pytest.fail("it is not alone")
