import errno
import os
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from relplan.errors import Refused
from relplan.files import write

OLD = b"- {date: 2026-11-03}\n"
NEW = OLD + b"- {date: 2026-11-04}\n"


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "touches" / "acme.yaml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def rewrite(path, new=NEW):
    return write.rewrite(path, lambda _: new, path.parents[1])


def left_beside(path):
    return sorted(one.name for one in path.parent.iterdir() if one.name != path.name)


def test_the_change_gets_the_old_bytes_and_its_result_is_written(log):
    assert write.rewrite(log, lambda old: old + b"x", log.parent) == OLD + b"x"
    assert log.read_bytes() == OLD + b"x"
    assert left_beside(log) == []


def test_a_file_that_is_not_there_is_begun_with_its_folder(tmp_path):
    path = tmp_path / "touches" / "new.yaml"
    seen = []
    write.rewrite(path, lambda old: seen.append(old) or NEW, tmp_path)
    assert (seen, path.read_bytes()) == ([None], NEW)


def test_bytes_that_stay_the_same_are_not_written(log):
    before = log.stat()
    rewrite(log, OLD)
    assert (log.stat().st_ino, log.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_the_mode_stays(log, mode):
    log.chmod(mode)
    rewrite(log)
    assert stat.S_IMODE(log.stat().st_mode) == mode


def test_the_owner_stays_or_the_write_goes_on(log, monkeypatch):
    asked = []

    def forbidden(_, uid, gid):
        asked.append((uid, gid))
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", forbidden)
    monkeypatch.setattr(write, "_owner", lambda _: (4242, 4242))
    rewrite(log)
    assert asked == [(log.stat().st_uid, log.stat().st_gid)]
    assert log.read_bytes() == NEW


def test_a_link_inside_the_book_is_followed_and_stays_a_link(log):
    link = log.with_name("other.yaml")
    link.symlink_to("acme.yaml")
    rewrite(link)
    assert link.is_symlink()
    assert log.read_bytes() == NEW


@pytest.mark.parametrize("of_folder", [False, True])
def test_nothing_is_written_through_a_link_out_of_the_book(tmp_path, of_folder):
    book, outside = tmp_path / "book", tmp_path / "outside"
    (outside / "touches").mkdir(parents=True)
    foreign = outside / "touches" / "acme.yaml"
    foreign.write_bytes(OLD)
    book.mkdir()
    if of_folder:
        (book / "touches").symlink_to(outside / "touches")
    else:
        (book / "touches").mkdir()
        (book / "touches" / "acme.yaml").symlink_to(foreign)
    with pytest.raises(Refused, match=r"leads out of the book; nothing was changed$"):
        rewrite(book / "touches" / "acme.yaml")
    with pytest.raises(Refused):
        write.create(book / "touches" / ("new.yaml" if of_folder else "acme.yaml"), "x", book)
    assert foreign.read_bytes() == OLD
    assert [one.name for one in outside.rglob("*")] == ["touches", "acme.yaml"]


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path):
    path = tmp_path / "touches" / "a.yaml"
    path.parent.mkdir()
    path.symlink_to("b.yaml")
    path.with_name("b.yaml").symlink_to("a.yaml")
    with pytest.raises(Refused, match="nothing was changed"):
        rewrite(path)


def test_a_hard_link_is_refused(log, tmp_path):
    os.link(log, tmp_path / "second")
    with pytest.raises(
        Refused, match=r"has a second name \(a hard link\), .+; nothing was changed$"
    ):
        rewrite(log)
    assert log.read_bytes() == OLD
    assert (tmp_path / "second").stat().st_ino == log.stat().st_ino


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_regular_file_is_refused_and_never_opened(log, make):
    log.unlink()
    make(log)
    with pytest.raises(Refused, match="is not a regular file; nothing was changed"):
        rewrite(log)


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "touches").write_text("x")
    with pytest.raises(Refused, match=r"could not be written \(.+\); nothing was changed"):
        rewrite(tmp_path / "touches" / "acme.yaml")


FAULTS = [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EDQUOT, errno.EROFS]


def failing(number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("step", ["open", "write", "short write", "fsync", "chmod", "replace"])
def test_a_fault_leaves_the_old_file_and_nothing_else(log, monkeypatch, step, number):
    if step == "short write":
        real, written = os.write, []

        def half(handle, part):
            if written:
                failing(number)()
            written.append(real(handle, part[:5]))
            return 5

        monkeypatch.setattr(os, "write", half)
    elif step == "open":
        opened = os.open
        monkeypatch.setattr(
            os, "open", lambda *a: failing(number)() if "relplan-new" in str(a[0]) else opened(*a)
        )
    elif step in ("write", "fsync"):
        monkeypatch.setattr(os, step, failing(number))
    else:
        monkeypatch.setattr(Path, step, failing(number))
    with pytest.raises(Refused) as caught:
        rewrite(log)
    monkeypatch.undo()
    why = os.strerror(number)
    assert str(caught.value) == f"{log} could not be written ({why}); nothing was changed"
    assert caught.value.exit_code == 3
    assert log.read_bytes() == OLD
    assert left_beside(log) == []


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_an_interrupt_leaves_the_old_file_and_nothing_else(log, monkeypatch, step):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path if step == "replace" else os, step, interrupt)
    with pytest.raises(KeyboardInterrupt):
        rewrite(log)
    monkeypatch.undo()
    assert log.read_bytes() == OLD
    assert left_beside(log) == []
    rewrite(log)
    assert log.read_bytes() == NEW


def test_a_file_that_is_replaced_is_not_called_unchanged(log, monkeypatch):
    synced = []
    real = os.fsync

    def only_files(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            synced.append(handle)
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert rewrite(log) == NEW
    assert len(synced) == 1
    assert log.read_bytes() == NEW


def test_short_writes_are_continued(log, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, part: real(handle, part[:3]))
    rewrite(log)
    assert log.read_bytes() == NEW


def test_the_file_is_on_the_disk_before_it_takes_the_name(log, monkeypatch):
    order = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: order.append("fsync") or fsync(handle))
    monkeypatch.setattr(Path, "replace", lambda a, b: order.append("replace") or replace(a, b))
    rewrite(log)
    assert order == ["fsync", "replace", "fsync"]


def test_a_change_by_somebody_else_meanwhile_is_kept(log):
    def change(_):
        log.write_bytes(b"- {date: 2020-01-01}\n")
        return NEW

    with pytest.raises(Refused, match=r"^acme.yaml was changed by somebody else in this moment"):
        write.rewrite(log, change, log.parent)
    assert log.read_bytes() == b"- {date: 2020-01-01}\n"
    assert left_beside(log) == []


def test_a_file_that_somebody_else_removes_or_makes_meanwhile_is_noticed(log):
    with pytest.raises(Refused, match="somebody else"):
        write.rewrite(log, lambda _: log.unlink() or NEW, log.parent)
    assert not log.exists()
    with pytest.raises(Refused, match="somebody else"):
        write.rewrite(log, lambda _: log.write_bytes(OLD) and NEW, log.parent)
    assert log.read_bytes() == OLD


def test_an_error_of_the_change_changes_nothing(log):
    def change(_):
        raise Refused("not like this")

    with pytest.raises(Refused, match=r"^not like this$"):
        write.rewrite(log, change, log.parent)
    assert log.read_bytes() == OLD
    rewrite(log)


def test_a_second_writer_waits_and_then_gives_up(log, monkeypatch):
    monkeypatch.setattr(write, "_WAIT", 0.05)
    with (
        write.locked(log.parent),
        pytest.raises(Refused, match=r"^another relplan is writing in touches/"),
    ):
        rewrite(log)
    assert rewrite(log) == NEW


def test_writers_in_turn_lose_nothing(log):
    def add(number):
        write.rewrite(log, lambda old: old + b"%d\n" % number, log.parent)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(log.read_bytes()[len(OLD) :].split()) == sorted(b"%d" % n for n in range(16))
    assert left_beside(log) == []


def test_a_new_file_is_written_as_utf_8_and_byte_for_byte(tmp_path):
    write.create(tmp_path / "clients" / "a.yaml", "client: Müller\n", tmp_path)
    assert (tmp_path / "clients" / "a.yaml").read_bytes() == b"client: M\xc3\xbcller\n"


@pytest.mark.parametrize("there", ["file", "folder", "dangling"])
def test_a_new_file_never_takes_the_place_of_another(tmp_path, there):
    path = tmp_path / "a.yaml"
    if there == "file":
        path.write_text("mine")
    elif there == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere.yaml")
    with pytest.raises(Refused, match=r"a\.yaml is there already; nothing was changed$"):
        write.create(path, "x", tmp_path)
    assert path.is_symlink() or path.is_dir() or path.read_text() == "mine"
    assert not (tmp_path / "nowhere.yaml").exists()


def test_a_file_that_appears_in_the_last_moment_is_kept(tmp_path, monkeypatch):
    path = tmp_path / "a.yaml"
    path.write_text("mine")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(Refused, match="is there already"):
        write.create(path, "x", tmp_path)
    assert path.read_text() == "mine"


KILLED = (
    "import sys; from pathlib import Path; from relplan.files.write import rewrite; "
    "p = Path(sys.argv[1]); rewrite(p, lambda old: old * 1000, p.parent)"
)


@pytest.mark.parametrize("call", ["fsync", "rename,renameat,renameat2"])
def test_a_kill_leaves_the_whole_old_file(log, call):
    if not shutil.which("strace"):
        pytest.skip("strace is not installed here: nothing can kill relplan in the right moment")
    inject = f"inject={call}:signal=KILL:when=1"
    done = subprocess.run(
        [
            *["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", inject],
            *[sys.executable, "-c", KILLED, str(log)],
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if "PTRACE" in done.stderr or "ptrace" in done.stderr:
        pytest.skip(f"strace may not trace here: {done.stderr.strip()}")
    assert done.returncode != 0
    assert log.read_bytes() == OLD
    assert all(name.startswith(".acme.yaml.") for name in left_beside(log))
    rewrite(log)
    assert log.read_bytes() == NEW
