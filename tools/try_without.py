"""Take each protection of tests/faults/removals.yaml away, in a copy, and see its tests fail.

Usage: python tools/try_without.py [NUMBER...]

Prints a line for each entry; the exit code is 1 when the tests of one did not fail.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
LIST = ROOT / "tests" / "faults" / "removals.yaml"
WHERE = ("tests/faults", "tests/files/test_faults.py")


def main() -> None:
    """Try the entries that are named, else all."""
    wanted = {int(one) for one in sys.argv[1:]}
    survived = 0
    for one in yaml.safe_load(LIST.read_text(encoding="utf-8")):
        for entry, failed in tried(one, wanted):
            survived += not failed
            print(
                f"T{entry}: {'fails' if failed else 'STILL PASSES'} without {one['file']}: {one['old'].strip()[:60]}",
                flush=True,
            )
    sys.exit(1 if survived else 0)


def tried(removal: dict[str, Any], wanted: set[int]) -> Iterator[tuple[int, bool]]:
    """Each entry of a removal that is wanted, and whether its tests failed."""
    entries = [one for one in removal["entries"] if not wanted or one in wanted]
    if not entries:
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("src", "templates"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        path = copy / "src" / "relplan" / removal["file"]
        path.write_text(without(path.read_text(encoding="utf-8"), removal), encoding="utf-8")
        for entry in entries:
            words = ("-q", "-x", "-p", "no:cacheprovider", "-k", f"t{entry}_", *WHERE)
            done = subprocess.run(
                [sys.executable, "-m", "pytest", *words],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(copy / "src")},
                capture_output=True,
                check=False,
            )
            yield entry, done.returncode == 1


def without(text: str, removal: dict[str, Any]) -> str:
    """The source without the protection; an error when it does not stand there exactly once."""
    if text.count(removal["old"]) != 1:
        message = (
            f"{removal['file']}: {removal['old']!r} stands there {text.count(removal['old'])} times"
        )
        raise ValueError(message)
    return text.replace(removal["old"], removal["new"])


if __name__ == "__main__":
    main()
