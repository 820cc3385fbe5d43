"""The versions of a file in git, read with one `log` and one `cat-file`, however many there are."""

from collections.abc import Iterator
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
    """Every version of the file `path` (relative to the book `root`), through renames."""
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
        Version(commit, _day(day), author, where, blobs.get(blob))
        for commit, day, author, where, blob in changes
        if blob in blobs or not blob.strip("0")
    )
    return History(versions, _limits(root, missing=len(changes) - len(versions)))


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


def _day(text: str) -> date:
    """The day that git says; the nearest there is for a forged one beyond the calendar."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.max if text[:5].isdigit() else date.min


def contents(root: Path, blobs: list[str]) -> dict[str, bytes]:
    """The bytes behind the names of contents; those that this clone lacks are left out."""
    wanted = [blob for blob in dict.fromkeys(blobs) if blob.strip("0")]
    if not wanted:
        return {}
    found = ask(root, "cat-file", "--batch", given="\n".join(wanted).encode() + b"\n").output
    contents: dict[str, bytes] = {}
    at = 0
    while at < len(found):
        end = found.index(b"\n", at)
        name, kind, *size = found[at:end].decode().split(" ")
        at = end + 1
        if kind == "blob":
            contents[name] = found[at : at + int(size[0])]
            at += int(size[0]) + 1
    return contents


def _limits(root: Path, missing: int) -> str:
    if ask(root, "rev-parse", "--is-shallow-repository").output.strip() == b"true":
        return "this clone is shallow: older versions are not here (git fetch --unshallow)"
    if missing:
        return f"the content of {missing} older versions is not in this clone"
    return ""
