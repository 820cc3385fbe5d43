"""What relplan asks git, by commands that run nothing that a repository names.

The recipe (no pager, no locks, no hooks, no fsmonitor, no signature programs, no text conversion)
is explained in docs/architecture.md; a repository's own configuration is foreign text.
"""

import os
import subprocess
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


class Answer(NamedTuple):
    """What git printed, or why it did not."""

    output: bytes
    trouble: str = ""


def ask(root: Path, *words: str, given: bytes = b"", seconds: float = 20) -> Answer:
    """What git prints for these words in `root`; `trouble` is one line when it does not answer."""
    environment = {name: value for name, value in os.environ.items() if name not in _INHERITED}
    # A partial clone fetches what it misses, by a program that its own configuration names.
    offline = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"} | offline
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed argv, never a shell
            [*_QUIET, *words],
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except FileNotFoundError:
        return Answer(b"", "git is not installed here")
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer(b"", f"git did not answer ({type(error).__name__})")
    if done.returncode == 0:
        return Answer(done.stdout)
    return Answer(b"", _trouble(done.stderr.decode("utf-8", "replace")))


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
        return "this book is not in a git repository, so there is no history yet"
    if "does not have any commits" in said:
        return "nothing is committed in this repository yet"
    first = said.strip().splitlines()[:1]
    return f"git said: {first[0]}" if first else "git did not answer"
