"""What a clone needs so that git merges plans by id: lines of .gitattributes, and configuration.

The lines travel with the book. The configuration does not: it names a program, and git rightly
lets nobody else's repository decide what runs here.
"""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from relplan.errors import Refused
from relplan.files import git, write
from relplan.files.disk import Unreadable, read_bytes

ATTRIBUTES = ".gitattributes"
LINES = (
    "touches/*.yaml merge=union",
    "clients/*.yaml merge=relplan diff=relplan",
    "prospects/*.yaml merge=relplan diff=relplan",
    "campaigns/*.yaml merge=relplan diff=relplan",
    "relplan.yaml merge=relplan diff=relplan",
)
COLLECTIONS = (
    "answers|away|clients|closed|columns|decided|expects|for|held|holidays|ignore|influences|initiatives"
    "|interests|judgement|measure|needs|our_faults|ours|owner|people|per_client|per_path|priority"
    "|promise|prospects|relationship|rules|sales|sections|select|status|tags|taken|unless|vague|where|with"
    "|without|words"
)
"""The fields of an item that hold more than a text: their lines begin as an item's line does."""


class Setting(NamedTuple):
    """A line of git's configuration: what it is called, what it must hold, what it holds."""

    key: str
    wanted: str
    found: str


class Setup(NamedTuple):
    """What is not yet as it must be; `overruled` are lines that are there without effect."""

    lines: tuple[str, ...]
    overruled: tuple[str, ...]
    settings: tuple[Setting, ...]

    @property
    def complete(self) -> bool:
        """True when git merges plans by id here."""
        return not (self.lines or self.overruled or self.settings)


def wanted() -> dict[str, str]:
    """The configuration that the driver needs."""
    return {
        "merge.relplan.name": "merge plans by id (relplan)",
        "merge.relplan.driver": driver(sys.executable),
        "diff.relplan.xfuncname": item_lines(),
    }


def driver(python: str) -> str:
    """The command that git hands to a shell for each merge.

    The interpreter by its path, since git clients with windows rarely know a virtual environment;
    `-P` because git runs this in the repository, where a file `yaml.py` may lie. Where relplan or
    its interpreter is gone, no marker was written, and git's own merge by lines is made instead.
    """
    run = shlex.quote(python).replace("%", "%%") + " -P -m relplan" if python else "relplan"
    labels = "-L ours -L base -L theirs"
    return (
        f"{run} git merge %O %A %B %L %P || {{ grep -q '^<<<<<<<' %A && exit 1;"
        f" git merge-file --marker-size=%L {labels} %A %O %B; }}"
    )


def item_lines() -> str:
    """The pattern of lines that begin an item: a hunk's header shows the last one above it."""
    item = """^ *(["']?[a-z0-9][a-z0-9_-]*["']?:)([[:space:]]*$|[[:space:]]+[#{])"""
    return f"!^ +({COLLECTIONS}):\n{item}"


def state(root: Path) -> Setup:
    """What is missing or different for the book `root`; Refused where git cannot be asked."""
    trouble = git.ask(root, "rev-parse", "--is-inside-work-tree").trouble
    if trouble == git.NO_REPOSITORY:
        raise Refused("this book is not in a git repository; git init begins one")
    if trouble:
        raise Refused(trouble)
    lines = _without_effect(root)
    written = _lines_of(_attributes(root) or b"")
    settings = (Setting(key, value, _setting(root, key)) for key, value in wanted().items())
    return Setup(
        tuple(one for one in lines if one not in written),
        tuple(one for one in lines if one in written),
        tuple(one for one in settings if one.found != one.wanted),
    )


def write_setup(root: Path, setup: Setup) -> None:
    """Write what is missing; other lines and settings stay as they are."""
    if setup.lines:
        write.rewrite(root / ATTRIBUTES, lambda old: with_lines(old or b"", setup.lines), root)
    for one in setup.settings:
        done = git.ask(root, "config", "--local", "--replace-all", one.key, one.wanted)
        if done.trouble:
            raise Refused(f"{one.key} could not be set: {done.trouble}")


def with_lines(old: bytes, lines: Sequence[str]) -> bytes:
    """The bytes of .gitattributes with these lines at the end."""
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    gap = newline if old and not old.endswith(b"\n") else b""
    return old + gap + b"".join(one.encode() + newline for one in lines)


def _without_effect(root: Path) -> list[str]:
    """The lines whose attributes git does not find for the files that they are about."""
    samples = {line: line.split(" ")[0].replace("*", "a") for line in LINES}
    done = git.ask(root, "check-attr", "-z", "merge", "diff", "--", *samples.values())
    if done.trouble:
        raise Refused(done.trouble)
    words = done.output.decode("utf-8", "replace").split("\0")
    found = {(path, f"{name}={said}") for path, name, said in zip(*[iter(words)] * 3, strict=False)}
    return [
        line
        for line, sample in samples.items()
        if any((sample, word) not in found for word in line.split(" ")[1:])
    ]


def _attributes(root: Path) -> bytes | None:
    path = root / ATTRIBUTES
    if not path.exists():
        return None
    try:
        return read_bytes(path, root.resolve())
    except Unreadable as why:
        raise Refused(f"{ATTRIBUTES}: {why}") from None


def _lines_of(raw: bytes) -> set[str]:
    return {" ".join(line.split()) for line in raw.decode("utf-8", "replace").splitlines()}


def _setting(root: Path, key: str) -> str:
    return (
        git.ask(root, "config", "-z", "--get", key).output.decode("utf-8", "replace").rstrip("\0")
    )
