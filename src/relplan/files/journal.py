"""Changes of several files: all of them or none, also when the machine stops halfway.

Old and new bytes of every file are kept in a folder of the book before the first file is touched;
the list of them, put in place by one rename, is the moment from which the change will be finished.
"""

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from relplan.errors import Refused
from relplan.files import write
from relplan.files.book import FOLDERS
from relplan.files.disk import SETTINGS

PENDING = ".relplan-pending"
_LIST = "list.json"
_OURS = re.compile(
    rf"{re.escape(SETTINGS)}|(?:{'|'.join(FOLDERS)})/[^/]+\.yaml|reviews/[^/]+/[^/]+"
)
"""What a change may touch. A pulled repository could hold a list of its own making: it reaches no
other file, and none of git's."""


class Change(NamedTuple):
    """One file's bytes before and after, by its path in the book; None is: no such file."""

    path: str
    old: bytes | None
    new: bytes | None
    mode: int | None = None
    """The permissions of a file that moves: where it is begun, it gets them."""


class Waiting(Refused):
    """A change that could be neither finished nor undone; it is tried again by the next command."""


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """No other relplan writes in the book while this lasts: what is read in it stays as it is."""
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(write.kept(root))
            (root / "touches").mkdir(exist_ok=True)  # or a first log would be begun unseen
            real = {(root / name).resolve() for name in FOLDERS if (root / name).is_dir()}
            for folder in sorted(real - {root}):
                stack.enter_context(write.kept(folder))
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise Refused(f"{root.name} cannot be written ({why}); nothing was changed") from None
        yield


def write_all(root: Path, changes: Sequence[Change]) -> None:
    """Make all the changes or none; Refused when a file is not what it was, or cannot be written.

    A change that could be neither finished nor undone stays in the book's pending folder, says
    so, and is settled by the next command.
    """
    changes = [one for one in changes if one.old != one.new]
    if not changes:
        return
    try:
        with _locked(root, changes):
            _settle(root)
            _refuse_foreign(root, changes)
            if len(changes) == 1:
                _put(root, changes[0])
            else:
                _record(root, changes)
                _finish(root, changes)
    except OSError as error:
        why = error.strerror or type(error).__name__
        what = changes[0].path if len(changes) == 1 else root.name
        raise Refused(f"{what} could not be written ({why}); nothing was changed") from None


def settle(root: Path) -> str:
    """Finish what an interrupted command left in the book `root`; says so in one line, or nothing.

    Another relplan that is writing now is left alone. Refused when nothing can be done about it.
    """
    if not os.path.lexists(root / PENDING):
        return ""
    try:
        with write.locked(root):
            changes = _recorded(root)
            with contextlib.ExitStack() as folders:
                for folder in _folders(root, changes) - {root}:
                    folders.enter_context(write.locked(folder))
                return _settle(root)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Waiting(
            f"a change of several files was interrupted and cannot be finished ({why}); mend that"
            " and run any command, or look at git status"
        ) from None


@contextlib.contextmanager
def _locked(root: Path, changes: Sequence[Change]) -> Iterator[None]:
    with contextlib.ExitStack() as stack:
        stack.enter_context(write.locked(root))
        for folder in sorted(_folders(root, changes) - {root}):
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(write.locked(folder))
        yield


def _folders(root: Path, changes: Sequence[Change]) -> set[Path]:
    return {write.target_of(root / one.path, root).parent for one in changes}


def _settle(root: Path) -> str:
    if not os.path.lexists(root / PENDING):
        return ""
    changes = _recorded(root)
    left = [one.path for one in changes if _now(root, one) not in (one.old, one.new)]
    if all(_now(root, one) == one.new for one in changes):
        _clear(root)
        return ""
    _finish(root, [one for one in changes if one.path not in left])
    said = f"a change of {len(changes)} files that was interrupted has been finished"
    return f"{said}, but {', '.join(left)} had been changed since and stayed" if left else said


def _refuse_foreign(root: Path, changes: Sequence[Change]) -> None:
    for one in changes:
        if _now(root, one) != one.old:
            raise Refused(
                f"{one.path} was changed by somebody else since it was read; nothing was changed"
            )


def _now(root: Path, one: Change) -> bytes | None:
    return write.current(write.target_of(root / one.path, root))


def _record(root: Path, changes: Sequence[Change]) -> None:
    folder = root / PENDING
    try:
        folder.mkdir()
        for number, one in enumerate(changes):
            for name, content in (("old", one.old), ("new", one.new)):
                if content is not None:
                    write.write_new(folder / f"{number}.{name}", content)
        listed = [[one.path, one.old is not None, one.new is not None, one.mode] for one in changes]
        write.write_new(folder / f"{_LIST}.part", json.dumps(listed).encode())
        (folder / f"{_LIST}.part").replace(folder / _LIST)
        write.sync_folder(folder)
        write.sync_folder(root)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _recorded(root: Path) -> list[Change]:
    """The changes that were about to be made; none where the list was never put in place."""
    folder = root / PENDING
    if folder.is_symlink() or not (folder / _LIST).is_file():
        return []
    try:
        listed = json.loads((folder / _LIST).read_bytes())
        found = [
            Change(
                path,
                (folder / f"{number}.old").read_bytes() if had else None,
                (folder / f"{number}.new").read_bytes() if has else None,
                int(mode) & 0o777 if mode is not None else None,
            )
            for number, (path, had, has, mode) in enumerate(listed)
        ]
    except (ValueError, TypeError, FileNotFoundError):
        raise Waiting(f"{PENDING}/ is not what relplan wrote; look at it and remove it") from None
    if strange := [one.path for one in found if not _OURS.fullmatch(one.path)]:
        raise Waiting(
            f"{PENDING}/ would change {strange[0]}, which no plan is; look at it and remove it"
        )
    return found


def _finish(root: Path, changes: Sequence[Change]) -> None:
    """Put every new file in its place, or every old one back."""
    try:
        _put_all(root, changes)
    except KeyboardInterrupt:
        _put_all(root, changes)  # from here on it is faster to end it than to undo it
        _clear(root)
        raise
    except (OSError, Refused) as error:
        _undo(root, changes, error)
        why = getattr(error, "strerror", None) or str(error)
        raise Refused(f"not all files could be written ({why}); nothing was changed") from None
    _clear(root)


def _undo(root: Path, changes: Sequence[Change], error: Exception) -> None:
    try:
        _put_all(root, [one._replace(old=one.new, new=one.old) for one in changes])
    except (OSError, Refused):
        why = getattr(error, "strerror", None) or str(error)
        raise Waiting(
            f"not all files could be written ({why}); {PENDING}/ keeps them, and the next command"
            " finishes it"
        ) from None
    _clear(root)


def _put_all(root: Path, changes: Sequence[Change]) -> None:
    for one in changes:
        _put(root, one)


def _put(root: Path, one: Change) -> None:
    target = write.target_of(root / one.path, root)
    if one.new is None:
        target.unlink(missing_ok=True)
        write.sync_folder(target.parent)
    elif write.current(target) != one.new:
        write.replace(target, one.new, one.mode)


def _clear(root: Path) -> None:
    """Take the list away. One that stayed would be followed again, after later changes."""
    try:
        (root / PENDING / _LIST).unlink(missing_ok=True)
    except OSError as error:
        raise Waiting(
            f"the change is made, but {PENDING}/ cannot be removed ({error.strerror}); remove it"
            " before anything else"
        ) from None
    if (root / PENDING).is_symlink():
        (root / PENDING).unlink()
    shutil.rmtree(root / PENDING, ignore_errors=True)
    write.sync_folder(root)
