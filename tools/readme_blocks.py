"""README's console blocks: run them, compare them, or write their output anew.

A block is fenced as `console`; lines that begin with `$ ` are commands, the rest is what they print
on a pipe (standard output, then standard error). A line `…` stands for any lines left out. `cd`,
`export` and `echo … >> file` are done here, `relplan` by the interpreter that runs this; nothing
else is run.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_APPEND = re.compile(r"echo '(?P<text>[^']*)' >> (?P<file>\S+)")


class Shown(NamedTuple):
    """A command of a block with the output that the page shows for it."""

    command: str
    output: list[str]


def blocks(page: str) -> Iterator[list[Shown]]:
    """The commands of each block of a page, in order."""
    for found in _BLOCK.finditer(page):
        yield _shown(found[1])


def differing(page: str, folder: Path) -> list[str]:
    """What the page shows and the commands, run in `folder`, do not print; one line each."""
    faults = []
    for shown, printed in _run_all(page, folder):
        if not matches(shown.output, printed):
            said = "\n".join(printed) or "nothing"
            faults.append(f"$ {shown.command}\nprints:\n{said}\nnot:\n" + "\n".join(shown.output))
    return faults


def refreshed(page: str, folder: Path) -> str:
    """The page with the output of every command as it is now; `…` stays where it stood."""
    results = iter(_run_all(page, folder))

    def block(found: re.Match[str]) -> str:
        lines = []
        for shown in _shown(found[1]):
            _, printed = next(results)
            lines += [f"$ {shown.command}", *_shortened(shown.output, printed)]
        return "```console\n" + "\n".join(lines) + "\n```"

    return _BLOCK.sub(block, page)


def matches(shown: list[str], printed: list[str]) -> bool:
    """True when the shown lines are the printed ones, `…` standing for any lines."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(matches(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


def lint_output(book: Path, today: str) -> str:
    """What `relplan lint` prints on a pipe of this book on that day."""
    words = ["relplan", "lint", "--today", today]
    return "\n".join(_run(words, book, _clean(Path(tempfile.gettempdir()) / "relplan-docs"))) + "\n"


def _shown(text: str) -> list[Shown]:
    found: list[Shown] = []
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            found.append(Shown(line[2:], []))
        elif found:
            found[-1].output.append(line)
    return found


def _shortened(shown: list[str], printed: list[str]) -> list[str]:
    if "…" not in shown:
        return printed
    head = shown.index("…")
    tail = len(shown) - head - 1
    return [*printed[:head], "…", *(printed[-tail:] if tail else [])]


def _run_all(page: str, folder: Path) -> list[tuple[Shown, list[str]]]:
    here = folder
    environment = _clean(folder / ".cache")
    results = []
    for block in blocks(page):
        for shown in block:
            words = shlex.split(shown.command)
            if words[0] == "cd":
                here = here / words[1]
                results.append((shown, []))
            elif words[0] == "export":
                environment |= dict(word.split("=", 1) for word in words[1:])
                results.append((shown, []))
            elif words[0] == "unset":
                environment = {name: v for name, v in environment.items() if name not in words[1:]}
                results.append((shown, []))
            elif appended := _APPEND.fullmatch(shown.command):
                with (here / appended["file"]).open("a", encoding="utf-8") as file:
                    file.write(appended["text"].replace("\\n", "\n") + "\n")
                results.append((shown, []))
            else:
                results.append((shown, _run(words, here, environment)))
    return results


def _clean(cache: Path) -> dict[str, str]:
    """An environment without the reader's own settings of relplan and git."""
    environment = {name: v for name, v in os.environ.items() if not name.startswith("RELPLAN_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    # What a command prints must not depend on a repository that happens to lie around the folder.
    environment["GIT_CEILING_DIRECTORIES"] = str(cache.parent)
    return environment | {"RELPLAN_CACHE": str(cache)}


def _run(words: list[str], here: Path, environment: dict[str, str]) -> list[str]:
    if words[0] != "relplan":
        raise ValueError(f"only relplan is run: {words[0]}")
    done = subprocess.run(
        [sys.executable, "-m", "relplan", *words[1:]],
        cwd=here,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stdout + done.stderr).rstrip("\n").split("\n") if done.stdout + done.stderr else []
