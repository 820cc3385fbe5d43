"""The versions of a file in git, read with one `log` and one `cat-file`, however many there are."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from relplan.files.git import ask

_FORMAT = "--format=%x01%H%x00%as%x00%an%x00"


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
    """Why there are none, or that older ones are missing (a shallow clone); one line."""


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
    changes = [change for change in map(_change, log.output.split(b"\x01")[1:]) if change]
    blobs = _contents(root, [blob for *_, blob in changes])
    versions = tuple(
        Version(commit, date.fromisoformat(day), author, where, blobs.get(blob))
        for commit, day, author, where, blob in changes
    )
    return History(versions, _limits(root))


def _change(entry: bytes) -> tuple[str, str, str, str, str] | None:
    """Commit, day, author, path and blob of one entry of the log; None without a change."""
    parts = [part.decode("utf-8", "replace") for part in entry.split(b"\x00")]
    commit, day, author, *raw = parts
    for index, part in enumerate(raw):
        if part.lstrip("\n").startswith(":"):
            _, _, _, blob, status = part.lstrip("\n").split(" ")
            where = raw[index + 2] if status[0] in "RC" else raw[index + 1]
            return commit, day, author, where, blob
    return None


def _contents(root: Path, blobs: list[str]) -> dict[str, bytes]:
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


def _limits(root: Path) -> str:
    shallow = ask(root, "rev-parse", "--is-shallow-repository").output.strip() == b"true"
    return (
        "this clone is shallow: older versions are not here (git fetch --unshallow)"
        if shallow
        else ""
    )
