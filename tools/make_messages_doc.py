"""Write docs/messages.md, what provokes each message and its score: python tools/make_messages_doc.py.

The cases are those of tests/errors and tests/rules/cases, where each message stands in full.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from books import TODAY, write_book  # noqa: E402 -- the cases are read as the tests read them
from rulebooks import found_of, loaded_of  # noqa: E402 -- found on the path that is set above

from relplan.diagnostics import Diagnostic  # noqa: E402 -- found on the path that is set above
from relplan.files.book import Loaded, load  # noqa: E402 -- found on the path that is set above
from relplan.reports.diagnostics import full  # noqa: E402 -- found on the path that is set above
from relplan.reports.markdown import escape  # noqa: E402 -- found on the path that is set above
from relplan.rules import RULES  # noqa: E402 -- found on the path that is set above
from relplan.rules.choose import Wanted  # noqa: E402 -- found on the path that is set above
from relplan.rules.runner import lint  # noqa: E402 -- found on the path that is set above

PATH = ROOT / "docs" / "messages.md"
ERRORS = ROOT / "tests" / "errors"
CASES = ROOT / "tests" / "rules" / "cases"
HEAD = """# Messages

This page is written by `python tools/make_messages_doc.py`. Each row is a finding of `relplan lint`
that a file of the tests provokes, with its exact text. A message scores a point for the **line**, for
the **column**, for an **excerpt** with the place marked below it (`--output-format full`), and for a
**remedy**: words that say what to write or to do. A test wants four of four from each.
"""
_CLAUSE = re.compile(r"(?:[;:,?] |— )(?:or |and |then )?([a-z]+)")
_QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"|\d+")
_DOING = frozenset(
    [
        "add",
        "answer",
        "ask",
        "be",
        "begin",
        "change",
        "close",
        "did",
        "do",
        "drop",
        "fill",
        "find",
        "finish",
        "give",
        "go",
        "hand",
        "join",
        "keep",
        "known",
        "leave",
        "line",
        "make",
        "meet",
        "mend",
        "move",
        "name",
        "pitch",
        "plan",
        "put",
        "raise",
        "read",
        "record",
        "remove",
        "rename",
        "reserve",
        "run",
        "save",
        "say",
        "schedule",
        "set",
        "split",
        "spread",
        "start",
        "take",
        "tell",
        "use",
        "win",
        "write",
    ]
)
"""How a clause begins that says what to do; `did you mean` and `known:` offer a word."""


class Row(NamedTuple):
    """A finding, and the file of the tests that provokes it."""

    file: str
    said: Diagnostic
    shown: str
    """The finding as it is shown in full."""

    @property
    def points(self) -> list[str]:
        """What it has of line, column, excerpt and remedy."""
        one = self.said
        has = {
            "line": one.line > 0,
            "column": one.column > 0,
            "excerpt": bool(re.search(r"^ +\| *\^~*$", self.shown, re.MULTILINE)),
            "remedy": has_remedy(one.message),
        }
        return [point for point, there in has.items() if there]


def has_remedy(message: str) -> bool:
    """True when the message says what to write, what belongs here, or what to do."""
    doing = any(word in _DOING for word in _CLAUSE.findall(message))
    return doing or (", where " in message and " belongs" in message)


def rows() -> Iterator[Row]:
    """Every case with a message, the errors of reading first, then rule by rule."""
    for name in sorted({entry.name.split(".")[0] for entry in ERRORS.iterdir()}):
        yield from _of_error(name)
    for rule in RULES:
        path = CASES / f"{rule.name}.yaml"
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            if "message" in case:
                with tempfile.TemporaryDirectory() as folder:
                    loaded = loaded_of(case["book"], Path(folder))
                    found = found_of(loaded, rule.code)
                    yield from _rows(path, loaded, found)


def _of_error(name: str) -> Iterator[Row]:
    path = ERRORS / f"{name}.yaml"
    if path.exists():
        files = {"clients/acme.yaml": path.read_bytes()}
    else:
        path = ERRORS / name
        found = [entry for entry in path.rglob("*") if entry.is_file()]
        files = {entry.relative_to(path).as_posix(): entry.read_bytes() for entry in found}
    with tempfile.TemporaryDirectory() as folder:
        loaded = load(write_book(Path(folder), files))
        yield from _rows(path, loaded, lint(loaded, TODAY, Wanted(select=["RP0", "RP1"])))


def _rows(path: Path, loaded: Loaded, found: list[Diagnostic]) -> Iterator[Row]:
    for one in found:
        yield Row(path.relative_to(ROOT).as_posix(), one, full([one], loaded.documents))


def messages_doc(found: list[Row]) -> str:
    """The whole page, by code; texts that differ only in what they quote stand there once."""
    lines = [
        HEAD,
        "| rule | provoked by | place | text | score |",
        "| --- | --- | --- | --- | --- |",
    ]
    told = set()
    for row in sorted(found, key=lambda row: (row.said.code, row.file, row.said.line)):
        one = row.said
        wording = (one.code, _QUOTED.sub("", one.message))
        if wording not in told:
            told.add(wording)
            file = f"[{Path(row.file).name}](../{row.file})"
            score = f"{len(row.points)} of 4"
            place = f"{one.line}:{one.column}"
            lines.append(f"| {one.code} | {file} | {place} | {escape(one.message)} | {score} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PATH.write_text(messages_doc(list(rows())), encoding="utf-8")
