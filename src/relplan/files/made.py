"""A folder of files that relplan makes anew each time: it holds nothing else, and it says so itself.

The list of what was made lies in the folder. Only what stands on it is ever replaced or removed.
"""

import os
import re
import shutil
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from relplan.errors import Refused
from relplan.files.disk import Unreadable, read_bytes
from relplan.files.write import locked, sync_folder

LIST = ".relplan-site"
_FIRST = "made by relplan site, which removes what is listed here and is no longer made"
_STAGE = ".relplan-site-new"
_BESIDE = frozenset({LIST, ".relplan-lock", ".DS_Store", "Thumbs.db", "desktop.ini"})
"""What may stand beside the pages: ours, and what a desktop leaves where somebody looked."""
_MADE = re.compile(r"(?:[a-z]+/)?[a-z0-9][a-z0-9-]*\.(?:html|css|js)", re.ASCII)
_OWN = ("clients", "prospects", "campaigns", "touches", "templates", "reviews")


@dataclass(frozen=True)
class Difference:
    """What making the files would do to the folder: their names, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    gone: tuple[str, ...]


def difference(folder: Path, made: Mapping[str, bytes]) -> Difference:
    """How the folder differs from what was made; Refused where it holds what is not ours."""
    try:
        return _difference(folder, made)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused(f"{folder} cannot be looked at ({why}); nothing was changed") from None


def _difference(folder: Path, made: Mapping[str, bytes]) -> Difference:
    listed = _listed(folder)
    there = {name for name in {*listed, *made} if _is_file(folder / name)}
    same = {name for name in there & made.keys() if (folder / name).read_bytes() == made[name]}
    return Difference(
        tuple(sorted(made.keys() - there)),
        tuple(sorted((there & made.keys()) - same)),
        tuple(sorted(same)),
        tuple(sorted(there - made.keys())),
    )


def refuse_own_folders(folder: Path, root: Path) -> None:
    """Refused where the folder is the book itself, or lies in a folder that holds the book's files.

    Folders are compared as the disk knows them, so that neither links nor capitals hide one.
    """
    for one in (folder, *folder.parents):
        if not one.exists():
            continue
        below = folder.parts[len(one.parts) :]
        if one.samefile(root) and (not below or below[0].startswith(".")):
            raise Refused(f"{folder} is the book's own; name a folder for the site alone")
        for own in _OWN:
            if (root / own).exists() and one.samefile(root / own):
                raise Refused(f"{folder} lies in {own}/ of the book; name a folder outside of it")


def make(folder: Path, made: Mapping[str, bytes]) -> Difference:
    """Bring the folder to hold exactly these files.

    Everything is written beside first, so that a full disk changes nothing; then each file takes
    its place at once, and the list is right at every moment in between.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            found = difference(folder, made)
            _put(folder, made, found)
            return found
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused(f"{folder} could not be written ({why}); run it again") from None


def _put(folder: Path, made: Mapping[str, bytes], found: Difference) -> None:
    fresh = (*found.new, *found.changed)
    stage = folder / _STAGE
    shutil.rmtree(stage, ignore_errors=True)  # of a run that was killed: the lock is ours
    try:
        for name in fresh:
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            # Not synced: a page that a crash took is written again by the next run.
            (stage / name).write_bytes(made[name])
        _list(folder, {*made, *found.gone})
        for name in fresh:
            (folder / name).parent.mkdir(exist_ok=True)
            (stage / name).replace(folder / name)
        for name in found.gone:
            (folder / name).unlink()
        _list(folder, made)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    for one in sorted({(folder / name).parent for name in found.gone} - {folder}):
        if not any(one.iterdir()):
            one.rmdir()
    sync_folder(folder)


def _list(folder: Path, names: Iterable[str]) -> None:
    """Write down what is ours, at once, unless it stands there already."""
    text = "\n".join([_FIRST, *sorted(names), ""]).encode("ascii")
    if not (folder / LIST).is_file() or (folder / LIST).read_bytes() != text:
        beside = folder / _STAGE / LIST
        beside.parent.mkdir(exist_ok=True)
        beside.write_bytes(text)
        beside.replace(folder / LIST)


def _listed(folder: Path) -> frozenset[str]:
    """The files that relplan made here; Refused when the folder holds anything else."""
    if not os.path.lexists(folder):
        return frozenset()
    if not folder.is_dir():
        raise Refused(f"{folder} is no folder; name one that is empty or not there yet")
    listed = _read_list(folder)
    above = {name.partition("/")[0] for name in listed if "/" in name} | {_STAGE}
    for one in sorted(folder.rglob("*")):
        name, kind = one.relative_to(folder).as_posix(), one.lstat().st_mode
        ours = (
            (stat.S_ISREG(kind) and (name in listed or one.name in _BESIDE))
            or (stat.S_ISDIR(kind) and name in above)
            or name.startswith(f"{_STAGE}/")
        )
        if not ours:
            raise Refused(
                f"{folder} holds {name}, which relplan site did not make; name an empty folder,"
                " or take it away"
            )
    return listed


def _read_list(folder: Path) -> frozenset[str]:
    if not os.path.lexists(folder / LIST):
        return frozenset()
    try:
        lines = read_bytes(folder / LIST, folder.resolve()).decode("ascii").splitlines()
    except (Unreadable, UnicodeDecodeError):
        lines = []
    if lines[:1] != [_FIRST] or not all(_MADE.fullmatch(line) for line in lines[1:]):
        raise Refused(f"{folder}/{LIST} is not as relplan site writes it; name another folder")
    return frozenset(lines[1:])


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
