"""A large book read by all cores: each process reads its share and hands back packed facts.

The others are started anew with nothing but the reader and text between them, so it is the same on
every system. Whatever one of them does not hand back the caller reads itself.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

WORTH_IT = 120
"""So many files take as long to read as it takes to start a process that reads."""
_MOST = 8
_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from relplan.files.crew import work; work()"


def shared(root: Path, paths: Sequence[str]) -> list[tuple["subprocess.Popen[bytes]", list[str]]]:
    """Processes that read a share of the files each; none where it is not worth it."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    hands = min(cores, _MOST, len(paths) // WORTH_IT + 1)
    if hands < 2 or not sys.executable or getattr(sys, "frozen", False):
        return []
    return [
        _hired(root, share) for number in range(1, hands) if (share := list(paths[number::hands]))
    ]


def _hired(root: Path, share: list[str]) -> tuple["subprocess.Popen[bytes]", list[str]]:
    where = json.dumps([one for one in sys.path if one])  # never the folder that is worked in
    process = subprocess.Popen(  # noqa: S603 -- ourselves, by a fixed line
        [sys.executable, "-I", "-c", _START, where],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    try:
        process.stdin.write(json.dumps([os.fspath(root), share]).encode())
        process.stdin.close()
    except OSError:
        process.kill()
    return process, share


def handed_back(process: "subprocess.Popen[bytes]", share: Sequence[str]) -> dict[str, bytes]:
    """The packed facts of the files of a share; what is missing was not read."""
    assert process.stdout is not None
    with process.stdout as pipe:
        lines = pipe.read().split(b"\n")
    if process.wait() != 0 or len(lines) != len(share):
        return {}
    return {path: line for path, line in zip(share, lines, strict=True) if line}


def work() -> None:
    """What such a process does: read the files that it is told of, then print their facts."""
    import gc

    from relplan.files.packed import pack
    from relplan.files.reading import read_one

    gc.disable()  # as in any command: there are no cycles to look for
    root, share = json.load(sys.stdin)
    # All at the end: whoever waits reads its own share first, and a full pipe would stop this one.
    lines = [pack(read_one(Path(root), path)) for path in share]
    sys.stdout.buffer.write(b"\n".join(lines))
