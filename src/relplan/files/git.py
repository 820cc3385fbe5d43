"""What relplan asks git, by commands that run nothing that a repository names."""

import os
import subprocess
from pathlib import Path

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
    "log.showSignature=false",
)
_INHERITED = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX")


def ask(root: Path, *words: str, seconds: float = 10) -> str | None:
    """What git prints for these words in `root`; None when it is missing or says no."""
    environment = {name: v for name, v in os.environ.items() if name not in _INHERITED}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed argv, never a shell
            [*_QUIET, *words],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def user_email(root: Path) -> str | None:
    """The e-mail address that git would sign a commit with here; None where none is set."""
    found = ask(root, "config", "--get", "user.email")
    return found.strip() or None if found else None
