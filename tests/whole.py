"""The whole program as a process of its own, as somebody at a keyboard or a script runs it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TODAY = "2026-11-25"
NO_DAY = ("lint --help", "rename", "fmt", "schema", "rule", "init", "ideas", "git", "judge")
"""Commands that take no --today."""


def command(*words: str, book: Path | None = None, today: str = TODAY) -> list[str]:
    """The argument list of this call; --book and --today stand where a command takes them."""
    at = 2 if words[0] in ("add", "new", "campaign", "repair", "git") else 1
    where = [] if book is None else ["--book", str(book)]
    day = [] if words[0] in NO_DAY else ["--today", today]
    return [sys.executable, "-m", "relplan", *words[:at], *where, *day, *words[at:]]


def environment(**more: str) -> dict[str, str]:
    """The tester's own, without git's settings; Ben is asking."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "RELPLAN_ME": "ben"}
    return {**own, **nobody, **more}


def run(
    *words: str, book: Path | None = None, today: str = TODAY, seconds: float = 60, **more: Any
) -> subprocess.CompletedProcess[bytes]:
    """What the program did; `environment` among the options is laid over the tester's own."""
    names = environment(**more.pop("environment", {}))
    typed = [*more.pop("before", ()), *command(*words, book=book, today=today)]
    more.setdefault("capture_output", "stdout" not in more)
    return subprocess.run(typed, env=names, timeout=seconds, check=False, **more)


def everything(root: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes, links as what they lead to; git's are left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }


def terminal(*words: str, book: Path, columns: int = 200) -> str:
    """What the program writes to a terminal of so many columns, escapes and all."""
    import pty

    ours, theirs = pty.openpty()
    names = environment(TERM="xterm-256color", COLUMNS=str(columns), LINES="60")
    process = subprocess.Popen(
        command(*words, book=book), stdin=theirs, stdout=theirs, stderr=theirs, env=names
    )
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65536):
            parts.append(part)
    except OSError:
        pass  # Linux says so when the other end is closed
    os.close(ours)
    process.wait(timeout=60)
    return b"".join(parts).decode("utf-8", "replace").replace("\r\n", "\n")
