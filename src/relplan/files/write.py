"""The one writer: lock, compare with what was read, write beside, replace, and nothing by halves."""

import contextlib
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from relplan.errors import Refused

_WAIT = 20.0
_PAUSE = 0.01
_BUSY = (5, 32, 33)
"""Windows: the file is held open by a virus scanner or a synchroniser for a moment."""

_held: set[tuple[int, Path]] = set()


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Only one relplan at a time writes in `folder`; Refused when another does not finish.

    Nobody waits within `kept`, where the lock is held already.
    """
    if _mine(folder) in _held:
        yield
        return
    handle = _open_lock(folder)
    try:
        deadline = time.monotonic() + _WAIT
        while not _try_lock(handle):
            if time.monotonic() > deadline:
                raise Refused(f"another relplan is writing in {folder.name}/; try again")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder` over several writes of this thread."""
    with locked(folder):
        _held.add(_mine(folder))
        try:
            yield
        finally:
            _held.discard(_mine(folder))


def _mine(folder: Path) -> tuple[int, Path]:
    return threading.get_ident(), folder.resolve()


def rewrite(path: Path, change: Callable[[bytes | None], bytes], inside: Path) -> bytes:
    """Replace the file's bytes by what `change` makes of them, all or nothing; returns the new.

    `change` gets None for a file that does not exist yet. Mode and owner stay; a link is followed
    as long as it stays in the folder `inside`. Refused, with the file as it was, when anything
    goes wrong.
    """
    target = target_of(path, inside)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(target.parent):
            old = current(target)
            new = change(old)
            if current(target) != old:
                raise Refused(f"{path.name} was changed by somebody else in this moment; try again")
            if new != old:
                replace(target, new)
            return new
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused(f"{path} could not be written ({why}); nothing was changed") from None


def create(path: Path, text: str, inside: Path | None = None) -> None:
    """Write a new file; Refused when something of that name is there, or it led out of `inside`."""

    def only_new(old: bytes | None) -> bytes:
        if old is not None:
            raise Refused(f"{path} is there already; nothing was changed")
        return text.encode("utf-8")

    if os.path.lexists(path):
        raise Refused(f"{path} is there already; nothing was changed")
    rewrite(path, only_new, inside or path.resolve().parent)


def target_of(path: Path, inside: Path) -> Path:
    """The file behind a path; Refused outside `inside`: no link in a book leads a write elsewhere."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # RuntimeError is what Python before 3.13 says of a link loop
        raise Refused(f"{path} is a link that leads back to itself; nothing was changed") from None
    if not real.is_relative_to(inside.resolve()):
        raise Refused(f"{path} leads out of the book; nothing was changed")
    return real


def current(path: Path) -> bytes | None:
    """The file's bytes, None where there is none; Refused for what cannot be replaced safely."""
    try:
        kind = os.lstat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(kind.st_mode):
        raise Refused(f"{path} is not a regular file; nothing was changed")
    if kind.st_nlink > 1:
        raise Refused(
            f"{path} has a second name (a hard link), which a safe write would cut off;"
            " nothing was changed"
        )
    return path.read_bytes()


def replace(path: Path, new: bytes, mode: int | None = None) -> None:
    """Put `new` in the place of the file's bytes at once; its folder is locked by the caller.

    The mode and owner of the old file stay; `mode` is for one that is not there yet.
    """
    for left in path.parent.glob(".*.relplan-new"):
        left.unlink()  # of a run that was killed: the lock is ours, so nobody is writing it
    beside = path.with_name(f".{path.name}.{os.getpid()}.relplan-new")
    try:
        write_new(beside, new)
        if path.exists():
            kind = path.stat()
            beside.chmod(stat.S_IMODE(kind.st_mode))
            if hasattr(os, "chown") and (kind.st_uid, kind.st_gid) != _owner(beside):
                with contextlib.suppress(PermissionError):
                    os.chown(beside, kind.st_uid, kind.st_gid)
        elif mode is not None:
            beside.chmod(mode)
        _swap(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    try:
        sync_folder(path.parent)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused(
            f"{path} is written, but the disk did not confirm it ({why}); look before you repeat it"
        ) from None


def write_new(path: Path, new: bytes) -> None:
    """Write a file that is not there yet, and make the disk keep it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666)
    try:
        left = memoryview(new)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(beside: Path, path: Path) -> None:
    for last in (False, False, False, False, True):
        try:
            beside.replace(path)
        except PermissionError as error:
            if last or getattr(error, "winerror", None) not in _BUSY:
                raise
            time.sleep(0.05)
        else:
            return


def _owner(path: Path) -> tuple[int, int]:
    kind = path.stat()
    return kind.st_uid, kind.st_gid


def sync_folder(folder: Path) -> None:
    """Make the disk keep what was renamed or removed in this folder."""
    if os.name == "nt":
        return
    # The file is replaced by now: to say that nothing was changed would be wrong.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


if os.name == "nt":  # pragma: no cover -- Windows has no lock on a folder
    import msvcrt

    def _open_lock(folder: Path) -> int:
        return os.open(folder / ".relplan-lock", os.O_RDWR | os.O_CREAT)

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open_lock(folder: Path) -> int:
        # The folder itself: the file's inode changes with every replace, the folder's does not,
        # and no lock file is left in anybody's repository.
        return os.open(folder, os.O_RDONLY)

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
