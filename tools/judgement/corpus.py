"""The labelled batches and the scores that the tools pass to each other."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).parents[2]
SETS = ROOT / "data-sets" / "judgement"
DATA = ROOT / "src" / "relplan" / "judgement" / "data"
VERDICTS = ("relationship", "sales", "vague")
TESTS = ("invests", "learns", "illustrates")


@dataclass(frozen=True)
class Row:
    """A text with its targets: a chance for each verdict and each test, from labels, from the teacher, or both."""

    text: str
    batch: str
    verdicts: tuple[float, ...]
    tests: tuple[float, ...]


def labelled(batches: Iterable[str] = (), smoothing: float = 0.05) -> list[Row]:
    """Read batches by letter (all of them by default)."""
    names = set(batches) or {path.stem for path in SETS.glob("?.jsonl")}
    return [row for name in sorted(names) for row in read(SETS / f"{name}.jsonl", smoothing)]


def read(path: Path, smoothing: float = 0.05) -> list[Row]:
    """Read a labelled file, with labels smoothed a little."""
    rows = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        verdicts = tuple(
            smoothing / 3 + (1 - smoothing) * (row["verdict"] == verdict) for verdict in VERDICTS
        )
        tests = tuple(smoothing / 2 + (1 - smoothing) * bool(row[test]) for test in TESTS)
        rows.append(Row(row["text"], path.stem, verdicts, tests))
    return rows


def taught(path: Path) -> dict[str, tuple[float, ...]]:
    """Read the teacher's six chances by text."""
    entries = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {entry["text"]: tuple(entry["p"]) for entry in entries}


def mixed(rows: Sequence[Row], teacher: dict[str, tuple[float, ...]], share: float) -> list[Row]:
    """Mix labels with the teacher's answers, and add the texts that only the teacher has labelled."""
    known = {row.text for row in rows}
    found = [
        replace(row, **_mix(row, teacher[row.text], share)) if row.text in teacher else row
        for row in rows
    ]
    every = {row.text for row in labelled()}
    found += [
        Row(text, "taught", p[:3], p[3:])
        for text, p in teacher.items()
        if text not in known and text not in every
    ]
    return found


def _mix(row: Row, teacher: tuple[float, ...], share: float) -> dict[str, tuple[float, ...]]:
    own = (*row.verdicts, *row.tests)
    both = tuple(share * a + (1 - share) * b for a, b in zip(teacher, own, strict=True))
    return {"verdicts": both[:3], "tests": both[3:]}
