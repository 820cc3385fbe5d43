"""The versions of a file in git, read with one `log` and one `cat-file`, however many there are."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relplan.files.git import ask

_FORMAT = "--format=%H%x00%as%x00%an%x00"


class Version(NamedTuple):
    """A file as one commit left it; `content` is None when that commit removed it."""

    commit: str
    day: date
    author: str
    path: str
    content: bytes | None


class History(NamedTuple):
    """The versions of a file, newest first, and what a reader must know about their limits."""

    versions: tuple[Version, ...]
    trouble: str = ""
    """Why there are none, or that some are missing (a shallow or partial clone); one line."""


def history(root: Path, path: str) -> History:
    """Every version of the file `path` (relative to the book `root`), through renames.

    A file that was begun as a copy of another has its own history only.
    """
    log = ask(
        root,
        "log",
        "--no-show-signature",
        "--no-ext-diff",
        "--no-textconv",
        "--follow",
        "--raw",
        "--no-abbrev",
        "-z",
        _FORMAT,
        "--",
        path,
    )
    if log.trouble:
        return History((), log.trouble)
    changes = list(_changes(log.output))
    blobs = contents(root, [blob for *_, blob in changes])
    versions = tuple(
        Version(commit, day_of(day), author, where, blobs.get(blob))
        for commit, day, author, where, blob in changes
        if blob in blobs or not blob.strip("0")
    )
    return History(versions, limits(root, missing=len(changes) - len(versions)))


def _changes(output: bytes) -> Iterator[tuple[str, str, str, str, str]]:
    """Commit, day, author, path and blob of each change in a log with NUL between all parts.

    Nothing is looked for inside a part: a name may hold any character but NUL.
    """
    parts = iter(output.decode("utf-8", "replace").split("\0"))
    for commit in parts:
        if not commit:
            continue
        day, author = next(parts, ""), next(parts, "")
        raw = next((part for part in parts if part), "").lstrip("\n").split(" ")
        where = next(parts, "")
        if len(raw) == len(("modes", "of both", "blobs", "of both", "status")):
            where = next(parts, "") if raw[4][0] in "RC" else where
            yield commit, day, author, where, raw[3]
            if raw[4][0] == "C":
                return


def day_of(text: str) -> date:
    """The day that git says; the nearest there is for a forged one beyond the calendar."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.max if text[:5].isdigit() else date.min


def contents(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The content under each name (a blob's, or `commit:./path`) that is here, in one question."""
    wanted = [name for name in dict.fromkeys(names) if name.strip("0") and "\n" not in name]
    if not wanted:
        return {}
    given = "\n".join(wanted).encode("utf-8", "surrogateescape") + b"\n"
    found = ask(root, "cat-file", "--batch", given=given).output
    read: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        end = found.find(b"\n", at)
        kind = found[at:end].split(b" ")[-2:]
        at = end + 1
        if len(kind) == 2 and kind[1].isdigit():
            size = int(kind[1])
            if kind[0] == b"blob":
                read[name] = found[at : at + size]
            at += size + 1
        elif end < 0:
            break
    return read


def limits(root: Path, missing: int) -> str:
    """What a reader must know of this clone when versions are missing; empty when nothing is."""
    if ask(root, "rev-parse", "--is-shallow-repository").output.strip() == b"true":
        return "this clone is shallow: older versions are not here (git fetch --unshallow)"
    if missing:
        return f"the content of {missing} older versions is not in this clone"
    return ""
