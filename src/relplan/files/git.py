"""What relplan asks git, by commands that run nothing that a repository names.

The recipe (no pager, no locks, no hooks, no fsmonitor, no signature programs, no text conversion)
is explained in docs/architecture.md; a repository's own configuration is foreign text.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_QUIET = (
    "git",
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.quotepath=off",
    "-c",
    "log.showSignature=false",
)
_INHERITED = (
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_WORK_TREE",
    "GIT_PREFIX",
    "GIT_EXTERNAL_DIFF",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
)


NO_REPOSITORY = "this book is not in a git repository, so there is no history yet"


class Answer(NamedTuple):
    """What git printed, or why it did not."""

    output: bytes
    trouble: str = ""


class ByLines(NamedTuple):
    """What `git merge-file` printed, and its exit code: the number of conflicts, or 255."""

    output: bytes
    code: int


def ask(root: Path, *words: str, given: bytes = b"", seconds: float = 20) -> Answer:
    """What git prints for these words in `root`; `trouble` is one line when it does not answer."""
    try:
        done = _run(root, words, given, seconds)
    except FileNotFoundError:
        return Answer(b"", "git is not installed here")
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer(b"", f"git did not answer ({type(error).__name__})")
    if done.returncode == 0:
        return Answer(done.stdout)
    return Answer(b"", _trouble(done.stderr.decode("utf-8", "replace")))


def merge_by_lines(base: Path, ours: Path, theirs: Path, size: int) -> ByLines:
    """The merge of three files that git itself makes where no driver is set up."""
    labels = (word for name in ("ours", "base", "theirs") for word in ("-L", name))
    files = (str(one.absolute()) for one in (ours, base, theirs))
    words = ("merge-file", "-p", f"--marker-size={size}", *labels, *files)
    try:
        done = _run(ours.absolute().parent, words, b"", 60)
    except (OSError, subprocess.TimeoutExpired):
        return ByLines(b"", 255)
    return ByLines(done.stdout, done.returncode)


def _run(
    root: Path, words: Sequence[str], given: bytes, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _INHERITED}
    # A partial clone fetches what it misses, by a program that its own configuration names.
    offline = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"} | offline
    return subprocess.run(  # noqa: S603 -- a fixed argv, never a shell
        [*_QUIET, *words],
        cwd=root,
        env=environment,
        input=given,
        capture_output=True,
        timeout=seconds,
        check=False,
    )


def in_a_repository(folder: Path) -> bool:
    """True when git says that the folder is part of a repository's work tree."""
    return ask(folder, "rev-parse", "--is-inside-work-tree").output == b"true\n"


def shows_the_base(folder: Path) -> bool:
    """True when git's conflicts are to show the common version too (merge.conflictStyle)."""
    style = ask(folder, "config", "--get", "merge.conflictStyle").output.strip()
    return style in (b"diff3", b"zdiff3")


def user_email(root: Path) -> str | None:
    """The e-mail address that git would sign a commit with here; None where none is set."""
    found = ask(root, "config", "--get", "user.email").output
    return found.decode("utf-8", "replace").strip() or None


def top(folder: Path) -> Path | None:
    """The top folder of the repository that `folder` is in; None outside of any."""
    found = ask(folder, "rev-parse", "--show-toplevel").output
    return Path(os.fsdecode(found).removesuffix("\n")) if found else None


def prefix(root: Path) -> str:
    """The folder inside its repository, with a slash behind it; empty at the top or outside of any."""
    found = ask(root, "rev-parse", "--show-prefix").output
    return found.decode("utf-8", "replace").removesuffix("\n")


def _trouble(said: str) -> str:
    if "dubious ownership" in said:
        return (
            "git does not trust this folder, because somebody else owns it;"
            " see: git help config, safe.directory"
        )
    if "not a git repository" in said:
        return NO_REPOSITORY
    if "does not have any commits" in said:
        return "nothing is committed in this repository yet"
    first = said.strip().splitlines()[:1]
    return f"git said: {first[0]}" if first else "git did not answer"
