"""From a keystroke to the findings, by a real client of `relplan lsp`: `keystrokes.py [BOOK PATH]`.

Without arguments the longest plan of examples/team is typed in, lengthened to 400 lines. Each kind of keystroke is
typed `ROUNDS` times; every text is another one.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from editor import Editor  # noqa: E402 -- the tests' client; the path to it is set above

ROUNDS = 40
LONG = 400
_SAID = "Listen to each of them for an hour, unpaid, and"


def main() -> None:
    """Type, and print a row for each kind of keystroke."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / "book"
        given = sys.argv[1:3]
        shutil.copytree(given[0] if given else ROOT / "examples" / "team", copy)
        path = given[1] if len(given) > 1 else "clients/acme.yaml"
        text = (copy / path).read_text(encoding="utf-8")
        text += "# a line\n" * max(0, LONG - len(text.splitlines()))
        with Editor(copy, "2026-11-25") as editor:
            editor.open(path, text)
            editor.found(path)
            print(f"{path}, {len(text.splitlines())} lines; milliseconds, median and worst")
            for name, typed in _kinds(text).items():
                _row(name, [_seconds(editor, path, typed(one)) for one in range(ROUNDS)])


def _kinds(text: str) -> dict[str, Callable[[int], str]]:
    begun, what, rest = text.partition(" what: ")
    kept, stance, more = text.partition("stance: ")
    return {
        "in a comment": lambda one: f"{text}# {'x' * one}\n",
        "in an initiative": lambda one: f"{begun}{what}{_SAID[: one + 1]} {rest}",
        "a wrong word": lambda one: f"{kept}{stance}{'x' * (one + 1)}{more}",
        "not YAML": lambda one: f"{text}{'[' * (one + 1)}\n",
    }


def _seconds(editor: Editor, path: str, text: str) -> float:
    began = time.perf_counter()
    editor.type(path, text)
    editor.found(path)
    return time.perf_counter() - began


def _row(name: str, took: list[float]) -> None:
    print(f"{name:18} {statistics.median(took) * 1000:6.1f} {max(took) * 1000:6.1f}")


if __name__ == "__main__":
    main()
